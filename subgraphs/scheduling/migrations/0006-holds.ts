import { Migration } from '@mikro-orm/migrations';

/** Slots that guests keep to themselves while they fill in the form. */
export class Holds extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const statements = [
  `create table holds (
    id uuid primary key,
    organization_id uuid not null,
    event_type_id uuid not null references event_types on delete cascade,
    owner_id text not null,
    token_hash text not null unique,
    client_address text,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    host_ids uuid[] not null,
    place_ids uuid[] not null,
    resource_ids uuid[] not null,
    extensions int not null default 0,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    outcome text check (outcome in ('CONSUMED', 'RELEASED', 'EXPIRED')),
    -- Somebody who found it expired took its claims away; that it is over is still to be told.
    is_swept boolean not null default false
  )`,
  'create index holds_client on holds (client_address, created_at) where client_address is not null',
  'create index holds_event_type on holds (event_type_id)',
  'create index holds_open on holds (expires_at) where outcome is null',
  `alter table claims
    add column hold_id uuid references holds on delete cascade,
    add column expires_at timestamptz,
    add check ((source = 'HOLD') = (hold_id is not null)),
    add check ((hold_id is null) = (expires_at is null))`,
  'create index claims_hold on claims (hold_id) where hold_id is not null',
  'create index claims_expiry on claims (claimant_id) where expires_at is not null',
];
