import { requireId } from '#platform/ids.ts';
import { hasScope } from '#platform/principal.ts';
import type { SchedulingContext } from '../context.ts';
import type { BookingRow } from './booking.entity.ts';
import { isOrganizer } from './booking-access.ts';
import type { BookingView } from './booking-view.ts';
import { openedBy } from './manage-token.ts';
import { seenBy } from './seen-by.ts';

/** A booking for its guest, by token, or for its organizers; `null` for everybody else and where there is none. */
export async function findBooking(
  ctx: SchedulingContext,
  id: string,
  manageToken?: string | null,
): Promise<BookingView | null> {
  const booking = await ctx.loaders.booking.load(requireId('bkg', id, 'id'));
  if (!booking) return null;
  if (await isVisible(ctx, booking)) return booking;
  const opened = manageToken ? await openedBy(ctx.em, manageToken, ctx.clock.now(), booking.id) : null;
  if (opened?.bookingId !== booking.id) return null;
  const attendees = await ctx.loaders.attendeesOfBooking.load(booking.id);
  return seenBy({ ...booking, attendees }, opened.attendeeId);
}

/** Whether the viewer organizes the booking and their credential may read bookings. */
export async function isVisible(ctx: SchedulingContext, booking: BookingRow): Promise<boolean> {
  if (ctx.viewer.kind === 'SERVICE') return true;
  if (ctx.viewer.kind === 'ANONYMOUS' || !hasScope(ctx.viewer, 'BOOKING_READ')) return false;
  const hosts = await ctx.loaders.hostsOfBooking.load(booking.id);
  return isOrganizer(ctx, { ...booking, hostIds: hosts.map(host => host.userId) });
}
