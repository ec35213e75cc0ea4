import { type RawBuilder, sql } from 'kysely';
import { uuidOf } from '#platform/ids.ts';
import type { BookingState } from '../domain/booking.ts';
import { activeStatuses } from '../domain/booking-state.ts';
import type { Turn } from './choose-turn.ts';

const isActive = ({ status }: BookingState) => activeStatuses.includes(status);
const isGuestMissing = ({ attendees }: BookingState) =>
  attendees.length > 0 && attendees.every(({ noShow }) => noShow);

/** Everything that decides whether a booking counts as somebody's turn, and whose. */
function signature(booking: BookingState): string {
  return JSON.stringify([isActive(booking), isGuestMissing(booking), booking.hostIds, booking.noShowHostIds]);
}

/** A booking in one of its states, whose turn, if that counts, is to be counted or given back. */
interface Counting {
  booking: BookingState;
  delta: 1 | -1;
  /** Turns of it that somebody else has from now on. */
  replaced?: readonly number[];
}

function countedTurns(countings: readonly Counting[]) {
  const list = countings.map(({ booking, delta, replaced = [] }) => ({
    delta,
    replaced,
    id: uuidOf(booking.id),
    event_type_id: uuidOf(booking.eventTypeId),
    host_ids: booking.hostIds.map(uuidOf),
    missing_ids: booking.noShowHostIds.map(uuidOf),
    is_guest_missing: isGuestMissing(booking),
  }));
  return sql`select e.id as event_type_id, t.place_id, t.assigned_at, c.delta
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as c(delta int, id uuid, event_type_id uuid, host_ids uuid[],
      missing_ids uuid[], is_guest_missing boolean, replaced int[])
    join event_types e on e.id = c.event_type_id
    cross join lateral (
      select distinct on (a.part) a.place_id, a.host_id, a.assigned_at from assignments a
      where a.booking_id = c.id and a.host_id = any(c.host_ids) and a.part <> all(c.replaced)
      order by a.part, a.version desc
    ) t
    where (e.round_robin->>'countsNoShows')::boolean or not (c.is_guest_missing or t.host_id = any(c.missing_ids))`;
}

function noteTurns(after: BookingState, turns: readonly Turn[]) {
  const list = turns.map(({ placeId, hostId, decision, part, groupName }) => ({
    place_id: uuidOf(placeId),
    host_id: uuidOf(hostId),
    ...{ part, decision, group_name: groupName },
  }));
  return sql`insert into assignments
      (booking_id, version, part, group_name, event_type_id, place_id, host_id, decision, assigned_at)
    select ${uuidOf(after.id)}::uuid, ${after.version}::int, t.part, t.group_name, ${uuidOf(after.eventTypeId)}::uuid,
      t.place_id, t.host_id, nullif(t.decision, 'null'), ${new Date(after.updatedAt)}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb)
      as t(part int, group_name text, place_id uuid, host_id uuid, decision jsonb)`;
}

/** Hosts' rows are locked in the order of their ids: whoever counts for several of them waits for nobody who waits. */
function countTurns(
  turns: readonly RawBuilder<unknown>[],
  since = new Date(0),
  taken: readonly NewTurn[] = [],
) {
  const start = sql`${since}::timestamptz`;
  const takers = sql`${taken.map(({ placeId }) => uuidOf(placeId))}::uuid[]`;
  return sql`update event_type_hosts h set
      assignments = greatest(0, case when h.counted_from < ${start} then 0 else h.assignments end + d.delta),
      calibration = case when h.counted_from < ${start} then 0 else h.calibration end,
      counted_from = greatest(h.counted_from, ${start}),
      last_assigned_at = case when h.user_id = any(${takers}) then ${taken[0]?.at ?? null}::timestamptz else h.last_assigned_at end
    from (
      select o.event_type_id, o.user_id, s.delta from event_type_hosts o join (
        select c.event_type_id, c.place_id, sum(c.delta)::int as delta
        from (${sql.join(
          turns.map(turn => sql`(${turn})`),
          sql` union all `,
        )}) c
        join event_type_hosts p on p.event_type_id = c.event_type_id and p.user_id = c.place_id
        where c.assigned_at >= greatest(p.counted_from, ${start}) group by 1, 2
        having sum(c.delta) <> 0 or c.place_id = any(${takers})
      ) s on s.event_type_id = o.event_type_id and s.place_id = o.user_id
      order by 1, 2 for update of o
    ) d
    where h.event_type_id = d.event_type_id and h.user_id = d.user_id`;
}

interface NewTurn {
  eventTypeId: string;
  placeId: string;
  at: Date;
}

const newTurn = ({ eventTypeId, placeId, at }: NewTurn) =>
  sql`select ${uuidOf(eventTypeId)}::uuid as event_type_id, ${uuidOf(placeId)}::uuid as place_id,
    ${at}::timestamptz as assigned_at, 1 as delta`;

/**
 * Keeps what those who take turns are counted for in step with a booking, as part of the statement that changes it:
 * new turns are noted and counted; those that were cancelled, not confirmed or missed are given back; those that are
 * restored count again.
 */
export function turnChanges(
  before: BookingState | null,
  after: BookingState,
  turns: readonly Turn[] = [],
): RawBuilder<unknown>[] {
  if (turns.length === 0 && (!before || signature(before) === signature(after))) return [];
  const countings: Counting[] = [];
  const replaced = turns.map(({ part }) => part);
  if (before && isActive(before)) countings.push({ booking: before, delta: -1 });
  if (before && isActive(after)) countings.push({ booking: after, delta: 1, replaced });
  const given = countings.length > 0 ? [countedTurns(countings)] : [];
  const { eventTypeId } = after;
  const at = new Date(after.updatedAt);
  const taken = turns.map(({ placeId }) => ({ eventTypeId, placeId, at }));
  const counted = isActive(after) ? [...given, ...taken.map(newTurn)] : given;
  const [first] = turns;
  return [
    ...(first ? [noteTurns(after, turns)] : []),
    ...(counted.length > 0 ? [countTurns(counted, new Date(first?.countsFrom ?? 0), taken)] : []),
  ];
}

/** Gives back what bookings counted that do not take place any more. */
export function giveTurnsBack(ended: readonly BookingState[]): RawBuilder<unknown>[] {
  const counted = ended.filter(isActive);
  return counted.length > 0
    ? [countTurns([countedTurns(counted.map(booking => ({ booking, delta: -1 })))])]
    : [];
}
