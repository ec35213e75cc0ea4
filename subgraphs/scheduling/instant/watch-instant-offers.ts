import { sql } from 'kysely';
import type { LoggedEvent } from '#platform/event-log.ts';
import { rows } from '#platform/orm.ts';
import type { BookingChange, EventName } from '../../../schema/events.ts';
import type { BookingRow } from '../bookings/booking.entity.ts';
import type { SchedulingContext } from '../context.ts';
import type { Tables } from '../tables.ts';
import { statesAfter } from './states-after.ts';

/** What makes an offer, and what ends it. */
const CHANGES: ReadonlySet<string> = new Set<EventName>([
  'booking.created',
  'booking.confirmed',
  'booking.cancelled',
  'booking.expired',
]);

/** Meetings that the viewer could accept at this moment, those that end first in front. */
export function findInstantOffers(ctx: SchedulingContext): Promise<BookingRow[]> {
  return rows<Tables>(ctx.em)
    .selectFrom('Booking')
    .selectAll()
    .where('status', '=', 'AWAITING_HOST')
    .where('expiresAt', '>', new Date(ctx.clock.now()))
    .where(sql<boolean>`offered_host_ids @> array[${ctx.viewer.id}]`)
    .orderBy('expiresAt')
    .orderBy('id')
    .execute();
}

/** Those there are, and again whenever one comes or goes. */
export async function watchInstantOffers(ctx: SchedulingContext) {
  const { id } = ctx.viewer;
  const concerns = ({ name, audience, payload }: LoggedEvent) =>
    CHANGES.has(name) &&
    audience.includes(id) &&
    (payload as BookingChange).booking.offeredHostIds?.includes(id) === true;
  const events = await ctx.eventLog.subscribe({ accepts: concerns });
  return statesAfter({ events, read: () => findInstantOffers(ctx) });
}
