import { requireId } from '#platform/ids.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact, type UnitOfWork } from '#platform/transaction.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';
import { enterOrganization } from '../organizations/enter-organization.ts';
import type { Organization } from '../organizations/organization.entity.ts';
import { currentSessionId, requireSession } from '../sessions/current-session.ts';
import { SessionEntity } from '../sessions/session.entity.ts';
import { SsoConnectionEntity } from '../sso/sso.entity.ts';
import { endOtherSessions } from './end-other-sessions.ts';

interface Change {
  organizationId: string;
  expectedVersion: number;
}

type RequirementRefusal = { code: 'SSO_UNPROVEN' } | { code: 'VERSION_CONFLICT'; currentVersion: number };

/** Whether the session that asks was opened by a connection of the organization: then at least one of them works. */
async function hasProvedIt(
  ctx: IdentityContext,
  { em }: UnitOfWork,
  organizationId: string,
): Promise<boolean> {
  const id = currentSessionId(ctx.viewer);
  const session = id ? await em.findOne(SessionEntity, { id }) : null;
  if (!session?.connectionId) return false;
  return (await em.count(SsoConnectionEntity, { id: session.connectionId, organizationId })) === 1;
}

/** Lets members of an organization sign in by its connections only, or by every way again. */
export function changeSsoRequirement(
  ctx: IdentityContext,
  input: Change,
  isRequired: boolean,
): Promise<Result<Organization, RequirementRefusal>> {
  requireSession(ctx.viewer);
  const organizationId = requireId('org', input.organizationId, 'organizationId');
  return transact<Result<Organization, RequirementRefusal>>(ctx, async unit => {
    const { em } = unit;
    const wish = { organizationId, needs: ['sso.manage'], locks: true } as const;
    const { organization } = await enterOrganization(em, ctx.viewer, wish);
    const { version } = organization;
    if (version !== input.expectedVersion) return err({ code: 'VERSION_CONFLICT', currentVersion: version });
    if (organization.requiresSso === isRequired) return ok(organization);
    if (isRequired && !(await hasProvedIt(ctx, unit, organizationId))) return err({ code: 'SSO_UNPROVEN' });
    organization.requiresSso = isRequired;
    organization.updatedAt = new Date(ctx.clock.now());
    await em.flush();
    await appendAuditEntry(ctx, em, {
      action: 'organization.sso_requirement_changed',
      of: { organizationId },
      target: { type: 'organization', id: organizationId },
      before: { requiresSso: !isRequired },
      after: { requiresSso: isRequired },
    });
    await endOtherSessions(ctx, unit, organizationId);
    return ok(organization);
  });
}
