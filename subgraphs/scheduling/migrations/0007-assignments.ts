import { Migration } from '@mikro-orm/migrations';

/** Who takes a booking, and why: how hosts take turns, and a ledger of whose turn it was. */
export class Assignments extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const statements = [
  `alter table event_types add column round_robin jsonb not null
    default '{"resetInterval": "NEVER", "countsNoShows": false, "sameHostOnReschedule": true, "maximumLead": null}'`,
  'alter table event_types alter column round_robin drop default',
  `alter table event_type_hosts
    add column weight int not null default 100 check (weight between 1 and 1000),
    add column priority int not null default 2 check (priority between 0 and 4),
    add column is_fixed boolean not null default false,
    add column calibration float8 not null default 0,
    add column counted_from timestamptz not null default 'epoch'`,
  'alter table event_type_hosts alter column counted_from drop default',
  // One row each time that a host was found for a booking. The latest whose host still hosts is the one that counts.
  `create table assignments (
    booking_id uuid not null references bookings on delete cascade,
    version int not null,
    event_type_id uuid not null references event_types on delete restrict,
    place_id uuid not null,
    host_id uuid not null,
    decision jsonb,
    assigned_at timestamptz not null,
    primary key (booking_id, version)
  )`,
  'create index assignments_event_type on assignments (event_type_id, assigned_at)',
  // A slot that is held is somebody's turn already.
  'alter table holds add column decision jsonb',
  'create index holds_of_event_type on holds (event_type_id) where outcome is null',
];
