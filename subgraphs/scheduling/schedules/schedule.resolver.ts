import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Access } from '#platform/access.ts';
import type { SchedulingContext } from '../context.ts';
import { deleteDateOverride } from './delete-date-override.ts';
import { localTime } from './local-times.ts';
import type { ScheduleRow } from './schedule.entity.ts';
import * as t from './schedule.graphql.ts';
import { setDateOverride } from './set-date-override.ts';
import { setDateOverrides } from './set-date-overrides.ts';
import { setWeeklyHours } from './set-weekly-hours.ts';

const toInterval = ({ start, end }: { start: number; end: number }): t.LocalInterval => ({
  startsAt: localTime(start),
  endsAt: localTime(end),
});

@Resolver(() => t.Schedule)
export class ScheduleResolver {
  @FieldResolver(() => [t.WeeklyHours])
  weeklyHours(@Root() schedule: ScheduleRow): t.WeeklyHours[] {
    return schedule.weeklyHours.map(hours => ({
      weekday: t.weekdays[hours.weekday - 1] ?? 'MONDAY',
      ...toInterval(hours),
    }));
  }

  @FieldResolver(() => [t.ScheduleOverride], { description: 'By date, passed ones included.' })
  async overrides(
    @Root() schedule: ScheduleRow,
    @Ctx() ctx: SchedulingContext,
  ): Promise<t.ScheduleOverride[]> {
    const overrides = await ctx.loaders.overridesOfSchedule.load(schedule.id);
    return overrides.map(({ date, hours }) => ({ date, intervals: hours.map(toInterval) }));
  }

  @Access({ to: 'USER', scope: 'SCHEDULE_WRITE', role: 'SELF', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.SetWeeklyHoursResult, {
    description: "Replaces the weekly hours of one of the user's own schedules.",
  })
  async setWeeklyHours(
    @Arg('input', () => t.SetWeeklyHoursInput) input: t.SetWeeklyHoursInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.SetWeeklyHoursResult> {
    const changed = await setWeeklyHours(ctx, { ...input, hours: input.hours.map(t.numberedHours) });
    return changed.ok
      ? new t.ScheduleUpdated(changed.value)
      : new t.VersionConflict(changed.error.currentVersion);
  }

  @Access({ to: 'USER', scope: 'SCHEDULE_WRITE', role: 'SELF', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.SetDateOverrideResult, { description: 'Replaces the hours of one date.' })
  async setDateOverride(
    @Arg('input', () => t.SetDateOverrideInput) input: t.SetDateOverrideInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.SetDateOverrideResult> {
    const changed = await setDateOverride(ctx, input);
    return changed.ok
      ? new t.ScheduleUpdated(changed.value)
      : new t.VersionConflict(changed.error.currentVersion);
  }

  @Access({ to: 'USER', scope: 'SCHEDULE_WRITE', role: 'SELF', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.SetDateOverridesResult, {
    description: 'Replaces the hours of many dates, all of them or none.',
  })
  async setDateOverrides(
    @Arg('input', () => t.SetDateOverridesInput) input: t.SetDateOverridesInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.SetDateOverridesResult> {
    const changed = await setDateOverrides(ctx, input);
    return changed.ok
      ? new t.ScheduleUpdated(changed.value)
      : new t.VersionConflict(changed.error.currentVersion);
  }

  @Access({ to: 'USER', scope: 'SCHEDULE_WRITE', role: 'SELF', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.DeleteDateOverrideResult, { description: 'Gives a date its weekly hours back.' })
  async deleteDateOverride(
    @Arg('input', () => t.DeleteDateOverrideInput) input: t.DeleteDateOverrideInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.DeleteDateOverrideResult> {
    const changed = await deleteDateOverride(ctx, input);
    return changed.ok
      ? new t.ScheduleUpdated(changed.value)
      : new t.VersionConflict(changed.error.currentVersion);
  }
}
