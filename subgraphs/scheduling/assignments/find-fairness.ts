import { sql } from 'kysely';
import { badInput, notFound } from '#platform/errors.ts';
import { fromUuid, requireId, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import type { SchedulingContext } from '../context.ts';
import { activeStatuses } from '../domain/booking-state.ts';
import { fairnessOfGroups, type GroupedFairness } from '../domain/group-fairness.ts';
import { fairnessOf } from '../domain/round-robin.ts';
import { mayManage } from '../event-types/may-manage.ts';

interface FairnessQuestion {
  eventTypeId: string;
  from: Date;
  to: Date;
}

interface Row {
  user_id: string;
  group_name: string | null;
  weight: number;
  count: number;
}

/**
 * How evenly turns were taken that were assigned in a period. Counted from the bookings themselves, not from what
 * round robin remembers: the one can be held against the other.
 */
export async function findFairness(
  ctx: SchedulingContext,
  question: FairnessQuestion,
): Promise<GroupedFairness> {
  const id = requireId('etp', question.eventTypeId, 'eventTypeId');
  const { from, to } = question;
  if (from >= to) throw badInput('to', '`to` must be after `from`.');
  const eventType = await ctx.loaders.eventType.load(id);
  if (!eventType || !mayManage(ctx.viewer, eventType.ownerId)) throw notFound('event type');
  const { countsNoShows } = eventType.roundRobin;
  const { rows } = await sql<Row>`
    with turns as (
      select distinct on (a.booking_id, a.part) a.booking_id, a.place_id, a.assigned_at, h.no_show
      from assignments a join booking_hosts h on h.booking_id = a.booking_id and h.user_id = a.host_id
      where a.event_type_id = ${uuidOf(id)}::uuid order by a.booking_id, a.part, a.version desc
    ), counted as (
      select t.place_id, count(*)::int as count from turns t join bookings b on b.id = t.booking_id
      where t.assigned_at >= ${from} and t.assigned_at < ${to} and b.status = any(${[...activeStatuses]})
        and (${countsNoShows}::boolean or not (t.no_show
          or not exists (select 1 from attendees a where a.booking_id = b.id and not a.no_show)))
      group by t.place_id
    )
    select h.user_id, h.group_name, h.weight, coalesce(c.count, 0) as count from event_type_hosts h
    left join counted c on c.place_id = h.user_id
    where h.event_type_id = ${uuidOf(id)}::uuid and not h.is_fixed order by h.position, h.user_id`.execute(
    statements(ctx.em),
  );
  const sharesOf = (some: readonly Row[]) =>
    some.map(({ user_id, weight, count }) => ({ hostId: fromUuid('usr', user_id), weight, count }));
  if (eventType.hostGroups.length === 0) return { ...fairnessOf(sharesOf(rows)), groups: [] };
  const groups = eventType.hostGroups
    .map(({ name, required }) => ({ name, required, members: rows.filter(row => row.group_name === name) }))
    // Who always comes takes no turns.
    .filter(({ required, members }) => required < members.length);
  return fairnessOfGroups(groups.map(({ name, members }) => ({ name, shares: sharesOf(members) })));
}
