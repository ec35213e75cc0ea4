import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { AppError } from '#platform/errors.ts';
import { statements } from '#platform/orm.ts';
import { ScheduleEntity, type ScheduleRow } from './schedule.entity.ts';

interface LockedSchedules {
  schedules: ScheduleRow[];
  /** Its calendar is the one on which the user travels and is away. */
  defaultSchedule: ScheduleRow;
}

/**
 * All schedules of a user. Until the transaction ends nobody else changes what the user says of their time.
 *
 * The lock is on the user's row: of schedules, whoever waited would not see those added meanwhile. It lets
 * bookings and new event types pass.
 */
export async function lockSchedules(em: EntityManager, userId: string): Promise<LockedSchedules> {
  await sql`select 1 from owners where id = ${userId} for no key update`.execute(statements(em));
  const schedules = await em.find(ScheduleEntity, { userId }, { orderBy: { id: 'asc' } });
  const defaultSchedule = schedules.find(schedule => schedule.isDefault);
  // Identity's news of a new user takes a moment to arrive here.
  if (!defaultSchedule)
    throw new AppError('CONFLICT', 'The user is not known here yet. Try again in a moment.');
  return { schedules, defaultSchedule };
}
