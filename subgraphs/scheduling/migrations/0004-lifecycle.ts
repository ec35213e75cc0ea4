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
  // Changes of one booking happen one after the other.
  `create function lock_booking(booking uuid) returns void language plpgsql as $$
  begin
    perform 1 from bookings where id = booking for update;
  end $$`,
];
