import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { fromUuid, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import type { BookingState } from '../domain/booking.ts';
import { wallTimeOf } from './booking-view.ts';

interface StateRow {
  id: string;
  organization_id: string;
  event_type_id: string;
  owner_id: string;
  status: BookingState['status'];
  title: string;
  starts_at: number;
  ends_at: number;
  created_at: number;
  updated_at: number;
  wall_time: string | null;
  time_zone: string | null;
  tzdb_version: string | null;
  location: BookingState['location'];
  guests: string[];
  cancellation_reason: string | null;
  version: number;
  expires_at: number | null;
  series_id: string | null;
  series_position: number | null;
  offered_host_ids: string[];
  host_ids: string[];
  no_show_host_ids: string[];
  resource_ids: string[];
  attendees: (Omit<BookingState['attendees'][number], 'id'> & { id: string })[];
}

const epoch = (column: string) => sql`(extract(epoch from ${sql.ref(column)}) * 1000)::float8`;

/**
 * A booking with its hosts and attendees, locked so that its changes happen one after the other. The lock comes
 * first: a statement that waits for it would still read the attendees of before it waited.
 */
export async function lockBooking(em: EntityManager, id: string): Promise<BookingState | null> {
  const [booking] = await lockBookings(em, [id]);
  return booking ?? null;
}

/** The same for several, locked in the order of their ids: two who do so cannot wait for each other. */
export async function lockBookings(em: EntityManager, ids: readonly string[]): Promise<BookingState[]> {
  const inOrder = ids.map(uuidOf).sort();
  await sql`select lock_booking(id) from unnest(${inOrder}::uuid[]) as id`.execute(statements(em));
  return readBookings(em, ids);
}

/** Bookings with their hosts and attendees, in the order of their ids. Whoever changes them has locked them before. */
export async function readBookings(em: EntityManager, ids: readonly string[]): Promise<BookingState[]> {
  const { rows } = await sql<StateRow>`
    select b.id, b.organization_id, b.event_type_id, b.owner_id, b.status, b.title, b.location, b.guests, b.wall_time, b.time_zone, b.tzdb_version,
      b.cancellation_reason, b.version, b.series_id, b.series_position, b.offered_host_ids, ${epoch('b.expires_at')} as expires_at, ${epoch('b.starts_at')} as starts_at, ${epoch('b.ends_at')} as ends_at,
      ${epoch('b.created_at')} as created_at, ${epoch('b.updated_at')} as updated_at,
      array(select h.user_id::text from booking_hosts h where h.booking_id = b.id order by h.position) as host_ids,
      array(select h.user_id::text from booking_hosts h where h.booking_id = b.id and h.no_show order by h.position) as no_show_host_ids,
      array(select r.resource_id::text from booking_resources r where r.booking_id = b.id order by r.position) as resource_ids,
      coalesce((
        select json_agg(json_build_object('id', a.id, 'name', a.name, 'email', a.email, 'timeZone', a.time_zone,
          'locale', a.locale, 'noShow', a.no_show, 'answers', a.answers, 'guests', a.guests) order by a.position)
        from attendees a where a.booking_id = b.id
      ), '[]') as attendees
    from bookings b where b.id = any(${ids.map(uuidOf)}::uuid[]) order by b.id`.execute(statements(em));
  return rows.map(toState);
}

function toState(row: StateRow): BookingState {
  return {
    id: fromUuid('bkg', row.id),
    organizationId: fromUuid('org', row.organization_id),
    eventTypeId: fromUuid('etp', row.event_type_id),
    ownerId: row.owner_id,
    status: row.status,
    title: row.title,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    wallTime: wallTimeOf({ wallTime: row.wall_time, timeZone: row.time_zone, tzdbVersion: row.tzdb_version }),
    hostIds: row.host_ids.map(hostId => fromUuid('usr', hostId)),
    noShowHostIds: row.no_show_host_ids.map(hostId => fromUuid('usr', hostId)),
    resourceIds: row.resource_ids.map(resourceId => fromUuid('res', resourceId)),
    attendees: row.attendees.map(attendee => ({ ...attendee, id: fromUuid('att', attendee.id) })),
    guests: row.guests,
    location: row.location,
    cancellationReason: row.cancellation_reason,
    expiresAt: row.expires_at,
    seriesId: row.series_id && fromUuid('ser', row.series_id),
    seriesPosition: row.series_position,
    offeredHostIds: row.offered_host_ids,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
