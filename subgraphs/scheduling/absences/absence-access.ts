import { AppError, notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import type { SchedulingContext } from '../context.ts';
import { mayManage } from '../event-types/may-manage.ts';
import type { AbsenceRow } from './absence.entity.ts';

/** Whether the viewer keeps a user's absences: their own, and those of members of teams that they lead. */
export async function keepsAbsencesOf(ctx: SchedulingContext, userId: string): Promise<boolean> {
  if (ctx.viewer.id === userId) return true;
  const teams = await ctx.loaders.teamsOfUser.load(userId);
  return teams.some(({ teamId }) => mayManage(ctx.viewer, teamId));
}

/** The user whose absence the viewer creates: themselves unless they name another one. */
export async function chooseAbsentUser(
  ctx: SchedulingContext,
  named: string | null | undefined,
): Promise<string> {
  if (named == null) return ctx.viewer.id;
  const userId = requireId('usr', named, 'userId');
  if (await keepsAbsencesOf(ctx, userId)) return userId;
  const teams = await ctx.loaders.teamsOfUser.load(userId);
  if (teams.some(({ teamId }) => ctx.viewer.roles[teamId]))
    throw new AppError('FORBIDDEN', 'Only owners and admins of a team enter absences of its members.');
  throw notFound('user');
}

/** An absence that the viewer keeps. */
export async function findKeptAbsence(ctx: SchedulingContext, input: { id: string }): Promise<AbsenceRow> {
  const absence = await ctx.loaders.absence.load(requireId('abs', input.id, 'id'));
  if (!absence || !(await keepsAbsencesOf(ctx, absence.userId))) throw notFound('absence');
  return absence;
}
