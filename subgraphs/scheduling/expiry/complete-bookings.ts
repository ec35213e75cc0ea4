import type { SchedulingContext } from '../context.ts';
import { endDueBookings } from './end-bookings.ts';

/** Marks bookings whose end has passed as having taken place. They keep their time: a buffer may still run. */
export function completeBookings(ctx: SchedulingContext): Promise<number> {
  return endDueBookings(ctx, { kind: 'COMPLETED', action: 'COMPLETE', due: 'ends_at', freesTime: false });
}
