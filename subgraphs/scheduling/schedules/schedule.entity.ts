import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';
import type { DayHours } from '../domain/schedule.ts';

/** Hours that start on one weekday, in minutes after midnight; an `end` above 1440 reaches into the next day. */
export interface WeekdayHours extends DayHours {
  /** 1 is Monday. */
  readonly weekday: number;
}

export const ScheduleEntity = defineEntity({
  name: 'Schedule',
  tableName: 'schedules',
  properties: {
    id: p.type(new TypeIdColumn('sch')).$type<string>().primary(),
    organizationId: p.type(new TypeIdColumn('org')).$type<string>(),
    userId: p.type(new TypeIdColumn('usr')).$type<string>(),
    name: p.text(),
    timeZone: p.text(),
    isDefault: p.boolean(),
    /** ISO 3166 region whose public holidays are days off: `DE`, `DE-BY`. */
    holidayRegion: p.text().strictNullable(),
    weeklyHours: p.json().$type<WeekdayHours[]>(),
    version: p.integer().version(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});

export type ScheduleRow = InferEntity<typeof ScheduleEntity>;
