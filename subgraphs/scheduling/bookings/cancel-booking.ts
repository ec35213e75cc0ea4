import { notFound } from '#platform/errors.ts';
import { ok, type Result } from '#platform/result.ts';
import type { SchedulingContext } from '../context.ts';
import type { BookingFact, BookingState } from '../domain/booking.ts';
import { nextStatus, type RefusedTransition } from '../domain/booking-state.ts';
import { eventTypeOfBooking } from '../guests/event-type-of-booking.ts';
import { type CancelRefusal, requireMayCancel } from '../guests/require-allowed.ts';
import { toSnapshot } from './booking.events.ts';
import {
  type BookingChangeInput,
  type ChangeReceipt,
  type ChangeRefusal,
  changeBooking,
  readReason,
  refusedTransition,
} from './change-booking.ts';
import { type SeenSnapshot, seenBy } from './seen-by.ts';
import { freeTime } from './take-time.ts';

/** Whether the attendee leaves others behind; `null`: the whole booking is meant. */
function isOneOfMany(booking: BookingState, attendeeId: string | null): attendeeId is string {
  return attendeeId !== null && booking.attendees.length > 1;
}

export function cancelledFact(
  booking: BookingState,
  attendeeId: string | null,
  reason: string | null,
): Result<BookingFact, RefusedTransition> {
  const isLeaving = isOneOfMany(booking, attendeeId);
  const next = nextStatus(booking.status, isLeaving ? 'REMOVE_ATTENDEE' : 'CANCEL');
  if (!next.ok) return next;
  const status = next.value;
  return ok(
    isLeaving
      ? { kind: 'ATTENDEE_REMOVED', data: { status, attendeeId, reason } }
      : { kind: 'CANCELLED', data: { status, reason } },
  );
}

/** What is left of it for who cancelled: a guest who shared it sees their part of it cancelled. */
function shownTo(
  attendeeId: string | null,
  before: BookingState,
  after: BookingState,
  reason: string | null,
): SeenSnapshot {
  if (!isOneOfMany(before, attendeeId)) return seenBy(toSnapshot(after), attendeeId);
  const { version, updatedAt } = toSnapshot(after);
  const ended = { status: 'CANCELLED', cancellationReason: reason, version, updatedAt };
  return seenBy({ ...toSnapshot(before), ...ended }, attendeeId);
}

/**
 * Ends a booking and frees its time. For its guest, by token, and for its organizers. A guest who shares it with
 * others only gives up their seat.
 */
export async function cancelBooking(
  ctx: SchedulingContext,
  input: BookingChangeInput,
): Promise<Result<ChangeReceipt, ChangeRefusal | CancelRefusal>> {
  const reason = readReason(input.reason);
  const eventType = await eventTypeOfBooking(ctx, input.bookingId);
  if (!eventType) throw notFound('booking');
  return changeBooking<undefined, ChangeRefusal | CancelRefusal>(ctx, {
    operation: 'cancelBooking',
    input,
    by: 'GUESTS_AND_ORGANIZERS',
    decide({ before, attendeeId }) {
      const fact = cancelledFact(before, attendeeId, reason);
      if (!fact.ok) return refusedTransition(fact.error);
      const attempt = { booking: before, attendeeId, reason, now: ctx.clock.now() };
      const allowed = requireMayCancel(eventType, attempt);
      if (!allowed.ok) return allowed;
      const isOver = fact.value.kind === 'CANCELLED';
      return ok({ fact: fact.value, also: isOver ? [freeTime(before.id)] : [] });
    },
    show: (after, before, attendeeId) => shownTo(attendeeId, before, after, reason),
  });
}
