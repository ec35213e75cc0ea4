import { Migration } from '@mikro-orm/migrations';

/** Bookings that belong together, and bookings that any host can take at once. */
export class Series extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const statements = [
  'alter table event_types add column recurrence jsonb',
  'alter table event_types add column is_instant boolean not null default false',
  'alter table event_types alter column is_instant drop default',
  `create table booking_series (
    id uuid primary key,
    organization_id uuid not null,
    event_type_id uuid not null references event_types on delete restrict,
    rule jsonb not null,
    time_zone text not null,
    skipped jsonb not null,
    shifted jsonb not null,
    created_at timestamptz not null
  )`,
  `alter table bookings
    add column series_id uuid references booking_series on delete restrict,
    add column series_position int,
    add constraint bookings_series_position_key unique (series_id, series_position),
    add check ((series_id is null) = (series_position is null))`,
  // One link opens all bookings of a series: each in a row of its own, which ends with its booking.
  'alter table manage_tokens drop constraint manage_tokens_pkey, add primary key (hash, booking_id)',
];
