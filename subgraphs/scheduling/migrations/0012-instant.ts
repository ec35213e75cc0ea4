import { Migration } from '@mikro-orm/migrations';

/** Meetings that start at once: who can accept them, and how long. */
export class Instant extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const statements = [
  'alter table event_types add column instant_accept_seconds int not null default 90',
  // The default was for event types that were there before.
  'alter table event_types alter column instant_accept_seconds drop default',
  `alter table bookings add column offered_host_ids text[] not null default '{}'`,
  'alter table bookings alter column offered_host_ids drop default',
  // What a host could accept: few at any time, whatever was offered before.
  `create index bookings_offered on bookings using gin (offered_host_ids) where status = 'AWAITING_HOST'`,
];
