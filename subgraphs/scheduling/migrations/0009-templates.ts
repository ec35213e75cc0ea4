import { Migration } from '@mikro-orm/migrations';

/** Event types that a team gives to its members, and forms that lead guests to the right one. */
export class Templates extends Migration {
  override up(): void {
    for (const statement of [...managedEventTypes, ...routingForms]) this.addSql(statement);
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

const routingForms = [
  `create table routing_forms (
    id uuid primary key,
    organization_id uuid not null,
    owner_id text not null references owners on delete restrict,
    slug text not null,
    name text not null,
    is_active boolean not null,
    fields jsonb not null,
    rules jsonb not null,
    fallback jsonb not null,
    version int not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint routing_forms_owner_slug_key unique (owner_id, slug)
  )`,
  // Answers are about people: they are encrypted, and gone with their form.
  `create table routing_form_responses (
    id uuid primary key,
    organization_id uuid not null,
    form_id uuid not null references routing_forms on delete cascade,
    form_version int not null,
    answers text not null,
    rule_name text,
    destination jsonb not null,
    submitted_at timestamptz not null,
    booking_id uuid references bookings on delete set null
  )`,
  'create index routing_form_responses_form on routing_form_responses (form_id, submitted_at desc, id desc)',
  'create index routing_form_responses_booking on routing_form_responses (booking_id)',
];
