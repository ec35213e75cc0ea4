import { badInput } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { transact } from '#platform/transaction.ts';
import type { SchedulingContext } from '../context.ts';
import { availabilityChanged } from './availability.events.ts';
import { readWeek } from './local-times.ts';
import { lockSchedules } from './lock-schedules.ts';
import { officeHours } from './office-hours.ts';
import { ScheduleEntity, type ScheduleRow } from './schedule.entity.ts';
import { readScheduleName, requireHolidayRegion } from './schedule-settings.ts';

interface NewSchedule {
  name: string;
  timeZone: string;
  hours?: readonly { weekday: number; startsAt: string; endsAt: string }[] | null;
  holidayRegion?: string | null;
  makeDefault?: boolean | null;
}

const MAX_SCHEDULES = 20;

/** Creates a schedule of the viewer's, with office hours unless told otherwise. */
export async function createSchedule(ctx: SchedulingContext, input: NewSchedule): Promise<ScheduleRow> {
  const name = readScheduleName(input.name);
  const weeklyHours = input.hours ? readWeek('hours', input.hours) : officeHours;
  if (input.holidayRegion) requireHolidayRegion('holidayRegion', input.holidayRegion);
  return transact(ctx, async ({ em, emit }) => {
    const { schedules, defaultSchedule } = await lockSchedules(em, ctx.viewer.id);
    if (schedules.length >= MAX_SCHEDULES)
      throw badInput('name', `A user has up to ${MAX_SCHEDULES} schedules. Delete one first.`);
    if (input.makeDefault) {
      defaultSchedule.isDefault = false;
      // First, for the index that knows one default a user.
      await em.flush();
    }
    const at = new Date(ctx.clock.now());
    const schedule = em.create(ScheduleEntity, {
      id: newId('sch'),
      organizationId: defaultSchedule.organizationId,
      userId: ctx.viewer.id,
      name,
      timeZone: input.timeZone,
      isDefault: input.makeDefault ?? false,
      holidayRegion: input.holidayRegion || null,
      weeklyHours,
      createdAt: at,
      updatedAt: at,
    });
    await em.flush();
    await emit(availabilityChanged(schedule));
    return schedule;
  });
}
