import { Migration } from '@mikro-orm/migrations';

/** What a booking can take besides single hosts: so many of a group, rooms and equipment. */
export class Resources extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const statements = [
  // Each has a row in `claimants` too: its time is claimed like that of a host.
  `create table resources (
    id uuid primary key,
    organization_id uuid not null,
    owner_id text not null references owners on delete restrict,
    name text not null,
    kind text not null check (kind in ('ROOM', 'EQUIPMENT')),
    capacity int check (capacity > 0),
    schedule_id uuid references schedules on delete restrict,
    is_active boolean not null,
    version int not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  'create index resources_owner on resources (owner_id, id)',
  'create index resources_schedule on resources (schedule_id) where schedule_id is not null',
  // Groups and requirements are settings that are read with the row: event types without them cost nothing more.
  `alter table event_types
    add column host_groups jsonb not null default '[]',
    add column resource_requirements jsonb not null default '[]'`,
  'alter table event_types alter column host_groups drop default, alter column resource_requirements drop default',
  'alter table event_type_hosts add column group_name text',
  `create table booking_resources (
    booking_id uuid not null references bookings on delete cascade,
    resource_id uuid not null references resources on delete restrict,
    position int not null,
    primary key (booking_id, resource_id)
  )`,
  'create index booking_resources_resource on booking_resources (resource_id, booking_id)',
];
