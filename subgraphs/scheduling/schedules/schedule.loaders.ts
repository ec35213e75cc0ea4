import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { groupedByKey } from '#platform/loaders.ts';
import { rows } from '#platform/orm.ts';
import type { Tables } from '../tables.ts';
import type { ScheduleRow } from './schedule.entity.ts';
import type { ScheduleOverrideRow } from './schedule-override.entity.ts';
import type { TravelStayRow } from './travel-stay.entity.ts';

/** `today` is the earliest date that it can be anywhere: what ended before it is over. */
export function createScheduleLoaders(em: EntityManager, today: string) {
  return {
    schedulesOfUser: new DataLoader<string, ScheduleRow[]>(async userIds => {
      const found = await rows<Tables>(em)
        .selectFrom('Schedule')
        .selectAll()
        .where('userId', 'in', userIds)
        .orderBy('isDefault', 'desc')
        .orderBy('id')
        .execute();
      return groupedByKey(userIds, found, schedule => schedule.userId);
    }),
    overridesOfSchedule: new DataLoader<string, ScheduleOverrideRow[]>(async scheduleIds => {
      const found = await rows<Tables>(em)
        .selectFrom('ScheduleOverride')
        .selectAll()
        .where('scheduleId', 'in', scheduleIds)
        .orderBy('date')
        .execute();
      return groupedByKey(scheduleIds, found, override => override.scheduleId);
    }),
    staysOfUser: new DataLoader<string, TravelStayRow[]>(async userIds => {
      const found = await rows<Tables>(em)
        .selectFrom('TravelStay')
        .selectAll()
        .where('userId', 'in', userIds)
        .where('lastDate', '>=', today)
        .orderBy('firstDate')
        .execute();
      return groupedByKey(userIds, found, stay => stay.userId);
    }),
  };
}
