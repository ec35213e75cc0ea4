import type { EntityManager } from '@mikro-orm/postgresql';
import { badInput } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { rows } from '#platform/orm.ts';
import type { SchedulingMode } from '../domain/event-type.ts';
import { type HostPriority, hostPriorities } from '../domain/round-robin.ts';
import type { Tables } from '../tables.ts';

const MAX_HOSTS = 200;

/** Hosts as a caller names them: bare, or each with the schedule to use. */
export interface WantedHosts {
  hostIds?: readonly string[] | null;
  hosts?: readonly GivenHost[] | null;
}

interface GivenHost {
  userId: string;
  scheduleId?: string | null;
  groupName?: string | null;
  weight?: number | null;
  priority?: HostPriority | null;
  isFixed?: boolean | null;
}

export interface ChosenHost {
  userId: string;
  /** `null`: the host's default one; `undefined`: nothing was said about it. */
  scheduleId: string | null | undefined;
  /** `null`: none, so that they always have to come; `undefined`: nothing was said about it. */
  groupName: string | null | undefined;
  /** How they take turns; `undefined`: nothing was said about it. */
  turns: { weight: number; priority: number; isFixed: boolean } | undefined;
}

function readTurns({ weight, priority, isFixed }: GivenHost, index: number): ChosenHost['turns'] {
  if (weight != null && (weight < 1 || weight > 1000))
    throw badInput(`hosts[${index}].weight`, 'A weight is 1 to 1000.', { max: 1000 });
  return {
    weight: weight ?? 100,
    priority: hostPriorities.indexOf(priority ?? 'MEDIUM'),
    isFixed: isFixed ?? false,
  };
}

function readHosts({ hostIds, hosts }: WantedHosts): ChosenHost[] {
  if (!hosts) {
    const ids = (hostIds ?? []).map(id => requireId('usr', id, 'hostIds'));
    return [...new Set(ids)].map(userId => ({
      userId,
      scheduleId: undefined,
      groupName: undefined,
      turns: undefined,
    }));
  }
  if (hostIds) throw badInput('hostIds', 'Give `hosts` or `hostIds`, not both.');
  const seen = new Set<string>();
  return hosts.map((host, index) => {
    const { userId, scheduleId = null, groupName = null } = host;
    requireId('usr', userId, `hosts[${index}].userId`);
    if (scheduleId != null) requireId('sch', scheduleId, `hosts[${index}].scheduleId`);
    if (seen.has(userId)) throw badInput(`hosts[${index}].userId`, 'Every host is named once.');
    seen.add(userId);
    return { userId, scheduleId, groupName, turns: readTurns(host, index) };
  });
}

async function requireOwnSchedules(em: EntityManager, hosts: readonly ChosenHost[]): Promise<void> {
  const ids = hosts.flatMap(({ scheduleId }) => scheduleId ?? []);
  if (ids.length === 0) return;
  const schedules = await rows<Tables>(em)
    .selectFrom('Schedule')
    .select(['id', 'userId'])
    .where('id', 'in', ids)
    // One that is being deleted is waited for, and then not found.
    .forKeyShare()
    .execute();
  const ownerOf = new Map(schedules.map(schedule => [schedule.id, schedule.userId]));
  for (const [index, { userId, scheduleId }] of hosts.entries()) {
    if (scheduleId && ownerOf.get(scheduleId) !== userId)
      throw badInput(`hosts[${index}].scheduleId`, 'It must be a schedule of this host.');
  }
}

interface Choice {
  ownerId: string;
  schedulingMode: SchedulingMode;
  wanted: WantedHosts;
}

/** The hosts as asked for, once each, if the owner may name them: a user only themselves, a team its members. */
export async function chooseHosts(
  em: EntityManager,
  { ownerId, schedulingMode, wanted }: Choice,
): Promise<ChosenHost[]> {
  const field = wanted.hosts ? 'hosts' : 'hostIds';
  const chosen = readHosts(wanted);
  const ids = chosen.map(host => host.userId);
  if (ids.length === 0 || ids.length > MAX_HOSTS)
    throw badInput(field, `An event type has 1 to ${MAX_HOSTS} hosts.`);
  if (schedulingMode === 'SOLO' && ids.length > 1) throw badInput(field, 'A SOLO event type has one host.');
  if (!ownerId.startsWith('team_')) {
    if (ids.some(id => id !== ownerId))
      throw badInput(field, 'Only a team can have other hosts than its owner.');
  } else {
    const members = await rows<Tables>(em)
      .selectFrom('Membership')
      .select('userId')
      .where('teamId', '=', ownerId)
      .where('isEnded', '=', false)
      .where('userId', 'in', ids)
      .execute();
    const known = new Set(members.map(member => member.userId));
    if (known.size < ids.length) throw badInput(field, 'Every host must be a member of the team.');
  }
  if (chosen.every(({ turns }) => turns?.isFixed) && schedulingMode === 'ROUND_ROBIN')
    throw badInput(field, 'Somebody has to take turns: not every host can be fixed.');
  if (schedulingMode !== 'ROUND_ROBIN' && chosen.some(({ turns }) => turns?.isFixed))
    throw badInput(field, 'Only ROUND_ROBIN has fixed hosts; otherwise all of them host.');
  await requireOwnSchedules(em, chosen);
  return chosen;
}

/** Refuses a schedule that belongs neither to the viewer nor to a host. */
export async function requireKnownSchedule(
  em: EntityManager,
  scheduleId: string | null | undefined,
  userIds: readonly string[],
): Promise<void> {
  if (scheduleId == null) return;
  const [schedule] = await rows<Tables>(em)
    .selectFrom('Schedule')
    .select('userId')
    .where('id', '=', requireId('sch', scheduleId, 'restrictionScheduleId'))
    .forKeyShare()
    .execute();
  if (!schedule || !userIds.includes(schedule.userId)) {
    throw badInput('restrictionScheduleId', 'It must be a schedule of yours or of one of the hosts.');
  }
}
