import type { BookingView } from '../bookings/booking-view.ts';
import type { SchedulingContext } from '../context.ts';
import { type GuestChange, guestPermission } from '../domain/change-policy.ts';

async function permissionOf(ctx: SchedulingContext, booking: BookingView, change: GuestChange) {
  const eventType = await ctx.loaders.eventType.load(booking.eventTypeId);
  if (!eventType) throw new Error(`${booking.eventTypeId} is gone.`);
  return guestPermission(eventType, change, {
    startsAt: booking.startsAt.getTime(),
    now: ctx.clock.now(),
  });
}

/** Whether it is still time for who looks at the booking; for organizers it always is. */
export async function isInTime(
  ctx: SchedulingContext,
  booking: BookingView,
  change: GuestChange,
): Promise<boolean> {
  if (!booking.asGuest || booking.status === 'AWAITING_HOST') return true;
  return (await permissionOf(ctx, booking, change)).isAllowed;
}

/** From when on guests cannot make the change; `null` where time does not matter. */
export async function deadlineOf(
  ctx: SchedulingContext,
  booking: BookingView,
  change: GuestChange,
): Promise<Date | null> {
  const { until } = await permissionOf(ctx, booking, change);
  return until === null ? null : new Date(until);
}
