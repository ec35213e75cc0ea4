import type { EntityManager } from '@mikro-orm/postgresql';
import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import type { SchedulingContext } from '../context.ts';
import { availabilityChanged } from './availability.events.ts';
import { lockSchedules } from './lock-schedules.ts';
import type { ScheduleRow } from './schedule.entity.ts';

export interface StaleVersion {
  currentVersion: number;
}

interface ScheduleChange {
  scheduleId: string;
  expectedVersion?: number | null | undefined;
}

interface Changing {
  em: EntityManager;
  /** All schedules of the user, the one to change among them. */
  schedules: ScheduleRow[];
}

/** Changes one of the viewer's own schedules under its lock, one version further. */
export function changeSchedule(
  ctx: SchedulingContext,
  input: ScheduleChange,
  change: (schedule: ScheduleRow, changing: Changing) => Promise<void> | void,
): Promise<Result<ScheduleRow, StaleVersion>> {
  const id = requireId('sch', input.scheduleId, 'scheduleId');
  return transact(ctx, async ({ em, emit }) => {
    const { schedules } = await lockSchedules(em, ctx.viewer.id);
    const schedule = schedules.find(candidate => candidate.id === id);
    if (!schedule) throw notFound('schedule');
    if (input.expectedVersion != null && input.expectedVersion !== schedule.version) {
      return err({ currentVersion: schedule.version });
    }
    await change(schedule, { em, schedules });
    // Also when only an override changed: the version counts changes of the schedule as a whole.
    schedule.updatedAt = new Date(Math.max(ctx.clock.now(), schedule.updatedAt.getTime() + 1));
    await em.flush();
    await emit(availabilityChanged(schedule));
    return ok(schedule);
  });
}
