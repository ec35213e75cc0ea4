import type { EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';
import { fromUuid, newId, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import type { NewEvent } from '#platform/transaction.ts';
import type { ManagedField } from '../domain/managed-event-type.ts';
import { eventTypeChanged } from '../event-types/event-type.events.ts';

/** Whether a member has an event type made from a template, and whether the template still decides about it. */
type Holding = 'NONE' | 'LEFT' | 'ASSIGNED';

interface Candidate {
  templateId: string;
  lockedFields: ManagedField[];
  ownerId: string;
  holding: Holding;
  /** Another event type of theirs stands at the address. */
  isSlugTaken: boolean;
}

interface CandidateRow {
  template_id: string;
  locked_fields: ManagedField[];
  owner_id: string;
  holding: Holding;
  is_slug_taken: boolean;
}

/** Members of teams who have, or could be given, event types made from the teams' templates: `t` a template, `o` a member. */
export async function findCandidates(
  em: EntityManager,
  condition: RawBuilder<unknown>,
): Promise<Candidate[]> {
  const { rows } = await sql<CandidateRow>`
    select distinct t.id as template_id, t.locked_fields, o.id as owner_id,
      case when c.id is null then 'NONE' when c.is_assigned then 'ASSIGNED' else 'LEFT' end as holding,
      (c.id is null or 'SLUG' = any(t.locked_fields)) and exists (
        select 1 from event_types e
        where e.owner_id = o.id and e.slug = t.slug and e.id is distinct from c.id) as is_slug_taken
    from event_types t
    join owners team on team.id = t.owner_id
    join memberships m on m.team_id = team.uuid and not m.is_ended
    join owners o on o.uuid = m.user_id
    left join event_types c on c.template_id = t.id and c.owner_id = o.id
    where t.locked_fields is not null and ${condition}
    order by 1, 3`.execute(statements(em));
  return rows.map(row => ({
    templateId: fromUuid('etp', row.template_id),
    lockedFields: row.locked_fields,
    ownerId: row.owner_id,
    holding: row.holding,
    isSlugTaken: row.is_slug_taken,
  }));
}

interface ChangedRow {
  id: string;
  owner_id: string;
  organization_id: string;
  version: number;
}

const toEvent = ({ id, owner_id, organization_id, version }: ChangedRow): NewEvent =>
  eventTypeChanged(fromUuid('org', organization_id), owner_id, { id: fromUuid('etp', id), version });

/** Makes an event type for each who has none, with everything as the template says now. */
async function insertChildren(em: EntityManager, gifts: readonly Candidate[], at: Date): Promise<NewEvent[]> {
  if (gifts.length === 0) return [];
  const children = gifts.map(({ templateId, ownerId }) => ({
    id: uuidOf(newId('etp')),
    template_id: uuidOf(templateId),
    owner_id: ownerId,
  }));
  // Copies the columns that there are, whatever settings event types will have.
  const { rows } = await sql<ChangedRow>`
    with given as (
      select g.id, g.template_id, o.id as owner_id, o.uuid as user_id, o.organization_id
      from jsonb_to_recordset(${JSON.stringify(children)}::jsonb) as g(id uuid, template_id uuid, owner_id text)
      join owners o on o.id = g.owner_id
    ), made as (
      insert into event_types
      select (jsonb_populate_record(t, jsonb_build_object(
        'id', g.id, 'owner_id', g.owner_id, 'organization_id', g.organization_id, 'template_id', t.id,
        'is_assigned', true, 'locked_fields', null, 'assigns_all_members', false, 'version', 1,
        'created_at', ${at}::timestamptz, 'updated_at', ${at}::timestamptz))).*
      from given g join event_types t on t.id = g.template_id
      returning id, owner_id, organization_id, version
    ), hosts as (
      insert into event_type_hosts (event_type_id, user_id, position, counted_from)
      select made.id, given.user_id, 0, ${at}::timestamptz from made join given on given.id = made.id
    )
    select * from made order by id`.execute(statements(em));
  return rows.map(toEvent);
}

/** Those who had one get it back, as active as the template. What is locked has to be pushed to them. */
async function reassign(em: EntityManager, gifts: readonly Candidate[], at: Date): Promise<NewEvent[]> {
  if (gifts.length === 0) return [];
  const { rows } = await sql<ChangedRow>`
    update event_types c set is_assigned = true, is_active = t.is_active, version = c.version + 1,
      updated_at = greatest(c.updated_at, ${at})
    from event_types t,
      unnest(${gifts.map(({ templateId }) => uuidOf(templateId))}::uuid[], ${gifts.map(({ ownerId }) => ownerId)}::text[])
        as g(template_id, owner_id)
    where c.template_id = g.template_id and c.owner_id = g.owner_id and t.id = g.template_id
    returning c.id, c.owner_id, c.organization_id, c.version`.execute(statements(em));
  return rows.map(toEvent);
}

interface Template {
  id: string;
  lockedFields: readonly ManagedField[] | null;
}

/** Brings what is locked to all members' event types that differ. Their rows are locked first, whether they differ or not. */
export async function pushLocked(em: EntityManager, template: Template, at: Date): Promise<NewEvent[]> {
  const id = uuidOf(template.id);
  // A member who is changing theirs has read what was locked before: their change is waited for.
  await sql`select 1 from event_types where template_id = ${id}::uuid and is_assigned order by id for update`.execute(
    statements(em),
  );
  const columns = (template.lockedFields ?? []).map(field => field.toLowerCase());
  if (columns.length === 0) return [];
  const of = (table: string) => sql.join(columns.map(column => sql.ref(`${table}.${column}`)));
  const { rows } = await sql<ChangedRow>`
    update event_types c
    set ${sql.join(columns.map(column => sql`${sql.ref(column)} = ${sql.ref(`t.${column}`)}`))},
      version = c.version + 1, updated_at = greatest(c.updated_at, ${at})
    from event_types t
    where t.id = ${id}::uuid and c.template_id = t.id and c.is_assigned and row(${of('c')}) is distinct from row(${of('t')})
    returning c.id, c.owner_id, c.organization_id, c.version`.execute(statements(em));
  return rows.map(toEvent);
}

/** Gives members their event types. Nothing is checked any more; a number of statements that does not grow with theirs. */
export async function giveChildren(
  em: EntityManager,
  gifts: readonly Candidate[],
  at: Date,
): Promise<NewEvent[]> {
  const [fresh, former] = (['NONE', 'LEFT'] as const).map(state =>
    gifts.filter(({ holding }) => holding === state),
  );
  return [...(await insertChildren(em, fresh ?? [], at)), ...(await reassign(em, former ?? [], at))];
}

interface Withdrawal {
  deletedIds: string[];
  deactivatedIds: string[];
  events: NewEvent[];
}

/** Takes members' event types back: those that were booked stay, switched off and their owners' own. `c` is one of them. */
export async function withdrawChildren(
  em: EntityManager,
  condition: RawBuilder<unknown>,
  at: Date,
): Promise<Withdrawal> {
  // Whoever books one now waits for this lock, through the foreign key of their booking.
  const { rows: found } = await sql<{ id: string }>`
    select c.id from event_types c where c.is_assigned and ${condition} order by c.id for update`.execute(
    statements(em),
  );
  if (found.length === 0) return { deletedIds: [], deactivatedIds: [], events: [] };
  const ids = sql`${found.map(({ id }) => id)}::uuid[]`;
  const { rows } = await sql<ChangedRow & { is_gone: boolean }>`
    with booked as (select distinct event_type_id as id from bookings where event_type_id = any(${ids})),
    kept as (
      update event_types set is_assigned = false, is_active = false, version = version + 1,
        updated_at = greatest(updated_at, ${at})
      where id in (select id from booked) returning id, owner_id, organization_id, version
    ), gone as (
      delete from event_types where id = any(${ids}) and id not in (select id from booked)
      returning id, owner_id, organization_id, version + 1 as version
    )
    select *, false as is_gone from kept union all select *, true from gone order by id`.execute(
    statements(em),
  );
  const idsOf = (isGone: boolean) =>
    rows.filter(row => row.is_gone === isGone).map(row => fromUuid('etp', row.id));
  return { deletedIds: idsOf(true), deactivatedIds: idsOf(false), events: rows.map(toEvent) };
}
