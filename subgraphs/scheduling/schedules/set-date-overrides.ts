import { badInput } from '#platform/errors.ts';
import type { Result } from '#platform/result.ts';
import type { SchedulingContext } from '../context.ts';
import { changeSchedule, type StaleVersion } from './change-schedule.ts';
import type { ScheduleRow } from './schedule.entity.ts';
import { MAX_OVERRIDES, type OverrideInput, readOverride, writeOverrides } from './write-overrides.ts';

interface NewOverrides {
  scheduleId: string;
  overrides: readonly OverrideInput[];
  expectedVersion?: number | null;
}

const fieldOf = { list: 'overrides', date: (index: number) => `overrides[${index}].date` };

/** Replaces the hours of many dates, all or none. */
export async function setDateOverrides(
  ctx: SchedulingContext,
  input: NewOverrides,
): Promise<Result<ScheduleRow, StaleVersion>> {
  const count = input.overrides.length;
  if (count < 1 || count > MAX_OVERRIDES)
    throw badInput('overrides', `Give 1 to ${MAX_OVERRIDES} overrides, not ${count}.`);
  const overrides = input.overrides.map((override, index) => readOverride(override, `overrides[${index}].`));
  const seen = new Set<string>();
  overrides.forEach(({ date }, index) => {
    if (seen.has(date)) throw badInput(fieldOf.date(index), `${date} is given twice.`);
    seen.add(date);
  });
  return changeSchedule(ctx, input, (schedule, { em }) =>
    writeOverrides(em, schedule, overrides, { now: ctx.clock.now(), fieldOf }),
  );
}
