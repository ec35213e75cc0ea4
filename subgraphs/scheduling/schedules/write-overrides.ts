import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { badInput } from '#platform/errors.ts';
import { uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import type { DayHours } from '../domain/schedule.ts';
import { dateOf, dayAt, dayOf } from '../domain/zone.ts';
import { requireSoundHours, toDayHours } from './local-times.ts';
import type { ScheduleRow } from './schedule.entity.ts';

/** As many as a schedule keeps from today on: each of them is read with every look at its slots. */
export const MAX_OVERRIDES = 366;
const MAX_INTERVALS = 24;

export interface OverrideInput {
  date: string;
  intervals: readonly { startsAt: string; endsAt: string }[];
}

interface NewOverride {
  date: string;
  hours: DayHours[];
}

/** An override as it is stored; `path` is where its fields are found in the input. */
export function readOverride({ date, intervals }: OverrideInput, path: string): NewOverride {
  const field = `${path}intervals`;
  if (intervals.length > MAX_INTERVALS) throw badInput(field, `A date has up to ${MAX_INTERVALS} intervals.`);
  const hours = intervals.map(toDayHours).sort((a, b) => a.start - b.start);
  requireSoundHours(field, hours);
  return { date, hours };
}

interface Writing {
  now: number;
  /** Of the field that a refusal names; of a date by its place in the list. */
  fieldOf: { list: string; date(index: number): string };
}

/** Replaces the hours of dates, all of them in one statement. */
export async function writeOverrides(
  em: EntityManager,
  schedule: ScheduleRow,
  overrides: readonly NewOverride[],
  { now, fieldOf }: Writing,
): Promise<void> {
  const today = dayAt(schedule.timeZone, now);
  const passed = overrides.findIndex(({ date }) => dayOf(date) < today);
  if (passed >= 0) throw badInput(fieldOf.date(passed), 'The date has passed in the zone of the schedule.');
  const id = uuidOf(schedule.id);
  const dates = overrides.map(({ date }) => date);
  const { rows } = await sql<{ others: number }>`
    select count(*)::int as others from schedule_overrides
    where schedule_id = ${id}::uuid and date >= ${dateOf(today)}::date and date <> all(${dates}::date[])`.execute(
    statements(em),
  );
  if ((rows[0]?.others ?? 0) + overrides.length > MAX_OVERRIDES) {
    throw badInput(
      fieldOf.list,
      `A schedule keeps up to ${MAX_OVERRIDES} overrides from today on. Delete some first.`,
    );
  }
  await sql`
    insert into schedule_overrides (schedule_id, date, hours)
    select ${id}::uuid, o.date, o.hours from jsonb_to_recordset(${JSON.stringify(overrides)}::jsonb) as o(date date, hours jsonb)
    on conflict (schedule_id, date) do update set hours = excluded.hours`.execute(statements(em));
}
