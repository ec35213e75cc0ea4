import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { transact } from '#platform/transaction.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';
import { endOtherSessions } from '../required-sso/end-other-sessions.ts';
import { enterOrganization } from './enter-organization.ts';
import {
  type OrganizationMembership,
  OrganizationMembershipEntity,
} from './organization-membership.entity.ts';

/** Makes another member an owner and the viewer an admin, at once: there is an owner all the time. */
export function transferOrganization(
  ctx: IdentityContext,
  input: { membershipId: string },
): Promise<OrganizationMembership> {
  const id = requireId('omb', input.membershipId, 'membershipId');
  return transact(ctx, async unit => {
    const { em } = unit;
    const known = await em.findOne(OrganizationMembershipEntity, { id });
    if (!known) throw notFound('membership');
    const { organizationId } = known;
    const wish = {
      organizationId,
      needs: ['organization.transfer'],
      locks: true,
      what: 'membership',
    } as const;
    const { membership: own } = await enterOrganization(em, ctx.viewer, wish);
    const heir = await em.refresh(known);
    if (!heir) throw notFound('membership');
    if (heir.id === own.id) return heir;
    const before = { from: own.role, to: heir.role };
    heir.role = 'OWNER';
    own.role = 'ADMIN';
    await em.flush();
    await appendAuditEntry(ctx, em, {
      action: 'ownership.transferred',
      of: { organizationId },
      target: { type: 'user', id: heir.userId },
      before,
      after: { from: own.role, to: heir.role },
    });
    // Owners sign in as they like, others may not.
    await endOtherSessions(ctx, unit, organizationId);
    return heir;
  });
}
