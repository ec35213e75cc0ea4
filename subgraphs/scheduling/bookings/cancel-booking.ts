import { badInput, notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { err, ok, type Result } from '#platform/result.ts';
import type { BookingSnapshot } from '../../../schema/events.ts';
import type { SchedulingContext } from '../context.ts';
import type { BookingState } from '../domain/booking.ts';
import { nextStatus, type RefusedTransition } from '../domain/booking-state.ts';
import { appendBookingEvent } from './append-booking-event.ts';
import { toSnapshot } from './booking.events.ts';
import { requireMayChange } from './booking-access.ts';
import { findAudience } from './find-audience.ts';
import { changeOnce } from './idempotent-change.ts';
import { lockBooking } from './load-booking.ts';
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
  | { kind: 'VERSION_CONFLICT'; current: BookingState };

export function readReason(reason: string | null | undefined): string | null {
  const text = reason?.trim() || null;
  if (text && (text.length > 1000 || text.includes('\0')))
    throw badInput('reason', '`reason` has up to 1000 characters.');
  return text;
}

/** Ends a booking and frees its time. For its guest, by token, and for its organizers. */
export async function cancelBooking(
  ctx: SchedulingContext,
  input: BookingChangeInput,
): Promise<Result<{ booking: BookingSnapshot }, ChangeRefusal>> {
  const id = requireId('bkg', input.bookingId, 'bookingId');
  const reason = readReason(input.reason);
  const known = await ctx.loaders.booking.load(id);
  if (!known) throw notFound('booking');
  return changeOnce<{ booking: BookingSnapshot }, ChangeRefusal>(ctx, {
    operation: 'cancelBooking',
    organizationId: known.organizationId,
    input,
    async work(em, keep) {
      const before = await lockBooking(em, id);
      await requireMayChange(ctx, em, before, input.manageToken);
      if (!before) throw notFound('booking');
      if (input.expectedVersion != null && input.expectedVersion !== before.version) {
        return err({ kind: 'VERSION_CONFLICT', current: before });
      }
      const status = nextStatus(before.status, 'CANCEL');
      if (!status.ok) return err({ kind: 'TRANSITION_REFUSED', ...status.error });
      const booking = await appendBookingEvent(ctx, em, {
        before,
        id,
        fact: { kind: 'CANCELLED', data: { status: status.value, reason } },
        audience: await findAudience(em, before.ownerId, before.hostIds),
        also: after => [freeTime(id), keep({ booking: toSnapshot(after) })],
      });
      return ok({ booking: toSnapshot(booking) });
    },
  });
}
