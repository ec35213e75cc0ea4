import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { fromUuid, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import type { ChosenTurn } from '../domain/chosen.ts';
import { periodStart, type TurnDecision, type TurnTaker } from '../domain/round-robin.ts';
import type { EventTypeRow } from '../event-types/event-type.entity.ts';

/** A booking that is about to go to a host, and why. */
export interface Turn {
  /** The host of the event type whose turn it is. */
  placeId: string;
  /** Who takes it: the same, or who stands in for them. */
  hostId: string;
  decision: TurnDecision | null;
  /** Which of the turns that the booking has: 0 for ROUND_ROBIN; for groups, one for each member that is chosen. */
  part: number;
  /** The group whose turn it is; `null` for ROUND_ROBIN. */
  groupName: string | null;
  /** Epoch milliseconds from which on bookings are counted now. */
  countsFrom: number;
}

/** The turns that were chosen together for a new booking. */
export function turnsOf(chosen: readonly ChosenTurn[], since: number): Turn[] {
  return chosen.map(({ placeId, hostId, decision, group }, part) => ({
    ...{ placeId, hostId, decision, part },
    groupName: group?.name ?? null,
    countsFrom: since,
  }));
}

interface TurnQuestion {
  eventType: Pick<EventTypeRow, 'id' | 'roundRobin'>;
  /** The zone of the owner's calendar. */
  timeZone: string;
  now: number;
  /** A booking that is about to be given back: it does not count. */
  exceptBookingId?: string | undefined;
}

interface Row {
  user_id: string;
  weight: number;
  priority: number;
  assignments: number;
  calibration: number;
  counted_from: number;
  last_assigned_at: number | null;
  is_own: boolean;
  held: number;
}

const epoch = (column: string) => sql`(extract(epoch from ${sql.ref(column)}) * 1000)::float8`;

export const countsFrom = ({ eventType, timeZone, now }: TurnQuestion): number =>
  periodStart(eventType.roundRobin.resetInterval, now, timeZone);

/** Everybody who takes turns, and what they took in the period that is counted now, held slots included. To be read under their locks. */
export async function loadTurnTakers(em: EntityManager, question: TurnQuestion): Promise<TurnTaker[]> {
  const { eventType, exceptBookingId, now } = question;
  const id = sql`${uuidOf(eventType.id)}::uuid`;
  const { rows } = await sql<Row>`
    select h.user_id, h.weight, h.priority, h.assignments, h.calibration, ${epoch('h.counted_from')} as counted_from,
      ${epoch('h.last_assigned_at')} as last_assigned_at, own.place_id is not null as is_own,
      coalesce(held.count, 0)::int as held
    from event_type_hosts h
    left join (
      select distinct on (a.part) a.place_id, a.assigned_at from assignments a
      join booking_hosts b on b.booking_id = a.booking_id and b.user_id = a.host_id
      where a.booking_id = ${exceptBookingId ? uuidOf(exceptBookingId) : null}::uuid order by a.part, a.version desc
    ) own on own.place_id = h.user_id and own.assigned_at >= h.counted_from
    left join (
      select place_id, count(*) as count from holds o, unnest(o.place_ids) as place_id
      where o.event_type_id = ${id} and o.outcome is null and not o.is_swept and o.expires_at > ${new Date(now)} group by 1
    ) held on held.place_id = h.user_id
    where h.event_type_id = ${id} and not h.is_fixed`.execute(statements(em));
  const start = countsFrom(question);
  return rows.map(row => {
    const isStale = row.counted_from < start;
    return {
      hostId: fromUuid('usr', row.user_id),
      weight: row.weight,
      priority: row.priority,
      count: row.held + (isStale ? 0 : row.assignments - Number(row.is_own)),
      calibration: isStale ? 0 : row.calibration,
      lastAssignedAt: row.last_assigned_at,
    };
  });
}

/** Which of a booking's hosts have it in turn, and as whom of several. */
export type HeldTurn = Pick<Turn, 'hostId' | 'part' | 'groupName'>;

export async function currentTurns(em: EntityManager, bookingId: string): Promise<HeldTurn[]> {
  const { rows } = await sql<{ host_id: string; part: number; group_name: string | null }>`
    select distinct on (a.part) a.host_id, a.part, a.group_name from assignments a
    join booking_hosts h on h.booking_id = a.booking_id and h.user_id = a.host_id
    where a.booking_id = ${uuidOf(bookingId)}::uuid order by a.part, a.version desc`.execute(statements(em));
  return rows.map(row => ({
    hostId: fromUuid('usr', row.host_id),
    part: row.part,
    groupName: row.group_name,
  }));
}
