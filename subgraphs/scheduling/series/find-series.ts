import { requireId } from '#platform/ids.ts';
import type { BookingRow } from '../bookings/booking.entity.ts';
import type { BookingView } from '../bookings/booking-view.ts';
import { isVisible } from '../bookings/find-booking.ts';
import { allOpenedBy } from '../bookings/manage-token.ts';
import { seenBy } from '../bookings/seen-by.ts';
import type { SchedulingContext } from '../context.ts';
import type { SeriesRow } from './series.entity.ts';

/** A series with those of its bookings that the viewer may see, in order. */
export interface SeriesView extends SeriesRow {
  /** Left out: to be looked up, for organizers. */
  bookings?: readonly BookingView[];
}

/** A series for its guest, by token, or for organizers of any of its bookings; `null` for everybody else. */
export async function findSeries(
  ctx: SchedulingContext,
  id: string,
  manageToken?: string | null,
): Promise<SeriesView | null> {
  const series = await ctx.loaders.series.load(requireId('ser', id, 'id'));
  if (!series) return null;
  const bookings = await visibleBookingsOf(ctx, series.id, manageToken);
  return bookings.length > 0 ? { ...series, bookings } : null;
}

/** The bookings of a series that the viewer organizes or that the token opens. */
export async function visibleBookingsOf(
  ctx: SchedulingContext,
  seriesId: string,
  manageToken?: string | null,
): Promise<BookingView[]> {
  const rows = await ctx.loaders.bookingsOfSeries.load(seriesId);
  const opened = manageToken ? await allOpenedBy(ctx.em, manageToken, ctx.clock.now()) : [];
  const attendeeIds = new Map(opened.map(({ bookingId, attendeeId }) => [bookingId, attendeeId]));
  const views = await Promise.all(rows.map(row => asVisible(ctx, row, attendeeIds)));
  return views.filter(view => view !== null);
}

async function asVisible(
  ctx: SchedulingContext,
  row: BookingRow,
  attendeeIds: ReadonlyMap<string, string | null>,
): Promise<BookingView | null> {
  if (await isVisible(ctx, row)) return row;
  const attendeeId = attendeeIds.get(row.id);
  if (attendeeId === undefined) return null;
  return seenBy({ ...row, attendees: await ctx.loaders.attendeesOfBooking.load(row.id) }, attendeeId);
}
