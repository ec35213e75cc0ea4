import { Migration } from '@mikro-orm/migrations';

/** A booking's whole life: what is waited for, and who did not come. */
export class Lifecycle extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const statements = [
  'alter table bookings add column expires_at timestamptz',
  'create index bookings_expiry on bookings (expires_at) where expires_at is not null',
  'alter table booking_hosts add column no_show boolean not null default false',
  'alter table booking_hosts alter column no_show drop default',
  // What lists filter by.
  'create index bookings_changes on bookings (owner_id, updated_at, id)',
  'create index attendees_email on attendees (lower(email), booking_id)',
  // Names are words. Signs between them are taken out, because what the parser makes of them depends on the locale.
  `create function words_of(name text) returns tsvector language sql immutable parallel safe as $$
    select to_tsvector('simple', translate(name, '-–‐’‘''.,/@()_+&', '                '))
  $$`,
  'create index attendees_name on attendees using gin (words_of(name))',
  'create index attendees_no_show on attendees (booking_id) where no_show',
  'create index booking_hosts_no_show on booking_hosts (booking_id) where no_show',
  // Changes of one booking happen one after the other.
  `create function lock_booking(booking uuid) returns void language plpgsql as $$
  begin
    perform 1 from bookings where id = booking for update;
  end $$`,
];
