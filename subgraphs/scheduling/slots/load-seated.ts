import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { fromUuid, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import type { SeatedBooking } from '../domain/event-type.ts';
import type { Span } from './load-hosts.ts';

/** A booking whose seats are counted, and which one it is. */
export interface SeatedRow extends SeatedBooking {
  readonly bookingId: string;
}

interface SeatedQuestion {
  eventTypeId: string;
  span: Span;
  /** A booking that is about to give up its time. */
  exceptBookingId?: string | undefined;
}

interface Row {
  id: string;
  starts_at: number;
  ends_at: number;
  host_ids: string[];
  seats_taken: number;
}

/** The bookings of an event type that start in a span, with how many seats are taken. In order. */
export async function loadSeated(
  em: EntityManager,
  { eventTypeId, span, exceptBookingId }: SeatedQuestion,
): Promise<SeatedRow[]> {
  const { rows } = await sql<Row>`
    select b.id, (extract(epoch from b.starts_at) * 1000)::float8 as starts_at,
      (extract(epoch from b.ends_at) * 1000)::float8 as ends_at,
      array(select h.user_id::text from booking_hosts h where h.booking_id = b.id order by h.position) as host_ids,
      (select count(*)::int from attendees a where a.booking_id = b.id) as seats_taken
    from bookings b
    where b.event_type_id = ${uuidOf(eventTypeId)}::uuid and b.status = 'CONFIRMED'
      and b.starts_at >= ${new Date(span.from)} and b.starts_at < ${new Date(span.to)}
      and b.id is distinct from ${exceptBookingId ? uuidOf(exceptBookingId) : null}::uuid
    order by b.starts_at, b.id`.execute(statements(em));
  return rows.map(row => ({
    bookingId: fromUuid('bkg', row.id),
    start: row.starts_at,
    end: row.ends_at,
    hostIds: row.host_ids.map(id => fromUuid('usr', id)),
    seatsTaken: row.seats_taken,
  }));
}
