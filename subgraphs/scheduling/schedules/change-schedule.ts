import type { EntityManager } from '@mikro-orm/postgresql';
import { LockMode } from '@mikro-orm/postgresql';
import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { err, ok, type Result } from '#platform/result.ts';
import type { SchedulingContext } from '../context.ts';
import { ScheduleEntity, type ScheduleRow } from './schedule.entity.ts';

export interface StaleVersion {
  currentVersion: number;
}

interface ScheduleChange {
  scheduleId: string;
  expectedVersion?: number | null | undefined;
}

/** Changes one of the viewer's own schedules under its lock, one version further. */
export function changeSchedule(
  ctx: SchedulingContext,
  input: ScheduleChange,
  change: (schedule: ScheduleRow, em: EntityManager) => Promise<void> | void,
): Promise<Result<ScheduleRow, StaleVersion>> {
  const id = requireId('sch', input.scheduleId, 'scheduleId');
  return ctx.em.transactional(async em => {
    const owned = { id, userId: ctx.viewer.id };
    const schedule = await em.findOne(ScheduleEntity, owned, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!schedule) throw notFound('schedule');
    if (input.expectedVersion != null && input.expectedVersion !== schedule.version) {
      return err({ currentVersion: schedule.version });
    }
    await change(schedule, em as EntityManager);
    // Also when only an override changed: the version counts changes of the schedule as a whole.
    schedule.updatedAt = new Date(Math.max(ctx.clock.now(), schedule.updatedAt.getTime() + 1));
    await em.flush();
    return ok(schedule);
  });
}
