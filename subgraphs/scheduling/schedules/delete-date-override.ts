import type { Result } from '#platform/result.ts';
import type { SchedulingContext } from '../context.ts';
import { changeSchedule, type StaleVersion } from './change-schedule.ts';
import type { ScheduleRow } from './schedule.entity.ts';
import { ScheduleOverrideEntity } from './schedule-override.entity.ts';

/** Gives a date its weekly hours back. Without an override nothing changes but the version. */
export function deleteDateOverride(
  ctx: SchedulingContext,
  input: { scheduleId: string; date: string; expectedVersion?: number | null },
): Promise<Result<ScheduleRow, StaleVersion>> {
  return changeSchedule(ctx, input, async (schedule, { em }) => {
    await em.nativeDelete(ScheduleOverrideEntity, { scheduleId: schedule.id, date: input.date });
  });
}
