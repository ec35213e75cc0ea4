import type { SchedulingContext } from '../context.ts';

export const eventTypeReference = {
  __resolveReference: ({ id }: { id: string }, ctx: SchedulingContext) => ctx.loaders.eventType.load(id),
};
