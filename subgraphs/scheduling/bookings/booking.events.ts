import type { NewEvent } from '#platform/transaction.ts';
import type {
  AttendeeSnapshot,
  BookingChange,
  BookingSnapshot,
  EventName,
  WallTimeSnapshot,
} from '../../../schema/events.ts';
import type { BookingAttendee, BookingFact, BookingState } from '../domain/booking.ts';
import type { WallTime } from '../domain/wall-time.ts';

const names: Record<BookingFact['kind'], EventName> = {
  CREATED: 'booking.created',
  SUBMITTED: 'booking.submitted',
  PAID: 'booking.paid',
  PAYMENT_FAILED: 'booking.payment_failed',
  PAYMENT_RETRIED: 'booking.payment_retried',
  CONFIRMED: 'booking.confirmed',
  DECLINED: 'booking.declined',
  EXPIRED: 'booking.expired',
  COMPLETED: 'booking.completed',
  ATTENDEE_ADDED: 'booking.attendee_added',
  ATTENDEE_REMOVED: 'booking.attendee_removed',
  UPDATED: 'booking.updated',
  HOSTS_CHANGED: 'booking.hosts_changed',
  NO_SHOW_MARKED: 'booking.no_show_marked',
  RESCHEDULED: 'booking.rescheduled',
  CANCELLED: 'booking.cancelled',
  CHANGE_UNDONE: 'booking.change_undone',
  PERSON_ERASED: 'booking.person_erased',
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
    expiresAt: booking.expiresAt === null ? null : iso(booking.expiresAt),
    createdAt: iso(booking.createdAt),
    updatedAt: iso(booking.updatedAt),
    hostIds: [...booking.hostIds],
    noShowHostIds: [...booking.noShowHostIds],
    resourceIds: [...booking.resourceIds],
    offeredHostIds: [...booking.offeredHostIds],
    guests: [...booking.guests],
    attendees: booking.attendees.map(toAttendeeSnapshot),
  };
}

function toAttendeeSnapshot(attendee: BookingAttendee): AttendeeSnapshot {
  return { ...attendee, answers: [...attendee.answers], guests: [...(attendee.guests ?? [])] };
}

/** Who came or left, where somebody did. */
function concerned(fact: BookingFact, before: BookingState | null): AttendeeSnapshot | null {
  if (fact.kind === 'ATTENDEE_ADDED') return toAttendeeSnapshot(fact.data.attendee);
  if (fact.kind !== 'ATTENDEE_REMOVED') return null;
  const left = before?.attendees.find(({ id }) => id === fact.data.attendeeId);
  return left ? toAttendeeSnapshot(left) : null;
}

/** The news of what happened to a booking, for everybody who may see it. */
export function bookingEvent(
  fact: BookingFact,
  before: BookingState | null,
  after: BookingState,
  audience: readonly string[],
): NewEvent {
  const hasMoved = before && before.startsAt !== after.startsAt;
  const payload: BookingChange = {
    booking: toSnapshot(after),
    previous: hasMoved ? { startsAt: iso(before.startsAt), endsAt: iso(before.endsAt) } : null,
    reason: 'reason' in fact.data ? fact.data.reason : null,
  };
  const freed = before?.resourceIds.filter(id => !after.resourceIds.includes(id)) ?? [];
  if (freed.length > 0) payload.freedResourceIds = freed;
  const attendee = concerned(fact, before);
  if (attendee) payload.attendee = attendee;
  return {
    name: names[fact.kind],
    aggregateType: 'booking',
    aggregateId: after.id,
    version: after.version,
    payload,
    audience,
    organizationId: after.organizationId,
  };
}
