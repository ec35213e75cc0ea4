import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import { countsFrom, loadTurnTakers } from '../assignments/choose-turn.ts';
import { recalibrated, type TurnTaker } from '../domain/round-robin.ts';
import type { ChosenHost } from './choose-hosts.ts';
import type { EventTypeRow } from './event-type.entity.ts';
import { EventTypeHostEntity, type EventTypeHostRow } from './event-type-host.entity.ts';

interface Hosts {
  eventType: EventTypeRow;
  chosen: readonly ChosenHost[];
  now: number;
}

/** Nobody else books these hosts, and nobody counts their turns, until the transaction ends. Before any other lock. */
export async function lockHosts(em: EntityManager, eventTypeId: string): Promise<void> {
  await sql`select lock_claimants(array(
    select user_id from event_type_hosts where event_type_id = ${uuidOf(eventTypeId)}::uuid))`.execute(
    statements(em),
  );
}

/** The zone of the owner's calendar: that of the first host's schedule. */
async function zoneOf(em: EntityManager, eventTypeId: string): Promise<string> {
  const { rows } = await sql<{ time_zone: string | null }>`
    select s.time_zone from event_type_hosts h
    left join schedules s on s.user_id = h.user_id and (s.id = h.schedule_id or (h.schedule_id is null and s.is_default))
    where h.event_type_id = ${uuidOf(eventTypeId)}::uuid order by h.position limit 1`.execute(statements(em));
  return rows[0]?.time_zone ?? 'UTC';
}

const fresh = { weight: 100, priority: 2, isFixed: false };

/** Brings the hosts to what was chosen. Who comes or gets another weight starts level with those who stay. */
export async function writeHosts(
  em: EntityManager,
  { eventType, chosen, now }: Hosts,
): Promise<EventTypeHostRow[]> {
  const question = { eventType, timeZone: await zoneOf(em, eventType.id), now };
  const before = await loadTurnTakers(em, question);
  const known = await em.find(EventTypeHostEntity, { eventTypeId: eventType.id });
  const byId = new Map(known.map(host => [host.userId, host]));
  const wanted = chosen.map(host => ({ ...host, turns: host.turns ?? byId.get(host.userId) ?? fresh }));
  const groupOf = (host: ChosenHost) =>
    (host.groupName === undefined ? byId.get(host.userId)?.groupName : host.groupName) ?? null;
  const takers = wanted
    .filter(({ turns }) => !turns.isFixed)
    .map(host => ({ hostId: host.userId, weight: host.turns.weight, group: groupOf(host) }));
  // Turns are of a group: who comes from another one comes like anybody else.
  const staying = before.filter(({ hostId }) =>
    takers.some(taker => taker.hostId === hostId && taker.group === (byId.get(hostId)?.groupName ?? null)),
  );
  const calibrations = new Map(
    [...Map.groupBy(takers, ({ group }) => group)].flatMap(([name, members]) => {
      const known = before.filter(({ hostId }) => (byId.get(hostId)?.groupName ?? null) === name);
      return [...recalibrated(known, members)];
    }),
  );
  const counts = new Map(staying.map(taker => [taker.hostId, taker]));
  for (const host of known) if (!chosen.some(({ userId }) => userId === host.userId)) em.remove(host);
  const written = wanted.map(({ userId, scheduleId, groupName, turns }, position) => {
    const { weight, priority, isFixed } = turns;
    const place = { position, weight, priority, isFixed, calibration: calibrations.get(userId) ?? 0 };
    const host = byId.get(userId);
    if (host) {
      Object.assign(host, place, countOf(host, counts.get(userId), { now, start: countsFrom(question) }));
      if (scheduleId !== undefined) host.scheduleId = scheduleId;
      if (groupName !== undefined) host.groupName = groupName;
      return host;
    }
    return em.create(EventTypeHostEntity, {
      eventTypeId: eventType.id,
      userId,
      scheduleId: scheduleId ?? null,
      groupName: groupName ?? null,
      assignments: 0,
      countedFrom: new Date(now),
      lastAssignedAt: null,
      ...place,
    });
  });
  await em.flush();
  return written;
}

/** Counts of an earlier period end here, and those of hosts who take turns only from now on begin. */
function countOf(
  host: EventTypeHostRow,
  taker: TurnTaker | undefined,
  { now, start }: { now: number; start: number },
): Partial<EventTypeHostRow> {
  if (!taker) return { assignments: 0, countedFrom: new Date(now) };
  return host.countedFrom.getTime() < start ? { assignments: 0, countedFrom: new Date(start) } : {};
}

/** Everybody is level again: what was counted by other rules says nothing. */
export async function countAnew(em: EntityManager, eventTypeId: string, now: number): Promise<void> {
  await sql`update event_type_hosts set assignments = 0, calibration = 0, counted_from = ${new Date(now)}
    where event_type_id = ${uuidOf(eventTypeId)}::uuid`.execute(statements(em));
}
