import type { Result } from '#platform/result.ts';
import type { SchedulingContext } from '../context.ts';
import { changeSchedule, type StaleVersion } from './change-schedule.ts';
import type { ScheduleRow } from './schedule.entity.ts';
import { type OverrideInput, readOverride, writeOverrides } from './write-overrides.ts';

interface NewOverride extends OverrideInput {
  scheduleId: string;
  expectedVersion?: number | null;
}

const fieldOf = { list: 'date', date: () => 'date' };

/** Replaces the hours of one date; without intervals it is a day off. */
export async function setDateOverride(
  ctx: SchedulingContext,
  input: NewOverride,
): Promise<Result<ScheduleRow, StaleVersion>> {
  const override = readOverride(input, '');
  return changeSchedule(ctx, input, (schedule, { em }) =>
    writeOverrides(em, schedule, [override], { now: ctx.clock.now(), fieldOf }),
  );
}
