import { badInput, notFound } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { isUniqueViolation } from '#platform/postgres-errors.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import type { IdentityContext } from '../context.ts';
import { claimHandle } from '../handles/claim-handle.ts';
import { MembershipEntity } from './membership.entity.ts';
import { type Team, TeamEntity } from './team.entity.ts';
import { membershipEvent, teamEvent } from './team.events.ts';

/** Creates a team in the viewer's organization, with the viewer as its owner. */
export async function createTeam(
  ctx: IdentityContext,
  input: { id?: string; handle: string; name: string },
): Promise<Result<Team, 'HANDLE_TAKEN'>> {
  const name = input.name.trim();
  if (name.length < 1 || name.length > 100) throw badInput('name', 'A name has 1 to 100 characters.');
  const { organizationId } = ctx.viewer;
  if (!organizationId) throw notFound('organization');
  const id = input.id ?? newId('team');
  const at = new Date(ctx.clock.now());
  try {
    return await transact(ctx, async ({ em, emit }) => {
      if (!(await claimHandle(em, input.handle, id))) return err('HANDLE_TAKEN' as const);
      const team = em.create(TeamEntity, {
        id,
        organizationId,
        handle: input.handle,
        name,
        createdAt: at,
        updatedAt: at,
      });
      await em.flush();
      const membership = em.create(MembershipEntity, {
        id: newId('mbr'),
        organizationId,
        teamId: id,
        userId: ctx.viewer.id,
        role: 'OWNER',
        createdAt: at,
      });
      await em.flush();
      await emit(teamEvent('team.created', team));
      await emit(membershipEvent('membership.created', membership));
      return ok(team);
    });
  } catch (error) {
    if (isUniqueViolation(error, 'handles_pkey')) return err('HANDLE_TAKEN');
    throw error;
  }
}
