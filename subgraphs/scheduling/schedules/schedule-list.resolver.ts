import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Access } from '#platform/access.ts';
import type { SchedulingContext } from '../context.ts';
import { User } from '../owners/owner.graphql.ts';
import { createSchedule } from './create-schedule.ts';
import { deleteSchedule } from './delete-schedule.ts';
import { numberedHours, Schedule, ScheduleUpdated, VersionConflict } from './schedule.graphql.ts';
import * as t from './schedule-list.graphql.ts';
import { updateSchedule } from './update-schedule.ts';

@Resolver(() => User)
export class UserSchedulesResolver {
  @Access({ to: 'USER', scope: 'SCHEDULE_READ', role: 'SELF' })
  @FieldResolver(() => [Schedule], {
    nullable: true,
    description:
      "The user's schedules, the default one first. Seen by the user only; null for everybody else.",
  })
  schedules(@Root() user: User, @Ctx() ctx: SchedulingContext) {
    return ctx.loaders.schedulesOfUser.load(user.id);
  }

  @Access({ to: 'USER', scope: 'SCHEDULE_WRITE' })
  @Mutation(() => t.CreateScheduleResult, {
    description: 'Creates a schedule of the user; up to 20 are kept.',
  })
  async createSchedule(
    @Arg('input', () => t.CreateScheduleInput) input: t.CreateScheduleInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.CreateScheduleResult> {
    const hours = input.hours?.map(numberedHours) ?? null;
    return new t.ScheduleCreated(await createSchedule(ctx, { ...input, hours }));
  }

  @Access({ to: 'USER', scope: 'SCHEDULE_WRITE', role: 'SELF', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.UpdateScheduleResult, {
    description: "Renames, moves or makes default one of the user's own schedules.",
  })
  async updateSchedule(
    @Arg('input', () => t.UpdateScheduleInput) input: t.UpdateScheduleInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.UpdateScheduleResult> {
    const changed = await updateSchedule(ctx, input);
    return changed.ok
      ? new ScheduleUpdated(changed.value)
      : new VersionConflict(changed.error.currentVersion);
  }

  @Access({ to: 'USER', scope: 'SCHEDULE_WRITE', role: 'SELF', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.DeleteScheduleResult, {
    description: 'Deletes a schedule with its overrides, unless it is the default one or event types use it.',
  })
  async deleteSchedule(
    @Arg('input', () => t.DeleteScheduleInput) input: t.DeleteScheduleInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.DeleteScheduleResult> {
    const deleted = await deleteSchedule(ctx, input);
    if (deleted.ok) return new t.ScheduleDeleted(deleted.value);
    return new t.ScheduleInUse(deleted.error.isDefault, deleted.error.eventTypes, deleted.error.resources);
  }
}
