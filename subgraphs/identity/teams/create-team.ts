import { notFound } from '#platform/errors.ts';
import { newId, requireId } from '#platform/ids.ts';
import { isUniqueViolation } from '#platform/postgres-errors.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';
import { claimHandle } from '../handles/claim-handle.ts';
import { enterOrganization } from '../organizations/enter-organization.ts';
import { readName } from '../organizations/read-name.ts';
import { requireRoom } from '../plans/require-room.ts';
import { MembershipEntity } from './membership.entity.ts';
import { type Team, TeamEntity } from './team.entity.ts';
import { membershipEvent, teamEvent } from './team.events.ts';

/** Creates a team in an organization of the viewer's, with the viewer as its owner. */
export async function createTeam(
  ctx: IdentityContext,
  input: { id?: string; handle: string; name: string; organizationId?: string | null },
): Promise<Result<Team, 'HANDLE_TAKEN'>> {
  const name = readName(input.name);
  const given = input.organizationId;
  const organizationId = given ? requireId('org', given, 'organizationId') : ctx.viewer.organizationId;
  if (!organizationId) throw notFound('organization');
  const id = input.id ?? newId('team');
  const at = new Date(ctx.clock.now());
  try {
    return await transact(ctx, async ({ em, emit }) => {
      await enterOrganization(em, ctx.viewer, { organizationId, needs: ['team.create'] });
      await requireRoom(em, organizationId, 'TEAMS');
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
      await appendAuditEntry(ctx, em, {
        action: 'team.created',
        of: { organizationId },
        target: { type: 'team', id },
        after: { handle: team.handle, name },
      });
      return ok(team);
    });
  } catch (error) {
    if (isUniqueViolation(error, 'handles_pkey')) return err('HANDLE_TAKEN');
    throw error;
  }
}
