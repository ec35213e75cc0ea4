import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { uuidOf } from '#platform/ids.ts';
import { rows } from '#platform/orm.ts';
import type { Principal } from '#platform/principal.ts';
import { endedStatuses } from '../domain/booking-state.ts';
import { mayManage } from '../event-types/may-manage.ts';
import type { Tables } from '../tables.ts';

/**
 * The viewer hosts it. As an array, which is read once and then looked up in the key of bookings: an `exists` beside
 * an `or` would look at the bookings of everybody. Raw, because MikroORM's plugin mixes up columns of nested tables.
 */
function isHostedBy(userId: string) {
  return sql<boolean>`${sql.ref('Booking.id')} = any(array(
    select h.booking_id from booking_hosts h where h.user_id = ${uuidOf(userId)}::uuid
  ))`;
}

/** The bookings that the viewer hosts or manages: every list starts from here. */
export function visibleBookings(em: EntityManager, viewer: Principal) {
  const managed = [viewer.id, ...Object.keys(viewer.roles)].filter(ownerId => mayManage(viewer, ownerId));
  return rows<Tables>(em)
    .selectFrom('Booking')
    .where(db => db.or([db('ownerId', 'in', managed), isHostedBy(viewer.id)]));
}

/** Those of them that are still to come. */
export function upcomingBookings(em: EntityManager, viewer: Principal, now: Date) {
  return visibleBookings(em, viewer).where('endsAt', '>', now).where('status', 'not in', endedStatuses);
}
