import { notFound } from '#platform/errors.ts';
import { transact } from '#platform/transaction.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';
import type { Plan } from '../domain/plan.ts';
import { lockForChange } from '../organizations/lock-for-change.ts';
import { type Organization, OrganizationEntity } from '../organizations/organization.entity.ts';

/** Books a plan for an organization. What a smaller one has no room for stays and cannot be added to. */
export function setPlan(
  ctx: IdentityContext,
  input: { organizationId: string; plan: Plan },
): Promise<Organization> {
  const { organizationId, plan } = input;
  return transact(ctx, async ({ em }) => {
    await lockForChange(em, [organizationId]);
    const organization = await em.findOne(OrganizationEntity, { id: organizationId });
    if (!organization) throw notFound('organization');
    const before = { plan: organization.plan };
    organization.plan = plan;
    organization.updatedAt = new Date(ctx.clock.now());
    await em.flush();
    await appendAuditEntry(ctx, em, {
      action: 'organization.plan_changed',
      of: { organizationId },
      target: { type: 'organization', id: organizationId },
      before,
      after: { plan },
    });
    return organization;
  });
}
