import { Migration } from '@mikro-orm/migrations';

/** What guests may change of their bookings, and until when. */
export class Guests extends Migration {
  override up(): void {
    for (const statement of changePolicy) this.addSql(statement);
  }
}

const changePolicy = [
  `alter table event_types
    add column disallows_cancellation boolean not null default false,
    add column disallows_reschedule boolean not null default false,
    add column cancellation_cutoff_minutes int check (cancellation_cutoff_minutes >= 0),
    add column reschedule_cutoff_minutes int check (reschedule_cutoff_minutes >= 0),
    add column requires_cancellation_reason text not null default 'NOBODY'
      check (requires_cancellation_reason in ('NOBODY', 'GUESTS', 'EVERYBODY')),
    add column cancellation_policy text`,
];
