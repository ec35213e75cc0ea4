import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { statements } from '#platform/orm.ts';
import type { DomainEvent } from '#platform/outbox.ts';
import type { BookingChange } from '../../../schema/events.ts';

/** What a booking says of people. */
type People = Pick<BookingChange['booking'], 'title' | 'attendees' | 'guests' | 'cancellationReason'>;

/** A change without what it told of people: of them it says what the booking says since. */
function withoutErased<Change extends BookingChange>(change: Change, people: People): Change {
  const { attendee: _, ...rest } = change;
  const { title, attendees, guests, cancellationReason } = people;
  return {
    ...rest,
    booking: { ...change.booking, title, attendees, guests, cancellationReason },
    reason: change.reason && '[erased]',
  } as Change;
}

/** Lets nobody else handle news of the booking before the transaction ends. */
async function lockNews(em: EntityManager, bookingId: string) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${bookingId}, 0))`.execute(statements(em));
}

/** A change as it may be told now: events come in any order, one of before an erasure after it too. */
export async function tellableChange(em: EntityManager, event: DomainEvent): Promise<BookingChange> {
  const change = event.payload as BookingChange;
  await lockNews(em, change.booking.id);
  // A statement of its own: it has to see what was committed while it waited.
  const { rows } = await sql<{ people: People }>`
    select people from booking_erasures
    where booking_id = ${change.booking.id} and version > ${event.version}`.execute(statements(em));
  return rows[0] ? withoutErased(change, rows[0].people) : change;
}

/** Overwrites what was sent about a booking, and what still will be. */
export async function erasePeople(em: EntityManager, event: DomainEvent): Promise<void> {
  const { booking } = await tellableChange(em, event);
  const { title, attendees, guests, cancellationReason } = booking;
  const people = JSON.stringify({ title, attendees, guests, cancellationReason });
  await sql`
    insert into booking_erasures (booking_id, version, people)
    values (${booking.id}, ${event.version}, ${people}::jsonb)
    on conflict (booking_id) do update set version = excluded.version, people = excluded.people
    where booking_erasures.version < excluded.version`.execute(statements(em));
  const { rows } = await sql<{ id: string; body: string }>`
    select id::text, body from webhook_deliveries where aggregate_id = ${booking.id} for update`.execute(
    statements(em),
  );
  const bodies = rows.map(({ id, body }) => {
    const message = JSON.parse(body) as { data: BookingChange };
    return { id, body: JSON.stringify({ ...message, data: withoutErased(message.data, booking) }) };
  });
  await sql`update webhook_deliveries set body = b.body
    from jsonb_to_recordset(${JSON.stringify(bodies)}::jsonb) as b(id uuid, body text)
    where webhook_deliveries.id = b.id`.execute(statements(em));
}
