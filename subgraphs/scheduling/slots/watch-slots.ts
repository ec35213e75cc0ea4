import { requireId } from '#platform/ids.ts';
import type { SchedulingContext } from '../context.ts';
import { findEventType } from '../event-types/find-event-type.ts';
import type { SlotsChange } from './change-queue.ts';
import { readSlotsQuery, type SlotsWindow } from './read-slots-query.ts';
import { requireSpanFor } from './slot-span.ts';

/**
 * The changes of a list of slots from now on, for as long as the event type is there for the subscriber: when it
 * became private, or their link was revoked, the subscription ends with the next change.
 */
export async function watchSlots(ctx: SchedulingContext, query: SlotsWindow) {
  const { eventType, span, duration } = await readSlotsQuery(ctx, query);
  requireSpanFor((await ctx.loaders.hostsOfEventType.load(eventType.id)).length, span);
  const changes = await ctx.liveSlots.subscribe({ eventTypeId: eventType.id, ...span, duration });
  const end = async (): Promise<IteratorResult<SlotsChange>> => {
    await changes.return?.();
    return { done: true, value: undefined };
  };
  // By hand: `return()` of an async generator would wait for the next change.
  return {
    async next(): Promise<IteratorResult<SlotsChange>> {
      const step = await changes.next();
      if (step.done || !step.value.isRestricted) return step;
      return (await isStillThere(ctx, query)) ? step : end();
    },
    return: end,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

async function isStillThere(ctx: SchedulingContext, query: SlotsWindow): Promise<boolean> {
  const id = requireId('etp', query.eventTypeId, 'eventTypeId');
  ctx.loaders.eventType.clear(id);
  ctx.loaders.hostsOfEventType.clear(id);
  return (await findEventType(ctx, id, query.privateLink)) !== null;
}
