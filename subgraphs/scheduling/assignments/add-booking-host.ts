import { badInput } from '#platform/errors.ts';
import { err, ok, type Result } from '#platform/result.ts';
import type { ChangeReceipt, ChangeRefusal } from '../bookings/change-booking.ts';
import type { SchedulingContext } from '../context.ts';
import { changeHosts, type HostChangeInput, type HostRefusal } from './change-hosts.ts';
import { freeAmong, requireEligible } from './find-free.ts';

interface HostAddition extends HostChangeInput {
  userId: string;
  allowOutsideHosts?: boolean | null;
}

/** One more person hosts a booking and gives it their time. It is nobody's turn for that. */
export function addBookingHost(
  ctx: SchedulingContext,
  input: HostAddition,
): Promise<Result<ChangeReceipt, ChangeRefusal | HostRefusal>> {
  const { userId, allowOutsideHosts } = input;
  return changeHosts(ctx, {
    operation: 'addBookingHost',
    input,
    async others(eventType) {
      const person = { field: 'userId', userId, allowOutsideHosts: allowOutsideHosts ?? false };
      return [await requireEligible(ctx, eventType, person)];
    },
    async choose({ before, facts }) {
      if (before.hostIds.includes(userId)) throw badInput('userId', 'They host the booking already.');
      const { open, reasons } = freeAmong(facts, before, id => id === userId, { isStandInWelcome: false });
      return open.length > 0
        ? ok({ hostIds: [...before.hostIds, userId] })
        : err({ kind: 'NOBODY_FREE', reasons });
    },
  });
}
