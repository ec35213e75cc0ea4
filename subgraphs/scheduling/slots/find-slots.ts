import { decodeKeyset, encodeKeyset, type PageArgs, pageSize, toConnection } from '#platform/pagination.ts';
import type { SchedulingContext } from '../context.ts';
import { slots } from '../domain/slots.ts';
import { findRoutedGuest } from '../routing-forms/routed-hosts.ts';
import { calendarWarnings, syncedAt } from './calendar-warnings.ts';
import { loadFacts } from './load-facts.ts';
import { readSlotsQuery, type SlotsWindow } from './read-slots-query.ts';
import type { SlotConnection } from './slot.graphql.ts';
import { requireSpanFor } from './slot-span.ts';
import { slotView } from './slot-view.ts';

export const SLOT_PAGE = { fallback: 200, max: 1000 };

export interface SlotsQuery extends PageArgs, SlotsWindow {
  timeZone: string;
  routingResponseId?: string | null;
}

/** The slots of an event type that start in `[from, to)`. */
export async function findSlots(ctx: SchedulingContext, query: SlotsQuery): Promise<SlotConnection> {
  const size = pageSize(query.first, SLOT_PAGE);
  const { eventType, span, duration } = await readSlotsQuery(ctx, query);
  const routed = await findRoutedGuest(ctx, eventType.id, query.routingResponseId);
  const routedHostIds = routed?.hostIds;
  const facts = await loadFacts(ctx.em, { eventType, routedHostIds, span, now: ctx.clock.now() });
  requireSpanFor(facts.hosts.length, span);
  const found = slots(facts, { ...span, duration });
  const after = query.after == null ? null : Number(decodeKeyset(query.after, ['number'])[0]);
  const first = after === null ? 0 : found.findIndex(slot => slot.start > after);
  const items = (first < 0 ? [] : found.slice(first, first + size + 1)).map(slot =>
    slotView(slot, query.timeZone),
  );
  const page = toConnection({
    items,
    size,
    after: query.after,
    cursorOf: slot => encodeKeyset([slot.startsAt.getTime()]),
    countAll: async () => found.length,
  });
  const { countAll: _, ...connection } = page;
  return {
    ...connection,
    totalCount: found.length,
    warnings: calendarWarnings(facts.calendars),
    calendarsSyncedAt: syncedAt(facts.calendars),
  };
}
