import type { NewEvent } from '#platform/transaction.ts';
import type { BookingChange, BookingSnapshot, EventName, WallTimeSnapshot } from '../../../schema/events.ts';
import type { BookingFact, BookingState } from '../domain/booking.ts';
import type { WallTime } from '../domain/wall-time.ts';

const names: Record<BookingFact['kind'], EventName> = {
  CREATED: 'booking.created',
  RESCHEDULED: 'booking.rescheduled',
  CANCELLED: 'booking.cancelled',
};

const iso = (instant: number) => new Date(instant).toISOString();

export function wallTimeSnapshot({ local, timeZone, tzdbVersion }: WallTime): WallTimeSnapshot {
  return { startsAt: local, timeZone, tzdbVersion };
}

export function toSnapshot(booking: BookingState): BookingSnapshot {
  return {
    ...booking,
    startsAt: iso(booking.startsAt),
    endsAt: iso(booking.endsAt),
    wallTime: booking.wallTime && wallTimeSnapshot(booking.wallTime),
    createdAt: iso(booking.createdAt),
    updatedAt: iso(booking.updatedAt),
    hostIds: [...booking.hostIds],
    guests: [...booking.guests],
    attendees: booking.attendees.map(attendee => ({ ...attendee, answers: [...attendee.answers] })),
  };
}

/** The news of what happened to a booking, for everybody who may see it. */
export function bookingEvent(
  kind: BookingFact['kind'],
  before: BookingState | null,
  after: BookingState,
  audience: readonly string[],
): NewEvent {
  const hasMoved = before && before.startsAt !== after.startsAt;
  const payload: BookingChange = {
    booking: toSnapshot(after),
    previous: hasMoved ? { startsAt: iso(before.startsAt), endsAt: iso(before.endsAt) } : null,
    reason: kind === 'CANCELLED' ? after.cancellationReason : null,
  };
  return {
    name: names[kind],
    aggregateType: 'booking',
    aggregateId: after.id,
    version: after.version,
    payload,
    audience,
    organizationId: after.organizationId,
  };
}
