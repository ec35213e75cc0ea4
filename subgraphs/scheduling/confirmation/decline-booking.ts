import { ok, type Result } from '#platform/result.ts';
import {
  type BookingChangeInput,
  type ChangeReceipt,
  type ChangeRefusal,
  changeBooking,
  readReason,
  refusedTransition,
} from '../bookings/change-booking.ts';
import { freeTime } from '../bookings/take-time.ts';
import type { SchedulingContext } from '../context.ts';
import { nextStatus } from '../domain/booking-state.ts';

/** A host does not agree to what a guest asked for, which ends the booking. */
export function declineBooking(
  ctx: SchedulingContext,
  input: BookingChangeInput,
): Promise<Result<ChangeReceipt, ChangeRefusal>> {
  const reason = readReason(input.reason);
  return changeBooking<undefined, ChangeRefusal>(ctx, {
    operation: 'declineBooking',
    input,
    by: 'ORGANIZERS',
    decide({ before }) {
      const status = nextStatus(before.status, 'DECLINE');
      if (!status.ok) return refusedTransition(status.error);
      const fact = { kind: 'DECLINED' as const, data: { status: status.value, reason } };
      return ok({ fact, also: [freeTime(before.id)] });
    },
  });
}
