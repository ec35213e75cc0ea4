import { requireId } from '#platform/ids.ts';
import type { SchedulingContext } from '../context.ts';
import type { EventTypeRow } from '../event-types/event-type.entity.ts';

/** What was booked; read before the transaction, which should not need a second connection. `null`: no such booking. */
export async function eventTypeOfBooking(
  ctx: SchedulingContext,
  bookingId: string,
): Promise<EventTypeRow | null> {
  const booking = await ctx.loaders.booking.load(requireId('bkg', bookingId, 'bookingId'));
  return booking && ctx.loaders.eventType.load(booking.eventTypeId);
}
