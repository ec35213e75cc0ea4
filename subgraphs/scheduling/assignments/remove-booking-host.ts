import { badInput } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { err, ok, type Result } from '#platform/result.ts';
import type { ChangeReceipt, ChangeRefusal } from '../bookings/change-booking.ts';
import type { SchedulingContext } from '../context.ts';
import { changeHosts, type HostChangeInput, type HostRefusal } from './change-hosts.ts';

interface HostRemoval extends HostChangeInput {
  userId: string;
}

/** One of several hosts leaves a booking and has their time back. If it was their turn, it no longer counts. */
export function removeBookingHost(
  ctx: SchedulingContext,
  input: HostRemoval,
): Promise<Result<ChangeReceipt, ChangeRefusal | HostRefusal>> {
  const userId = requireId('usr', input.userId, 'userId');
  return changeHosts(ctx, {
    operation: 'removeBookingHost',
    input,
    async choose({ before }) {
      if (!before.hostIds.includes(userId)) throw badInput('userId', 'They do not host the booking.');
      const hostIds = before.hostIds.filter(id => id !== userId);
      return hostIds.length > 0 ? ok({ hostIds }) : err({ kind: 'LAST_HOST' });
    },
  });
}
