import type { EntityManager } from '@mikro-orm/postgresql';
import { LockMode } from '@mikro-orm/postgresql';
import { AppError } from '#platform/errors.ts';
import { ScheduleEntity, type ScheduleRow } from './schedule.entity.ts';

interface LockedSchedules {
  schedules: ScheduleRow[];
  /** Its calendar is the one on which the user travels and is away. */
  defaultSchedule: ScheduleRow;
}

/** All schedules of a user, locked: whatever a user says of their time is changed one change after the other. */
export async function lockSchedules(em: EntityManager, userId: string): Promise<LockedSchedules> {
  const schedules = await em.find(
    ScheduleEntity,
    { userId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
  );
  const defaultSchedule = schedules.find(schedule => schedule.isDefault);
  // Identity's news of a new user takes a moment to arrive here.
  if (!defaultSchedule)
    throw new AppError('CONFLICT', 'The user is not known here yet. Try again in a moment.');
  return { schedules, defaultSchedule };
}
