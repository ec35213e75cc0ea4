import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';
import type { MemberRole } from '../domain/role.ts';
import { countOwners, lockTeam, requireRank } from './lock-team.ts';
import { type Membership, MembershipEntity } from './membership.entity.ts';
import { membershipEvent } from './team.events.ts';

export function changeMemberRole(
  ctx: IdentityContext,
  input: { membershipId: string; role: MemberRole },
): Promise<Result<Membership, 'LAST_OWNER'>> {
  const id = requireId('mbr', input.membershipId, 'membershipId');
  return transact(ctx, async ({ em, emit }) => {
    const known = await em.findOne(MembershipEntity, { id });
    if (!known) throw notFound('membership');
    const { role } = await lockTeam(em, ctx.viewer, known.teamId, 'membership');
    const membership = await em.refresh(known);
    if (!membership) throw notFound('membership');
    const before = membership.role;
    requireRank(role, before, input.role);
    const unmakesOwner = before === 'OWNER' && input.role !== 'OWNER';
    if (unmakesOwner && (await countOwners(em, membership.teamId)) === 1) return err('LAST_OWNER' as const);
    if (before === input.role) return ok(membership);
    membership.role = input.role;
    await em.flush();
    await emit(membershipEvent('membership.updated', membership));
    const { organizationId, teamId } = membership;
    await appendAuditEntry(ctx, em, {
      action: 'member.role_changed',
      of: { organizationId },
      target: { type: 'user', id: membership.userId },
      before: { teamId, role: before },
      after: { teamId, role: input.role },
    });
    return ok(membership);
  });
}
