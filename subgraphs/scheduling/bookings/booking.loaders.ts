import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Encryption } from '#platform/encryption.ts';
import { requireId, uuidOf } from '#platform/ids.ts';
import { byKey, groupedByKey } from '#platform/loaders.ts';
import { rows } from '#platform/orm.ts';
import { createPageLoader, decodeKeyset, encodeKeyset } from '#platform/pagination.ts';
import type { Principal } from '#platform/principal.ts';
import { upcomingBookings, visibleBookings } from '../booking-lists/visible-bookings.ts';
import { readBookingEvents } from '../history/read-booking-events.ts';
import type { Tables } from '../tables.ts';
import type { AttendeeRow } from './attendee.entity.ts';
import type { BookingRow } from './booking.entity.ts';
import type { BookingEventRow } from './booking-event.entity.ts';
import type { BookingHostRow } from './booking-host.entity.ts';

/** Bookings below event types, as far as the viewer may see them, by start; with `endsAfter` only those still to come. */
function bookingPages(em: EntityManager, viewer: Principal, endsAfter: Date | null) {
  const visible = (eventTypeIds: readonly string[]) =>
    (endsAfter ? upcomingBookings(em, viewer, endsAfter) : visibleBookings(em, viewer)).where(
      'eventTypeId',
      'in',
      eventTypeIds,
    );
  return createPageLoader<BookingRow>({
    async fetch(eventTypeIds, limit, after) {
      const [instant, id] = after === null ? [0, ''] : decodeKeyset(after, ['number', 'string']);
      const behind = sql<boolean>`(starts_at, id) > (${new Date(Number(instant))}, ${after ? uuidOf(requireId('bkg', String(id), 'after')) : null}::uuid)`;
      return rows<Tables>(em)
        .selectFrom(
          visible(eventTypeIds)
            .selectAll()
            .select(
              sql<number>`row_number() over (partition by event_type_id order by starts_at, id)`.as('rank'),
            )
            .$if(after !== null, query => query.where(behind))
            .as('Booking'),
        )
        .selectAll()
        .where('rank', '<=', limit)
        .orderBy('startsAt')
        .orderBy('id')
        .execute();
    },
    async count(eventTypeIds) {
      const counted = await visible(eventTypeIds)
        .select(db => ['eventTypeId', db.fn.countAll<number>().as('count')])
        .groupBy('eventTypeId')
        .execute();
      return new Map(counted.map(row => [row.eventTypeId, Number(row.count)]));
    },
    parentOf: booking => booking.eventTypeId,
    cursorOf: booking => encodeKeyset([booking.startsAt.getTime(), booking.id]),
  });
}

export function createBookingLoaders(
  em: EntityManager,
  viewer: Principal,
  { now, encryption }: { now: number; encryption: Encryption },
) {
  return {
    upcomingBookingsOfEventType: bookingPages(em, viewer, new Date(now)),
    bookingsOfEventType: bookingPages(em, viewer, null),
    booking: new DataLoader<string, BookingRow | null>(async ids =>
      byKey(
        ids,
        await rows<Tables>(em).selectFrom('Booking').selectAll().where('id', 'in', ids).execute(),
        booking => booking.id,
      ),
    ),
    hostsOfBooking: new DataLoader<string, BookingHostRow[]>(async bookingIds => {
      const found = await rows<Tables>(em)
        .selectFrom('BookingHost')
        .selectAll()
        .where('bookingId', 'in', bookingIds)
        .orderBy('position')
        .execute();
      return groupedByKey(bookingIds, found, host => host.bookingId);
    }),
    attendeesOfBooking: new DataLoader<string, AttendeeRow[]>(async bookingIds => {
      const found = await rows<Tables>(em)
        .selectFrom('Attendee')
        .selectAll()
        .where('bookingId', 'in', bookingIds)
        .orderBy('position')
        .execute();
      return groupedByKey(bookingIds, found, attendee => attendee.bookingId);
    }),
    eventsOfBooking: new DataLoader<string, BookingEventRow[]>(async bookingIds => {
      const found = await readBookingEvents(em, encryption, bookingIds);
      return groupedByKey(bookingIds, found, event => event.bookingId);
    }),
  };
}
