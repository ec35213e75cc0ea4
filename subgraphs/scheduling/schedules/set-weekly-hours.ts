import { badInput } from '#platform/errors.ts';
import type { Result } from '#platform/result.ts';
import type { SchedulingContext } from '../context.ts';
import { changeSchedule, type StaleVersion } from './change-schedule.ts';
import { requireSoundHours, toDayHours } from './local-times.ts';
import type { ScheduleRow, WeekdayHours } from './schedule.entity.ts';

interface NewHours {
  scheduleId: string;
  timeZone?: string | null;
  hours: readonly { weekday: number; startsAt: string; endsAt: string }[];
  expectedVersion?: number | null;
}

const MAX_HOURS = 100;

/** Replaces the weekly hours of one of the viewer's schedules. */
export function setWeeklyHours(
  ctx: SchedulingContext,
  input: NewHours,
): Promise<Result<ScheduleRow, StaleVersion>> {
  if (input.hours.length > MAX_HOURS) throw badInput('hours', `A week has up to ${MAX_HOURS} intervals.`);
  const weeklyHours: WeekdayHours[] = input.hours
    .map(hours => ({ weekday: hours.weekday, ...toDayHours(hours) }))
    .sort((a, b) => a.weekday - b.weekday || a.start - b.start);
  for (const day of Map.groupBy(weeklyHours, hours => hours.weekday).values())
    requireSoundHours('hours', day);
  return changeSchedule(ctx, input, schedule => {
    schedule.weeklyHours = weeklyHours;
    if (input.timeZone) schedule.timeZone = input.timeZone;
  });
}
