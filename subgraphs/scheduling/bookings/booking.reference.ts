import type { SchedulingContext } from '../context.ts';
import { isVisible } from './find-booking.ts';

/** Another subgraph's word for an id opens nothing: the viewer must be allowed to see the booking here too. */
export const bookingReference = {
  async __resolveReference({ id }: { id: string }, ctx: SchedulingContext) {
    const booking = await ctx.loaders.booking.load(id);
    return booking && (await isVisible(ctx, booking)) ? booking : null;
  },
};
