import type { IdentityContext } from '../context.ts';

export const teamReference = {
  __resolveReference: ({ id }: { id: string }, ctx: IdentityContext) => ctx.loaders.team.load(id),
};
