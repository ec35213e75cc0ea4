import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';
import { countOwners, lockTeam, requireRank } from './lock-team.ts';
import { MembershipEntity } from './membership.entity.ts';
import { membershipEvent } from './team.events.ts';

/** Takes somebody out of a team; anybody may take themselves out. Returns the id of the ended membership. */
export function removeMember(
  ctx: IdentityContext,
  input: { membershipId: string },
): Promise<Result<string, 'LAST_OWNER'>> {
  const id = requireId('mbr', input.membershipId, 'membershipId');
  return transact(ctx, async ({ em, emit }) => {
    const known = await em.findOne(MembershipEntity, { id });
    if (!known) throw notFound('membership');
    const { role } = await lockTeam(em, ctx.viewer, known.teamId, 'membership');
    const membership = await em.refresh(known);
    if (!membership) throw notFound('membership');
    if (membership.userId !== ctx.viewer.id) requireRank(role, membership.role, 'MEMBER');
    if (membership.role === 'OWNER' && (await countOwners(em, membership.teamId)) === 1)
      return err('LAST_OWNER' as const);
    em.remove(membership);
    await em.flush();
    await emit(membershipEvent('membership.deleted', membership));
    const { organizationId, teamId, userId } = membership;
    await appendAuditEntry(ctx, em, {
      action: 'member.removed',
      of: { organizationId },
      target: { type: 'user', id: userId },
      before: { teamId, role: membership.role },
    });
    return ok(id);
  });
}
