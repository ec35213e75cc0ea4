import { badInput } from '#platform/errors.ts';
import { ok, type Result } from '#platform/result.ts';
import {
  type BookingChangeInput,
  type ChangeReceipt,
  type ChangeRefusal,
  changeBooking,
  refusedTransition,
} from '../bookings/change-booking.ts';
import type { SchedulingContext } from '../context.ts';
import type { BookingFact, BookingState } from '../domain/booking.ts';
import { type BookingStatus, type ForwardAction, nextStatus } from '../domain/booking-state.ts';

interface PaymentNews extends BookingChangeInput {
  /** `PAY`, `FAIL` or `RETRY`. */
  action: string;
}

interface Step {
  action: ForwardAction;
  fact(status: BookingStatus, before: BookingState): BookingFact;
}

/** A payment that failed is tried again within the time that there was for the first: it stays taken no longer. */
const steps: Record<string, Step> = {
  PAY: { action: 'PAY', fact: status => ({ kind: 'PAID', data: { status } }) },
  FAIL: {
    action: 'FAIL_PAYMENT',
    fact: (status, { expiresAt }) => ({ kind: 'PAYMENT_FAILED', data: { status, expiresAt } }),
  },
  RETRY: {
    action: 'RETRY_PAYMENT',
    fact: (status, { expiresAt }) => ({ kind: 'PAYMENT_RETRIED', data: { status, expiresAt } }),
  },
};

/** What became of the payment that a booking waits for. Refused when it does not wait any more: then it is to be refunded. */
export function recordPaymentState(
  ctx: SchedulingContext,
  input: PaymentNews,
): Promise<Result<ChangeReceipt, ChangeRefusal>> {
  const step = steps[input.action];
  if (!step) throw badInput('action', '`action` must be PAY, FAIL or RETRY.');
  return changeBooking<undefined, ChangeRefusal>(ctx, {
    operation: 'recordPaymentState',
    input,
    by: 'SERVICES',
    decide({ before }) {
      const status = nextStatus(before.status, step.action);
      return status.ok ? ok({ fact: step.fact(status.value, before) }) : refusedTransition(status.error);
    },
  });
}
