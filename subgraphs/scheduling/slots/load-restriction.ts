import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import type { DayHours, Schedule } from '../domain/schedule.ts';
import { dayOf } from '../domain/zone.ts';
import type { WeekdayHours } from '../schedules/schedule.entity.ts';

export interface HoursRow {
  time_zone: string;
  weekly_hours: WeekdayHours[];
  overrides: { date: string; hours: DayHours[] }[] | null;
}

/** The hours of an event type itself; nobody travels with them. */
export async function loadRestriction(em: EntityManager, scheduleId: string): Promise<Schedule | null> {
  const { rows } = await sql<HoursRow>`
    select s.time_zone, s.weekly_hours,
      (select json_agg(json_build_object('date', o.date, 'hours', o.hours)) from schedule_overrides o
        where o.schedule_id = s.id) as overrides
    from schedules s where s.id = ${uuidOf(scheduleId)}::uuid`.execute(statements(em));
  const [row] = rows;
  return row ? toPlainSchedule(row) : null;
}

export function toPlainSchedule(row: HoursRow): Schedule {
  return {
    timeZone: row.time_zone,
    weekly: Map.groupBy(row.weekly_hours, hours => hours.weekday),
    overrides: new Map((row.overrides ?? []).map(({ date, hours }) => [dayOf(date), hours])),
  };
}
