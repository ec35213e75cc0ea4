import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { badInput } from '#platform/errors.ts';
import { fromUuid, isId, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import { type BookingField, fieldsFault } from '../domain/booking-fields.ts';
import { type Routing, type RoutingDestination, type RoutingGroup, routingFault } from '../domain/routing.ts';

export interface GivenDestination {
  eventTypeId?: string | null;
  hostIds?: readonly string[] | null;
  url?: string | null;
  message?: string | null;
}

interface GivenGroup {
  match: 'ALL' | 'ANY';
  conditions: readonly {
    field: string;
    operator: RoutingGroup['conditions'][number]['operator'];
    value?: unknown;
  }[];
  groups: readonly GivenGroup[];
}

export interface GivenRule {
  name: string;
  when: GivenGroup;
  destination: GivenDestination;
}

export interface GivenRouting {
  fields: readonly BookingField[];
  rules: readonly GivenRule[];
  fallback: GivenDestination;
}

const MAX_HOSTS = 50;

function readGroup({ match, conditions, groups }: GivenGroup): RoutingGroup {
  return {
    match,
    conditions: conditions.map(({ field, operator, value = null }) => ({ field, operator, value })),
    groups: groups.map(readGroup),
  };
}

function readHosts(hostIds: readonly string[], path: string): string[] {
  if (hostIds.length === 0 || hostIds.length > MAX_HOSTS)
    throw badInput(path, `1 to ${MAX_HOSTS} hosts can be named.`, { max: MAX_HOSTS });
  for (const [index, id] of hostIds.entries())
    if (!isId('usr', id)) throw badInput(`${path}[${index}]`, 'It must be an id that starts with `usr_`.');
  return [...new Set(hostIds)];
}

function readDestination(given: GivenDestination, path: string): RoutingDestination {
  const { eventTypeId, hostIds, url, message } = given;
  if ([eventTypeId, url, message].filter(part => part != null).length !== 1)
    throw badInput(path, 'Give one of `eventTypeId`, `url` and `message`.');
  if (hostIds && !eventTypeId)
    throw badInput(`${path}.hostIds`, 'Hosts are named together with an event type.');
  if (url != null) return { kind: 'URL', url };
  if (message != null) return { kind: 'MESSAGE', message };
  if (!eventTypeId || !isId('etp', eventTypeId))
    throw badInput(`${path}.eventTypeId`, 'It must be an id that starts with `etp_`.');
  return { kind: 'EVENT_TYPE', eventTypeId, hostIds: hostIds ? readHosts(hostIds, `${path}.hostIds`) : null };
}

/** Questions, rules and the fallback as they are stored. Refuses what makes no sense in itself. */
export function readRouting({ fields, rules, fallback }: GivenRouting): Routing {
  const fault = fieldsFault(fields);
  if (fault) throw badInput('fields', fault);
  const routing: Routing = {
    // Input classes are not plain objects; JSON columns want those.
    fields: JSON.parse(JSON.stringify(fields)) as BookingField[],
    rules: rules.map(({ name, when, destination }, index) => ({
      name: name.trim(),
      when: readGroup(when),
      destination: readDestination(destination, `rules[${index}].destination`),
    })),
    fallback: readDestination(fallback, 'fallback'),
  };
  const wrong = routingFault(routing);
  if (wrong) throw badInput(wrong.path, wrong.message);
  return routing;
}

/** Refuses event types that a form of this owner cannot lead to, and people who do not host them. In one statement. */
export async function requireOwnDestinations(
  em: EntityManager,
  ownerId: string,
  { rules, fallback }: Pick<Routing, 'rules'> & { fallback: RoutingDestination | null },
): Promise<void> {
  const all = [
    ...rules.map(({ destination }, index) => ({ destination, path: `rules[${index}].destination` })),
    ...(fallback ? [{ destination: fallback, path: 'fallback' }] : []),
  ];
  const ids = all.flatMap(({ destination }) =>
    destination.kind === 'EVENT_TYPE' ? uuidOf(destination.eventTypeId) : [],
  );
  if (ids.length === 0) return;
  const { rows } = await sql<{ id: string; is_bookable: boolean; host_ids: string[] }>`
    select e.id, e.locked_fields is null and e.visibility <> 'PRIVATE' as is_bookable,
      array(select h.user_id::text from event_type_hosts h where h.event_type_id = e.id) as host_ids
    from event_types e left join event_types t on t.id = e.template_id and e.is_assigned
    where e.id = any(${ids}::uuid[]) and (e.owner_id = ${ownerId} or t.owner_id = ${ownerId})`.execute(
    statements(em),
  );
  const known = new Map(rows.map(row => [fromUuid('etp', row.id), row]));
  for (const { destination, path } of all) {
    if (destination.kind !== 'EVENT_TYPE') continue;
    const found = known.get(destination.eventTypeId);
    if (!found) throw badInput(`${path}.eventTypeId`, 'It must be an event type of the owner of the form.');
    if (!found.is_bookable)
      throw badInput(`${path}.eventTypeId`, 'Templates and PRIVATE event types cannot be led to.');
    const stranger = (destination.hostIds ?? []).findIndex(id => !found.host_ids.includes(uuidOf(id)));
    if (stranger >= 0) throw badInput(`${path}.hostIds[${stranger}]`, 'It must be a host of the event type.');
  }
}
