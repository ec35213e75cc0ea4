import { Migration } from '@mikro-orm/migrations';

/** What stands between booking and taking place: a host who confirms, or a payment. */
export class Confirmation extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const statements = [
  `alter table event_types
    add column confirmation_threshold_minutes int,
    add column pending_takes_time boolean not null default true,
    add column requires_payment boolean not null default false`,
  // The defaults were for event types that were there before.
  ...['requires_confirmation', 'pending_takes_time', 'requires_payment'].map(
    column => `alter table event_types alter column ${column} drop default`,
  ),
  // Bookings that take place until their end has passed.
  `create index bookings_completion on bookings (ends_at) where status = 'CONFIRMED'`,
];
