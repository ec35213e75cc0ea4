import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Access } from '#platform/access.ts';
import type { SchedulingContext } from '../context.ts';
import { User } from '../owners/owner.graphql.ts';
import { VersionConflict } from '../schedules/schedule.graphql.ts';
import type { AbsenceRow } from './absence.entity.ts';
import * as t from './absence.graphql.ts';
import { createAbsence } from './create-absence.ts';
import { deleteAbsence } from './delete-absence.ts';
import { updateAbsence } from './update-absence.ts';

@Resolver(() => t.Absence)
export class AbsenceResolver {
  @FieldResolver(() => User, { description: 'Who is away.' })
  user(@Root() absence: AbsenceRow): User {
    return new User(absence.userId);
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who takes the bookings meanwhile.' })
  standIn(@Root() absence: AbsenceRow): User | null {
    return absence.standInUserId ? new User(absence.standInUserId) : null;
  }

  @Access({ to: 'USER', scope: 'SCHEDULE_WRITE', role: 'SELF_OR_TEAM_ADMIN', otherwise: 'FORBIDDEN' })
  @Mutation(() => t.CreateAbsenceResult, {
    description:
      'Says that the user, or a member of a team that they lead, is away. Up to 100 absences a user that are not over.',
  })
  async createAbsence(
    @Arg('input', () => t.CreateAbsenceInput) input: t.CreateAbsenceInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.CreateAbsenceResult> {
    const created = await createAbsence(ctx, input);
    return created.ok ? new t.AbsenceCreated(created.value) : new t.StandInLoop();
  }

  @Access({ to: 'USER', scope: 'SCHEDULE_WRITE', role: 'SELF_OR_TEAM_ADMIN', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.UpdateAbsenceResult, {
    description: 'Changes an absence of the user, or of a member of a team that they lead.',
  })
  async updateAbsence(
    @Arg('input', () => t.UpdateAbsenceInput) input: t.UpdateAbsenceInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.UpdateAbsenceResult> {
    const changed = await updateAbsence(ctx, input);
    if (changed.ok) return new t.AbsenceUpdated(changed.value);
    if (changed.error.kind === 'STAND_IN_LOOP') return new t.StandInLoop();
    return new VersionConflict(changed.error.currentVersion);
  }

  @Access({ to: 'USER', scope: 'SCHEDULE_WRITE', role: 'SELF_OR_TEAM_ADMIN', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.DeleteAbsencePayload, {
    description: 'Deletes an absence of the user, or of a member of a team that they lead.',
  })
  async deleteAbsence(
    @Arg('input', () => t.DeleteAbsenceInput) input: t.DeleteAbsenceInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<t.DeleteAbsencePayload> {
    return new t.DeleteAbsencePayload(await deleteAbsence(ctx, input));
  }
}

@Resolver(() => User)
export class UserAbsencesResolver {
  @Access({ to: 'USER', scope: 'SCHEDULE_READ', role: 'SELF_OR_TEAM_ADMIN' })
  @FieldResolver(() => [t.Absence], {
    nullable: true,
    description:
      'Absences that are not over yet, by date; up to 100. Seen by the user and by owners and admins of their teams; null for everybody else.',
  })
  absences(@Root() user: User, @Ctx() ctx: SchedulingContext) {
    return ctx.loaders.absencesOfUser.load(user.id);
  }
}
