import type { EntityManager } from '@mikro-orm/postgresql';
import type { Encryption } from '#platform/encryption.ts';
import { rows } from '#platform/orm.ts';
import type { BookingEventRow } from '../bookings/booking-event.entity.ts';
import { openStored } from '../erasure/person-keys.ts';
import type { Tables } from '../tables.ts';

/**
 * The events of bookings, oldest first, as they were told: the one way to read them, because what is stored tells
 * nothing of people. Those who were erased are `[erased]`.
 */
export async function readBookingEvents(
  em: EntityManager,
  encryption: Encryption,
  bookingIds: readonly string[],
): Promise<BookingEventRow[]> {
  const events = await rows<Tables>(em)
    .selectFrom('BookingEvent')
    .selectAll()
    .where('bookingId', 'in', bookingIds)
    .orderBy('bookingId')
    .orderBy('version')
    .execute();
  const keys = await rows<Tables>(em)
    .selectFrom('PersonKey')
    .selectAll()
    .where('bookingId', 'in', bookingIds)
    .execute();
  const byId = new Map(keys.map(key => [key.id, key]));
  return events.map(event => ({ ...event, data: openStored(encryption, event, byId) }));
}
