import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { uuidOf } from '#platform/ids.ts';
import { rows } from '#platform/orm.ts';
import type { Principal } from '#platform/principal.ts';
import { endedStatuses } from '../domain/booking-state.ts';
import { mayManage } from '../event-types/may-manage.ts';
import type { Tables } from '../tables.ts';

/** A booking with at least one of these hosts. Raw, because MikroORM's plugin mixes up columns of nested tables. */
export function hostedBy(userIds: readonly string[]) {
  return sql<boolean>`exists (
    select 1 from booking_hosts h
    where h.booking_id = ${sql.ref('Booking.id')} and h.user_id = any(${userIds.map(uuidOf)}::uuid[])
  )`;
}

/** The bookings that the viewer hosts or manages: every list starts from here. */
export function visibleBookings(em: EntityManager, viewer: Principal) {
  const managed = [viewer.id, ...Object.keys(viewer.roles)].filter(ownerId => mayManage(viewer, ownerId));
  return rows<Tables>(em)
    .selectFrom('Booking')
    .where(db => db.or([db('ownerId', 'in', managed), hostedBy([viewer.id])]));
}

/** Those of them that are still to come. */
export function upcomingBookings(em: EntityManager, viewer: Principal, now: Date) {
  return visibleBookings(em, viewer).where('endsAt', '>', now).where('status', 'not in', endedStatuses);
}
