import {
  type ConnectionShape,
  decodeKeyset,
  encodeKeyset,
  type PageArgs,
  pageSize,
  toConnection,
} from '#platform/pagination.ts';
import { eventKindOf } from '../../../schema/events.ts';
import { toSnapshot, wallTimeSnapshot } from '../bookings/booking.events.ts';
import type { BookingEventRow } from '../bookings/booking-event.entity.ts';
import { type BookingView, viewOf } from '../bookings/booking-view.ts';
import type { SchedulingContext } from '../context.ts';
import { applyEvent, type BookingEvent, type BookingFact, type BookingState } from '../domain/booking.ts';
import { changesBetween, type FieldChange } from '../domain/field-changes.ts';
import type { Waiver } from '../domain/waiver.ts';
import type { WallTime } from '../domain/wall-time.ts';
import type { BookingHistoryEntry } from './booking-history.graphql.ts';

export function toEvent(row: BookingEventRow): BookingEvent {
  const fact = { kind: row.kind, data: row.data } as BookingFact;
  return { ...fact, bookingId: row.bookingId, version: row.version, occurredAt: row.occurredAt.getTime() };
}

const INSTANTS = new Set(['startsAt', 'endsAt', 'expiresAt', 'createdAt']);
function asShown(field: string, value: unknown): unknown {
  if (field === 'wallTime' && value) return wallTimeSnapshot(value as WallTime);
  return INSTANTS.has(field) && typeof value === 'number' ? new Date(value).toISOString() : value;
}

function waiverOf({ data }: BookingEventRow): BookingHistoryEntry['waiver'] {
  const { waiver } = data as { waiver?: Waiver };
  return waiver ? { ...waiver, rules: [...waiver.rules] } : null;
}

function toEntry(row: BookingEventRow, changes: readonly FieldChange[]): BookingHistoryEntry {
  return {
    version: row.version,
    kind: eventKindOf(`booking.${row.kind.toLowerCase()}`),
    occurredAt: row.occurredAt,
    actor: { kind: row.actorKind as BookingHistoryEntry['actor']['kind'], id: row.actorId || null },
    correlationId: row.correlationId,
    waiver: waiverOf(row),
    changes: changes.map(({ field, before, after }) => ({
      field,
      before: asShown(field, before),
      after: asShown(field, after),
    })),
  };
}

/** What happened to a booking, oldest first, with what each event changed. */
export async function bookingHistory(
  ctx: SchedulingContext,
  bookingId: string,
  page: PageArgs,
): Promise<ConnectionShape<BookingHistoryEntry>> {
  const size = pageSize(page.first);
  const after = page.after == null ? 0 : Number(decodeKeyset(page.after, ['number'])[0]);
  const rows = await ctx.loaders.eventsOfBooking.load(bookingId);
  let state: BookingState | null = null;
  const entries = rows.map(row => {
    const next = applyEvent(state, toEvent(row));
    const entry = toEntry(row, changesBetween(state, next));
    state = next;
    return entry;
  });
  return toConnection({
    items: entries.filter(entry => entry.version > after).slice(0, size + 1),
    size,
    after: page.after,
    cursorOf: entry => encodeKeyset([entry.version]),
    countAll: async () => entries.length,
  });
}

/** The booking as it stood at an instant; `null` before it was made. */
export async function bookingAsOf(
  ctx: SchedulingContext,
  bookingId: string,
  at: Date,
): Promise<BookingView | null> {
  const rows = await ctx.loaders.eventsOfBooking.load(bookingId);
  const state = rows
    .filter(row => row.occurredAt <= at)
    .reduce<BookingState | null>((before, row) => applyEvent(before, toEvent(row)), null);
  return state && viewOf(toSnapshot(state));
}
