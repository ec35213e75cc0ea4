import { badInput } from '#platform/errors.ts';
import type { Result } from '#platform/result.ts';
import type { SchedulingContext } from '../context.ts';
import { dayAt, dayOf } from '../domain/zone.ts';
import { changeSchedule, type StaleVersion } from './change-schedule.ts';
import { requireSoundHours, toDayHours } from './local-times.ts';
import type { ScheduleRow } from './schedule.entity.ts';
import { ScheduleOverrideEntity } from './schedule-override.entity.ts';

interface NewOverride {
  scheduleId: string;
  date: string;
  intervals: readonly { startsAt: string; endsAt: string }[];
  expectedVersion?: number | null;
}

const MAX_INTERVALS = 24;
const MAX_OVERRIDES = 1000;

/** Replaces the hours of one date; without intervals it is a day off. */
export function setDateOverride(
  ctx: SchedulingContext,
  input: NewOverride,
): Promise<Result<ScheduleRow, StaleVersion>> {
  if (input.intervals.length > MAX_INTERVALS)
    throw badInput('intervals', `A date has up to ${MAX_INTERVALS} intervals.`);
  const hours = input.intervals.map(toDayHours).sort((a, b) => a.start - b.start);
  requireSoundHours('intervals', hours);
  return changeSchedule(ctx, input, async (schedule, em) => {
    if (dayOf(input.date) < dayAt(schedule.timeZone, ctx.clock.now())) {
      throw badInput('date', '`date` has passed in the zone of the schedule.');
    }
    const known = await em.findOne(ScheduleOverrideEntity, { scheduleId: schedule.id, date: input.date });
    if (known) {
      known.hours = hours;
      return;
    }
    if ((await em.count(ScheduleOverrideEntity, { scheduleId: schedule.id })) >= MAX_OVERRIDES) {
      throw badInput(
        'date',
        `A schedule has up to ${MAX_OVERRIDES} overrides. Delete some that have passed.`,
      );
    }
    em.create(ScheduleOverrideEntity, { scheduleId: schedule.id, date: input.date, hours });
  });
}
