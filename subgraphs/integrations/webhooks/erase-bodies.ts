import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { statements } from '#platform/orm.ts';
import type { BookingChange } from '../../../schema/events.ts';

interface Body {
  data: BookingChange;
}

/** A body without what it told of people: of them it says what the booking says now. */
function erasedBody(body: string, { booking: now }: BookingChange): string {
  const message = JSON.parse(body) as Body;
  const { attendee: _, reason, booking, ...data } = message.data;
  const { title, attendees, guests, cancellationReason } = now;
  return JSON.stringify({
    ...message,
    data: {
      ...data,
      booking: { ...booking, title, attendees, guests, cancellationReason },
      reason: reason && '[erased]',
    },
  });
}

/** Overwrites what was sent about a booking, and what still will be. */
export async function eraseBodies(em: EntityManager, change: BookingChange): Promise<void> {
  const { rows } = await sql<{ id: string; body: string }>`
    select id::text, body from webhook_deliveries where aggregate_id = ${change.booking.id} for update`.execute(
    statements(em),
  );
  const bodies = rows.map(({ id, body }) => ({ id, body: erasedBody(body, change) }));
  await sql`update webhook_deliveries set body = b.body
    from jsonb_to_recordset(${JSON.stringify(bodies)}::jsonb) as b(id uuid, body text)
    where webhook_deliveries.id = b.id`.execute(statements(em));
}
