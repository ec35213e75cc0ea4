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
}

function countedTurns(countings: readonly Counting[]) {
  const list = countings.map(({ booking, delta }) => ({
    delta,
    id: uuidOf(booking.id),
    event_type_id: uuidOf(booking.eventTypeId),
    host_ids: booking.hostIds.map(uuidOf),
    missing_ids: booking.noShowHostIds.map(uuidOf),
    is_guest_missing: isGuestMissing(booking),
  }));
  return sql`select e.id as event_type_id, t.place_id, t.assigned_at, c.delta
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as c(delta int, id uuid, event_type_id uuid, host_ids uuid[],
      missing_ids uuid[], is_guest_missing boolean)
    join event_types e on e.id = c.event_type_id
    cross join lateral (
      select a.place_id, a.host_id, a.assigned_at from assignments a
      where a.booking_id = c.id and a.host_id = any(c.host_ids) order by a.version desc limit 1
    ) t
    where (e.round_robin->>'countsNoShows')::boolean or not (c.is_guest_missing or t.host_id = any(c.missing_ids))`;
}

function noteTurn(after: BookingState, { placeId, hostId, decision }: Turn) {
  return sql`insert into assignments (booking_id, version, event_type_id, place_id, host_id, decision, assigned_at)
    values (${uuidOf(after.id)}::uuid, ${after.version}, ${uuidOf(after.eventTypeId)}::uuid, ${uuidOf(placeId)}::uuid,
      ${uuidOf(hostId)}::uuid, ${decision && JSON.stringify(decision)}::jsonb, ${new Date(after.updatedAt)})`;
}

/** Hosts' rows are locked in the order of their ids: whoever counts for several of them waits for nobody who waits. */
function countTurns(turns: readonly RawBuilder<unknown>[], since = new Date(0), taken?: NewTurn) {
  const start = sql`${since}::timestamptz`;
  const isTaken = taken ? sql`h.user_id = ${uuidOf(taken.placeId)}::uuid` : sql`false`;
  return sql`update event_type_hosts h set
      assignments = greatest(0, case when h.counted_from < ${start} then 0 else h.assignments end + d.delta),
      calibration = case when h.counted_from < ${start} then 0 else h.calibration end,
      counted_from = greatest(h.counted_from, ${start}),
      last_assigned_at = case when ${isTaken} then ${taken?.at ?? null}::timestamptz else h.last_assigned_at end
    from (
      select o.event_type_id, o.user_id, s.delta from event_type_hosts o join (
        select c.event_type_id, c.place_id, sum(c.delta)::int as delta
        from (${sql.join(
          turns.map(turn => sql`(${turn})`),
          sql` union all `,
        )}) c
        join event_type_hosts p on p.event_type_id = c.event_type_id and p.user_id = c.place_id
        where c.assigned_at >= greatest(p.counted_from, ${start}) group by 1, 2
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
 * Keeps what round robin counts in step with a booking, as part of the statement that changes it: a new turn is
 * noted and counted; one that was cancelled, not confirmed or missed is given back; one that is restored counts again.
 */
export function turnChanges(
  before: BookingState | null,
  after: BookingState,
  turn: Turn | undefined,
): RawBuilder<unknown>[] {
  if (!turn && (!before || signature(before) === signature(after))) return [];
  const countings: Counting[] = [];
  if (before && isActive(before)) countings.push({ booking: before, delta: -1 });
  if (!turn && isActive(after)) countings.push({ booking: after, delta: 1 });
  const given = countings.length > 0 ? [countedTurns(countings)] : [];
  if (!turn) return given.length > 0 ? [countTurns(given)] : [];
  const { eventTypeId } = after;
  const taken = { eventTypeId, placeId: turn.placeId, at: new Date(after.updatedAt) };
  const turns = isActive(after) ? [...given, newTurn(taken)] : given;
  return [
    noteTurn(after, turn),
    ...(turns.length > 0 ? [countTurns(turns, new Date(turn.countsFrom), taken)] : []),
  ];
}

/** Gives back what bookings counted that do not take place any more. */
export function giveTurnsBack(ended: readonly BookingState[]): RawBuilder<unknown>[] {
  const counted = ended.filter(isActive);
  return counted.length > 0
    ? [countTurns([countedTurns(counted.map(booking => ({ booking, delta: -1 })))])]
    : [];
}
