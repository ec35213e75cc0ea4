import { type RawBuilder, sql } from 'kysely';
import { uuidOf } from '#platform/ids.ts';
import type { BookingState } from '../domain/booking.ts';
import { activeStatuses } from '../domain/booking-state.ts';
import type { Turn } from './choose-turn.ts';

const uuids = (ids: readonly string[]) => sql`${ids.map(uuidOf)}::uuid[]`;
const isActive = ({ status }: BookingState) => activeStatuses.includes(status);
const isGuestMissing = ({ attendees }: BookingState) =>
  attendees.length > 0 && attendees.every(({ noShow }) => noShow);

/** Everything that decides whether a booking counts as somebody's turn, and whose. */
function signature(booking: BookingState): string {
  return JSON.stringify([isActive(booking), isGuestMissing(booking), booking.hostIds, booking.noShowHostIds]);
}

/** The turn that a booking was in one of its states, if that counts. */
function countedTurn(booking: BookingState, delta: 1 | -1) {
  return sql`select t.place_id, t.assigned_at, ${sql.lit(delta)} as delta from (
      select a.place_id, a.host_id, a.assigned_at from assignments a
      where a.booking_id = ${uuidOf(booking.id)}::uuid and a.host_id = any(${uuids(booking.hostIds)})
      order by a.version desc limit 1
    ) t, event_types e
    where e.id = ${uuidOf(booking.eventTypeId)}::uuid and ((e.round_robin->>'countsNoShows')::boolean
      or not (${isGuestMissing(booking)}::boolean or t.host_id = any(${uuids(booking.noShowHostIds)})))`;
}

function noteTurn(after: BookingState, { placeId, hostId, decision }: Turn) {
  return sql`insert into assignments (booking_id, version, event_type_id, place_id, host_id, decision, assigned_at)
    values (${uuidOf(after.id)}::uuid, ${after.version}, ${uuidOf(after.eventTypeId)}::uuid, ${uuidOf(placeId)}::uuid,
      ${uuidOf(hostId)}::uuid, ${decision && JSON.stringify(decision)}::jsonb, ${new Date(after.updatedAt)})`;
}

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
  const deltas: RawBuilder<unknown>[] = [];
  if (before && isActive(before)) deltas.push(countedTurn(before, -1));
  if (turn && isActive(after))
    deltas.push(
      sql`select ${uuidOf(turn.placeId)}::uuid as place_id, ${new Date(after.updatedAt)}::timestamptz as assigned_at, 1 as delta`,
    );
  if (!turn && isActive(after)) deltas.push(countedTurn(after, 1));
  if (deltas.length === 0) return turn ? [noteTurn(after, turn)] : [];
  const since = sql`${new Date(turn?.countsFrom ?? 0)}::timestamptz`;
  const taken = turn ? sql`h.user_id = ${uuidOf(turn.placeId)}::uuid` : sql`false`;
  const count = sql`update event_type_hosts h set
      assignments = greatest(0, case when h.counted_from < ${since} then 0 else h.assignments end + d.delta),
      calibration = case when h.counted_from < ${since} then 0 else h.calibration end,
      counted_from = greatest(h.counted_from, ${since}),
      last_assigned_at = case when ${taken} then ${new Date(after.updatedAt)} else h.last_assigned_at end
    from (
      select c.place_id, sum(c.delta)::int as delta from (${sql.join(
        deltas.map(delta => sql`(${delta})`),
        sql` union all `,
      )}) c
      join event_type_hosts o on o.event_type_id = ${uuidOf(after.eventTypeId)}::uuid and o.user_id = c.place_id
      where c.assigned_at >= greatest(o.counted_from, ${since}) group by c.place_id
    ) d
    where h.event_type_id = ${uuidOf(after.eventTypeId)}::uuid and h.user_id = d.place_id`;
  return turn ? [noteTurn(after, turn), count] : [count];
}
