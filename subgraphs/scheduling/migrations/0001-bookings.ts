import { Migration } from '@mikro-orm/migrations';
import { idempotencyTable } from '#platform/idempotency.ts';
import { eventTables } from '#platform/outbox.ts';

export class Bookings extends Migration {
  override up(): void {
    for (const statement of [
      ...copies,
      ...schedules,
      ...eventTypes,
      ...bookings,
      ...claims,
      ...guestTables,
    ]) {
      this.addSql(statement);
    }
    for (const statement of eventTables('scheduling')) this.addSql(statement);
  }
}

const copies = [
  `create table owners (
    id text primary key,
    uuid uuid not null unique,
    organization_id uuid not null,
    handle text unique,
    name text not null,
    time_zone text,
    version int not null
  )`,
  `create table memberships (
    id uuid primary key,
    team_id uuid not null,
    user_id uuid not null,
    role text not null,
    is_ended boolean not null,
    version int not null
  )`,
  'create index memberships_team on memberships (team_id)',
];

const schedules = [
  `create table schedules (
    id uuid primary key,
    organization_id uuid not null,
    user_id uuid not null,
    name text not null,
    time_zone text not null,
    is_default boolean not null,
    weekly_hours jsonb not null,
    version int not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  'create index schedules_user on schedules (user_id)',
  'create unique index schedules_default on schedules (user_id) where is_default',
  `create table schedule_overrides (
    schedule_id uuid not null references schedules on delete cascade,
    date date not null,
    hours jsonb not null,
    primary key (schedule_id, date)
  )`,
];

const eventTypes = [
  `create table event_types (
    id uuid primary key,
    organization_id uuid not null,
    owner_id text not null references owners on delete restrict,
    slug text not null,
    title text not null,
    description text,
    is_active boolean not null,
    scheduling_mode text not null check (scheduling_mode in ('SOLO', 'ROUND_ROBIN', 'COLLECTIVE')),
    duration_minutes int not null,
    duration_options_minutes int[] not null,
    slot_interval_minutes int,
    buffer_before_minutes int not null,
    buffer_after_minutes int not null,
    minimum_notice_minutes int not null,
    booking_window_days int,
    requires_confirmation boolean not null default false,
    seats_per_slot int,
    locked_time_zone text,
    locations jsonb not null,
    booking_fields jsonb not null,
    version int not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint event_types_owner_slug_key unique (owner_id, slug)
  )`,
  `create table event_type_hosts (
    event_type_id uuid not null references event_types on delete cascade,
    user_id uuid not null,
    position int not null,
    schedule_id uuid references schedules on delete set null,
    assignments int not null default 0,
    last_assigned_at timestamptz,
    primary key (event_type_id, user_id)
  )`,
  'create index event_type_hosts_user on event_type_hosts (user_id)',
];

const bookings = [
  `create table bookings (
    id uuid primary key,
    organization_id uuid not null,
    event_type_id uuid not null references event_types on delete restrict,
    owner_id text not null,
    status text not null,
    title text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null check (ends_at > starts_at),
    location jsonb,
    guests text[] not null,
    cancellation_reason text,
    version int not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  'create index bookings_owner on bookings (owner_id, starts_at, id)',
  'create index bookings_event_type on bookings (event_type_id, starts_at, id)',
  `create table booking_hosts (
    booking_id uuid not null references bookings on delete cascade,
    user_id uuid not null,
    position int not null,
    primary key (booking_id, user_id)
  )`,
  'create index booking_hosts_user on booking_hosts (user_id, booking_id)',
  `create table attendees (
    id uuid primary key,
    booking_id uuid not null references bookings on delete cascade,
    position int not null,
    name text not null,
    email text not null,
    time_zone text not null,
    locale text,
    no_show boolean not null default false,
    answers jsonb not null
  )`,
  'create index attendees_booking on attendees (booking_id, position)',
  `create table booking_events (
    booking_id uuid not null references bookings on delete restrict,
    version int not null,
    kind text not null,
    data jsonb not null,
    actor_kind text not null,
    actor_id text not null,
    correlation_id text not null,
    occurred_at timestamptz not null,
    primary key (booking_id, version)
  )`,
];

/**
 * Whose time is taken. Every promise of time is a row here, and the constraint makes two that overlap
 * impossible, whatever the code does. The lock only makes waiting short: writers that met on the bare
 * constraint would deadlock and be sorted out one by one after `deadlock_timeout`.
 */
const claims = [
  'create table claimants (id uuid primary key)',
  `create table claims (
    id uuid primary key default gen_random_uuid(),
    organization_id uuid not null,
    claimant_id uuid not null references claimants on delete restrict,
    during tstzrange not null check (not isempty(during)),
    source text not null check (source in ('BOOKING', 'HOLD')),
    booking_id uuid references bookings on delete cascade,
    is_blocking boolean not null default true,
    constraint claims_do_not_overlap exclude using gist (claimant_id with =, during with &&) where (is_blocking)
  )`,
  'create index claims_booking on claims (booking_id)',
  `create function lock_claimants(ids uuid[]) returns void language plpgsql as $$
  begin
    perform 1 from claimants where id = any(ids) order by id for update;
  end $$`,
];

const guestTables = [
  `create table manage_tokens (
    hash text primary key,
    booking_id uuid not null references bookings on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null
  )`,
  'create index manage_tokens_booking on manage_tokens (booking_id)',
  ...idempotencyTable,
];
