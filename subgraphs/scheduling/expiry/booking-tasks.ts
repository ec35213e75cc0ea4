import type { SchedulingContext } from '../context.ts';
import { expireHolds } from '../holds/expire-holds.ts';
import { cancelBookingsOf } from '../owners/cancel-bookings-of.ts';
import { completeBookings } from './complete-bookings.ts';
import { expireBookings } from './expire-bookings.ts';

/** One try each: what is left over is there a minute later. */
export const bookingTimetable = ['* * * * * expire-bookings ?max=1', '* * * * * complete-bookings ?max=1'];

/** What becomes of bookings and holds by time alone. */
export function bookingTasks(openContext: () => SchedulingContext) {
  return {
    'expire-bookings': async () => {
      await expireBookings(openContext());
    },
    'complete-bookings': async () => {
      await completeBookings(openContext());
    },
    'cancel-bookings-of': async (payload: unknown) => {
      await cancelBookingsOf(openContext(), (payload as { ownerId: string }).ownerId);
    },
    'expire-holds': async () => {
      await expireHolds(openContext());
    },
  };
}
