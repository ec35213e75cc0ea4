import type { SchedulingContext } from '../context.ts';
import { endDueBookings } from './end-bookings.ts';

/** Ends what nobody paid, confirmed or submitted in time, and frees its time. Returns how many. */
export function expireBookings(ctx: SchedulingContext): Promise<number> {
  return endDueBookings(ctx, { kind: 'EXPIRED', action: 'EXPIRE', due: 'expires_at', freesTime: true });
}
