import { Migration } from '@mikro-orm/migrations';

/** What guests may change of their bookings and until when, and how to forget who they were. */
export class Guests extends Migration {
  override up(): void {
    for (const statement of [...changePolicy, ...personKeys]) this.addSql(statement);
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

const personKeys = [
  `create table person_keys (
    id uuid primary key,
    organization_id uuid not null,
    owner_id text not null,
    booking_id uuid not null references bookings on delete restrict,
    person text,
    key text,
    destroyed_at timestamptz,
    check ((destroyed_at is null) = (key is not null and person is not null))
  )`,
  'create index person_keys_booking on person_keys (booking_id)',
  'create index person_keys_person on person_keys (person) where person is not null',
  // What an answer is about, so that it can be forgotten with it.
  `alter table idempotency_keys add column if not exists subjects text[] not null default '{}'`,
];
