import { Migration } from '@mikro-orm/migrations';

/** Finds what was sent about a booking, so that it can be erased. */
export class Erasure extends Migration {
  override up(): void {
    this.addSql('alter table webhook_deliveries add column aggregate_id text');
    this.addSql(`update webhook_deliveries set aggregate_id = body::jsonb->'data'->'booking'->>'id'`);
    this.addSql('alter table webhook_deliveries alter column aggregate_id set not null');
    this.addSql('create index webhook_deliveries_aggregate on webhook_deliveries (aggregate_id)');
  }
}
