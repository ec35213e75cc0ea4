import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';
import { forgetMembers } from '../required-sso/forget-members.ts';
import { countOrganizationOwners, enterOrganization, requireRankOver } from './enter-organization.ts';
import { leaveTeams } from './leave-teams.ts';
import { OrganizationMembershipEntity } from './organization-membership.entity.ts';

/** Takes somebody out of an organization and of its teams; anybody may take themselves out. */
export function removeOrganizationMember(
  ctx: IdentityContext,
  input: { membershipId: string },
): Promise<Result<string, 'LAST_OWNER'>> {
  const id = requireId('omb', input.membershipId, 'membershipId');
  return transact<Result<string, 'LAST_OWNER'>>(ctx, async unit => {
    const { em, emit } = unit;
    const known = await em.findOne(OrganizationMembershipEntity, { id });
    if (!known) throw notFound('membership');
    const { organizationId, userId } = known;
    const isOwn = userId === ctx.viewer.id;
    const { held, organization } = await enterOrganization(em, ctx.viewer, {
      organizationId,
      needs: isOwn ? [] : ['member.remove'],
      locks: true,
      what: 'membership',
    });
    const membership = await em.refresh(known);
    if (!membership) throw notFound('membership');
    if (!isOwn) await requireRankOver(em, held, membership);
    const isLast = membership.role === 'OWNER' && (await countOrganizationOwners(em, organizationId)) === 1;
    // Whose personal organization it is stays its owner, whatever others there are.
    if (isLast || (organization.isPersonal && membership.role === 'OWNER')) return err('LAST_OWNER');
    const left = await leaveTeams(em, { userId, organizationId });
    if (!left.ok) return left;
    const before = { role: membership.role };
    em.remove(membership);
    await em.flush();
    await forgetMembers(ctx, unit, { organizationId, userId });
    await emit(...left.value);
    const of = { organizationId };
    await appendAuditEntry(ctx, em, {
      action: 'member.removed',
      of,
      target: { type: 'user', id: userId },
      before,
    });
    return ok(id);
  });
}
