import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { toSnapshot } from '../bookings/booking.events.ts';
import { readBookings } from '../bookings/load-booking.ts';
import { openedBy } from '../bookings/manage-token.ts';
import { type SeenSnapshot, seenBy } from '../bookings/seen-by.ts';
import type { SchedulingContext } from '../context.ts';
import type { Slot } from '../domain/slots.ts';
import { MINUTE_MS } from '../domain/zone.ts';
import { loadFacts } from '../slots/load-facts.ts';
import { nextSlots, searchSpan } from '../slots/next-slots.ts';
import { statesAfter } from './states-after.ts';

interface WatchedBooking {
  id: string;
  manageToken: string;
}

/** What its guest is told: the booking as it is, now and behind each change, until a host has it or nobody will. */
export async function watchInstantBooking(ctx: SchedulingContext, { id, manageToken }: WatchedBooking) {
  const bookingId = requireId('bkg', id, 'id');
  const opened = await openedBy(ctx.em, manageToken, ctx.clock.now(), bookingId);
  if (!opened) throw notFound('booking');
  const events = await ctx.eventLog.subscribe({ accepts: event => event.aggregateId === bookingId });
  return statesAfter<unknown, SeenSnapshot>({
    events,
    async read() {
      const [booking] = await readBookings(ctx.em, [bookingId]);
      if (!booking) throw notFound('booking');
      return seenBy(toSnapshot(booking), opened.attendeeId);
    },
    isLast: ({ status }) => status !== 'AWAITING_HOST',
  });
}

/** What a guest can have instead where nobody accepted. */
export async function slotsInstead(ctx: SchedulingContext, booking: SeenSnapshot): Promise<Slot[]> {
  if (booking.status !== 'EXPIRED') return [];
  const eventType = await ctx.loaders.eventType.load(booking.eventTypeId);
  if (!eventType) return [];
  const now = ctx.clock.now();
  const facts = await loadFacts(ctx.em, { eventType, span: searchSpan(now, now), now });
  const duration = (Date.parse(booking.endsAt) - Date.parse(booking.startsAt)) / MINUTE_MS;
  return nextSlots(facts, { start: now, duration });
}
