import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';
import type { DayHours } from '../domain/schedule.ts';

export const ScheduleOverrideEntity = defineEntity({
  name: 'ScheduleOverride',
  tableName: 'schedule_overrides',
  properties: {
    scheduleId: p.type(new TypeIdColumn('sch')).$type<string>().primary(),
    /** `YYYY-MM-DD` in the schedule's zone. */
    date: p.date().$type<string>().primary(),
    /** Replace the weekly hours of the date; none: a day off. */
    hours: p.json().$type<DayHours[]>(),
  },
});

export type ScheduleOverrideRow = InferEntity<typeof ScheduleOverrideEntity>;
