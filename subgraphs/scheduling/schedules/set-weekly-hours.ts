import type { Result } from '#platform/result.ts';
import type { SchedulingContext } from '../context.ts';
import { changeSchedule, type StaleVersion } from './change-schedule.ts';
import { readWeek } from './local-times.ts';
import type { ScheduleRow } from './schedule.entity.ts';

interface NewHours {
  scheduleId: string;
  timeZone?: string | null;
  hours: readonly { weekday: number; startsAt: string; endsAt: string }[];
  expectedVersion?: number | null;
}

/** Replaces the weekly hours of one of the viewer's schedules. */
export async function setWeeklyHours(
  ctx: SchedulingContext,
  input: NewHours,
): Promise<Result<ScheduleRow, StaleVersion>> {
  const weeklyHours = readWeek('hours', input.hours);
  return changeSchedule(ctx, input, schedule => {
    schedule.weeklyHours = weeklyHours;
    if (input.timeZone) schedule.timeZone = input.timeZone;
  });
}
