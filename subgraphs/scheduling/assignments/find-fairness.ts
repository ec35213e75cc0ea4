import { sql } from 'kysely';
import { badInput, notFound } from '#platform/errors.ts';
import { fromUuid, requireId, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import type { SchedulingContext } from '../context.ts';
import { activeStatuses } from '../domain/booking-state.ts';
import { type Fairness, fairnessOf } from '../domain/round-robin.ts';
import { mayManage } from '../event-types/may-manage.ts';

interface FairnessQuestion {
  eventTypeId: string;
  from: Date;
  to: Date;
}

interface Row {
  user_id: string;
  weight: number;
  count: number;
}

/**
 * How evenly turns were taken that were assigned in a period. Counted from the bookings themselves, not from what
 * round robin remembers: the one can be held against the other.
 */
export async function findFairness(ctx: SchedulingContext, question: FairnessQuestion): Promise<Fairness> {
  const id = requireId('etp', question.eventTypeId, 'eventTypeId');
  const { from, to } = question;
  if (from >= to) throw badInput('to', '`to` must be after `from`.');
  const eventType = await ctx.loaders.eventType.load(id);
  if (!eventType || !mayManage(ctx.viewer, eventType.ownerId)) throw notFound('event type');
  const { countsNoShows } = eventType.roundRobin;
  const { rows } = await sql<Row>`
    with turns as (
      select distinct on (a.booking_id) a.booking_id, a.place_id, a.assigned_at, h.no_show
      from assignments a join booking_hosts h on h.booking_id = a.booking_id and h.user_id = a.host_id
      where a.event_type_id = ${uuidOf(id)}::uuid order by a.booking_id, a.version desc
    ), counted as (
      select t.place_id, count(*)::int as count from turns t join bookings b on b.id = t.booking_id
      where t.assigned_at >= ${from} and t.assigned_at < ${to} and b.status = any(${[...activeStatuses]})
        and (${countsNoShows}::boolean or not (t.no_show
          or not exists (select 1 from attendees a where a.booking_id = b.id and not a.no_show)))
      group by t.place_id
    )
    select h.user_id, h.weight, coalesce(c.count, 0) as count from event_type_hosts h
    left join counted c on c.place_id = h.user_id
    where h.event_type_id = ${uuidOf(id)}::uuid and not h.is_fixed order by h.position, h.user_id`.execute(
    statements(ctx.em),
  );
  return fairnessOf(
    rows.map(({ user_id, weight, count }) => ({ hostId: fromUuid('usr', user_id), weight, count })),
  );
}
