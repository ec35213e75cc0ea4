import type { SchedulingContext } from '../context.ts';
import { readSlotsQuery, type SlotsWindow } from './read-slots-query.ts';
import { requireSpanFor } from './slot-span.ts';

/** The changes of a list of slots from now on. */
export async function watchSlots(ctx: SchedulingContext, query: SlotsWindow) {
  const { eventType, span, duration } = await readSlotsQuery(ctx, query);
  requireSpanFor((await ctx.loaders.hostsOfEventType.load(eventType.id)).length, span);
  return ctx.liveSlots.subscribe({ eventTypeId: eventType.id, ...span, duration });
}
