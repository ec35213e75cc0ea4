import { requireId } from '#platform/ids.ts';
import { hasScope } from '#platform/principal.ts';
import type { SchedulingContext } from '../context.ts';
import type { BookingRow } from './booking.entity.ts';
import { isOrganizer } from './booking-access.ts';
import { bookingOfToken } from './manage-token.ts';

/** A booking for its guest, by token, or for its organizers; `null` for everybody else and where there is none. */
export async function findBooking(
  ctx: SchedulingContext,
  id: string,
  manageToken?: string | null,
): Promise<BookingRow | null> {
  const booking = await ctx.loaders.booking.load(requireId('bkg', id, 'id'));
  if (!booking) return null;
  if (manageToken && (await bookingOfToken(ctx.em, manageToken, ctx.clock.now())) === booking.id)
    return booking;
  return (await isVisible(ctx, booking)) ? booking : null;
}

/** Whether the viewer organizes the booking and their credential may read bookings. */
export async function isVisible(ctx: SchedulingContext, booking: BookingRow): Promise<boolean> {
  if (ctx.viewer.kind === 'SERVICE') return true;
  if (ctx.viewer.kind === 'ANONYMOUS' || !hasScope(ctx.viewer, 'BOOKING_READ')) return false;
  const hosts = await ctx.loaders.hostsOfBooking.load(booking.id);
  return isOrganizer(ctx, { ...booking, hostIds: hosts.map(host => host.userId) });
}
