import { Migration } from '@mikro-orm/migrations';
import { eventTables } from '#platform/outbox.ts';

export class Webhooks extends Migration {
  override up(): void {
    this.addSql(`create table webhook_endpoints (
      id uuid primary key,
      organization_id uuid not null,
      user_id uuid not null,
      url text not null,
      event_kinds text[] not null,
      is_active boolean not null,
      secret text not null,
      previous_secret text,
      previous_secret_valid_until timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`);
    this.addSql('create index webhook_endpoints_user on webhook_endpoints (user_id, id)');
    this.addSql(`create table webhook_deliveries (
      id uuid primary key,
      endpoint_id uuid not null references webhook_endpoints on delete cascade,
      event_id uuid not null,
      event_kind text not null,
      body text not null,
      status text not null check (status in ('PENDING', 'SUCCEEDED', 'FAILED')),
      next_attempt_at timestamptz,
      created_at timestamptz not null,
      constraint webhook_deliveries_endpoint_event_key unique (endpoint_id, event_id)
    )`);
    this.addSql('create index webhook_deliveries_endpoint on webhook_deliveries (endpoint_id, id)');
    this.addSql(`create table webhook_attempts (
      delivery_id uuid not null references webhook_deliveries on delete cascade,
      number int not null,
      attempted_at timestamptz not null,
      duration_ms int not null,
      response_status int,
      error text,
      primary key (delivery_id, number)
    )`);
    for (const statement of eventTables('integrations')) this.addSql(statement);
  }
}
