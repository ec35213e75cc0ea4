import type { IdentityContext } from '../context.ts';

export const userReference = {
  __resolveReference: ({ id }: { id: string }, ctx: IdentityContext) => ctx.loaders.user.load(id),
};
