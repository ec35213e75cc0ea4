import { Migration } from '@mikro-orm/migrations';

/** Event types that a team gives to its members. */
export class Templates extends Migration {
  override up(): void {
    for (const statement of managedEventTypes) this.addSql(statement);
  }
}

const managedEventTypes = [
  `alter table event_types
    add column locked_fields text[],
    add column assigns_all_members boolean not null default false,
    add column template_id uuid references event_types on delete set null,
    add column is_assigned boolean not null default false`,
  // A member who is unassigned and assigned again gets the same one back.
  'create unique index event_types_template on event_types (template_id, owner_id)',
];
