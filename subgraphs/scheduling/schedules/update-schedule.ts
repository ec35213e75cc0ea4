import type { Result } from '#platform/result.ts';
import type { SchedulingContext } from '../context.ts';
import { changeSchedule, type StaleVersion } from './change-schedule.ts';
import type { ScheduleRow } from './schedule.entity.ts';
import { readScheduleName, requireHolidayRegion } from './schedule-settings.ts';

interface ScheduleChanges {
  scheduleId: string;
  name?: string | null;
  timeZone?: string | null;
  makeDefault?: boolean | null;
  /** `null` clears it. */
  holidayRegion?: string | null | undefined;
  expectedVersion?: number | null;
}

/** Changes what is given of one of the viewer's schedules. */
export async function updateSchedule(
  ctx: SchedulingContext,
  input: ScheduleChanges,
): Promise<Result<ScheduleRow, StaleVersion>> {
  const name = input.name == null ? null : readScheduleName(input.name);
  if (input.holidayRegion != null) requireHolidayRegion('holidayRegion', input.holidayRegion);
  return changeSchedule(ctx, input, async (schedule, { em, schedules }) => {
    if (name) schedule.name = name;
    if (input.timeZone) schedule.timeZone = input.timeZone;
    if (input.holidayRegion !== undefined) schedule.holidayRegion = input.holidayRegion;
    if (!input.makeDefault || schedule.isDefault) return;
    for (const other of schedules) other.isDefault = false;
    // First, for the index that knows one default a user.
    await em.flush();
    schedule.isDefault = true;
  });
}
