import { badInput, notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { err, ok, type Result } from '#platform/result.ts';
import type { SchedulingContext } from '../context.ts';
import type { BookingFact, BookingState } from '../domain/booking.ts';
import { nextStatus, type RefusedTransition } from '../domain/booking-state.ts';
import { appendBookingEvent } from './append-booking-event.ts';
import { toSnapshot } from './booking.events.ts';
import { requireMayChange } from './booking-access.ts';
import { findAudience } from './find-audience.ts';
import { changeOnce } from './idempotent-change.ts';
import { lockBooking } from './load-booking.ts';
import { type SeenSnapshot, seenBy } from './seen-by.ts';
import { freeTime } from './take-time.ts';

export interface BookingChangeInput {
  bookingId: string;
  manageToken?: string | null;
  reason?: string | null;
  expectedVersion?: number | null;
  idempotencyKey?: string | null;
}

export type ChangeRefusal =
  | ({ kind: 'TRANSITION_REFUSED' } & RefusedTransition)
  | { kind: 'VERSION_CONFLICT'; current: SeenSnapshot };

export function readReason(reason: string | null | undefined): string | null {
  const text = reason?.trim() || null;
  if (text && (text.length > 1000 || text.includes('\0')))
    throw badInput('reason', '`reason` has up to 1000 characters.');
  return text;
}

/** Whether the attendee leaves others behind; `null`: the whole booking is meant. */
function isOneOfMany(booking: BookingState, attendeeId: string | null): attendeeId is string {
  return attendeeId !== null && booking.attendees.length > 1;
}

function cancelledFact(
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
): Promise<Result<{ booking: SeenSnapshot }, ChangeRefusal>> {
  const id = requireId('bkg', input.bookingId, 'bookingId');
  const reason = readReason(input.reason);
  const known = await ctx.loaders.booking.load(id);
  if (!known) throw notFound('booking');
  return changeOnce<{ booking: SeenSnapshot }, ChangeRefusal>(ctx, {
    operation: 'cancelBooking',
    organizationId: known.organizationId,
    input,
    async work(em, keep) {
      const before = await lockBooking(em, id);
      const attendeeId = await requireMayChange(ctx, em, before, input.manageToken);
      if (!before) throw notFound('booking');
      if (input.expectedVersion != null && input.expectedVersion !== before.version) {
        return err({ kind: 'VERSION_CONFLICT', current: seenBy(toSnapshot(before), attendeeId) });
      }
      const fact = cancelledFact(before, attendeeId, reason);
      if (!fact.ok) return err({ kind: 'TRANSITION_REFUSED', ...fact.error });
      const receiptOf = (after: BookingState) => ({ booking: shownTo(attendeeId, before, after, reason) });
      const booking = await appendBookingEvent(ctx, em, {
        before,
        id,
        fact: fact.value,
        audience: await findAudience(em, before.ownerId, before.hostIds),
        also: after => [...(fact.value.kind === 'CANCELLED' ? [freeTime(id)] : []), keep(receiptOf(after))],
      });
      return ok(receiptOf(booking));
    },
  });
}
