import { Migration } from '@mikro-orm/migrations';

/** Guests who share a booking: each has a link of their own, and people whom they bring along. */
export class Seats extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const statements = [
  `alter table attendees add column guests text[] not null default '{}'`,
  'alter table attendees alter column guests drop default',
  // A link is that of one attendee and ends with their seat; without one it is for the whole booking.
  'alter table manage_tokens add column attendee_id uuid references attendees on delete cascade',
  'create index manage_tokens_attendee on manage_tokens (attendee_id)',
  // So far every booking has one attendee, who brought all its guests.
  `update manage_tokens t set attendee_id = a.id from attendees a
    where a.booking_id = t.booking_id and a.position = 0`,
  `update attendees a set guests = b.guests from bookings b where b.id = a.booking_id`,
];
