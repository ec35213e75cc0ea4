import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';
import type { MemberRole } from '../domain/role.ts';
import { endOtherSessions } from '../required-sso/end-other-sessions.ts';
import { countOrganizationOwners, enterOrganization, requireRankOver } from './enter-organization.ts';
import {
  type OrganizationMembership,
  OrganizationMembershipEntity,
} from './organization-membership.entity.ts';

/** Gives a member another role: one that can do no more than the viewer, and neither could they before. */
export function changeOrganizationMemberRole(
  ctx: IdentityContext,
  input: { membershipId: string; role: MemberRole },
): Promise<Result<OrganizationMembership, 'LAST_OWNER'>> {
  const id = requireId('omb', input.membershipId, 'membershipId');
  return transact(ctx, async unit => {
    const { em } = unit;
    const known = await em.findOne(OrganizationMembershipEntity, { id });
    if (!known) throw notFound('membership');
    const { organizationId } = known;
    const wish = { organizationId, needs: ['member.update'], locks: true, what: 'membership' } as const;
    const { held } = await enterOrganization(em, ctx.viewer, wish);
    const membership = await em.refresh(known);
    if (!membership) throw notFound('membership');
    await requireRankOver(em, held, membership);
    await requireRankOver(em, held, input.role);
    const before = membership.role;
    if (before === input.role) return ok(membership);
    if (before === 'OWNER' && (await countOrganizationOwners(em, organizationId)) === 1)
      return err('LAST_OWNER' as const);
    membership.role = input.role;
    await em.flush();
    await appendAuditEntry(ctx, em, {
      action: 'member.role_changed',
      of: { organizationId },
      target: { type: 'user', id: membership.userId },
      before: { role: before },
      after: { role: input.role },
    });
    // Owners sign in as they like, others may not.
    await endOtherSessions(ctx, unit, organizationId);
    return ok(membership);
  });
}
