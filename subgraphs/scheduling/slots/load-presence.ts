import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { fromUuid, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import { type AbsenceReason, absenceText } from '../domain/absence.ts';
import type { Stay } from '../domain/schedule.ts';
import { dayOf } from '../domain/zone.ts';

/** Days on which somebody is away, as guests hear of it. */
export interface LoadedAbsence {
  /** Days since 1970-01-01, both included. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** For guests to read: `Vacation`. */
  readonly reason: string;
  /** Who takes the bookings meanwhile. */
  readonly standInId: string | null;
}

/** By user; whoever stays at home or is there has no entry. Sorted by first day. */
interface Presence {
  readonly travel: ReadonlyMap<string, Stay[]>;
  readonly absences: ReadonlyMap<string, LoadedAbsence[]>;
}

interface PresenceRow {
  user_id: string;
  first_date: string;
  last_date: string;
  /** Of a stay. */
  time_zone: string | null;
  /** Of an absence. */
  reason: AbsenceReason | null;
  note: string | null;
  is_note_public: boolean;
  stand_in: string | null;
}

function entryOf<Value>(map: Map<string, Value[]>, key: string): Value[] {
  const known = map.get(key) ?? [];
  map.set(key, known);
  return known;
}

/** Where users travel and when they are away, as far as it touches the dates, both included: one statement for all. */
export async function loadPresence(
  em: EntityManager,
  userIds: readonly string[],
  firstDate: string,
  lastDate: string,
): Promise<Presence> {
  const travel = new Map<string, Stay[]>();
  const absences = new Map<string, LoadedAbsence[]>();
  if (userIds.length === 0) return { travel, absences };
  const ids = sql`${userIds.map(uuidOf)}::uuid[]`;
  const { rows } = await sql<PresenceRow>`
    select user_id, first_date::text, last_date::text, time_zone, null as reason, null as note,
      false as is_note_public, null as stand_in
    from travel_stays
    where user_id = any(${ids}) and daterange(first_date, last_date, '[]') && daterange(${firstDate}::date, ${lastDate}::date, '[]')
    union all
    select user_id, first_date::text, last_date::text, null, reason, note, is_note_public, stand_in_user_id::text
    from absences
    where user_id = any(${ids}) and last_date >= ${firstDate}::date and first_date <= ${lastDate}::date
    order by first_date`.execute(statements(em));
  for (const row of rows) {
    const userId = fromUuid('usr', row.user_id);
    const days = { firstDay: dayOf(row.first_date), lastDay: dayOf(row.last_date) };
    if (row.time_zone) entryOf(travel, userId).push({ ...days, timeZone: row.time_zone });
    if (row.reason) {
      const { reason, note, is_note_public: isNotePublic } = row;
      const standInId = row.stand_in && fromUuid('usr', row.stand_in);
      entryOf(absences, userId).push({
        ...days,
        reason: absenceText({ reason, note, isNotePublic }),
        standInId,
      });
    }
  }
  return { travel, absences };
}
