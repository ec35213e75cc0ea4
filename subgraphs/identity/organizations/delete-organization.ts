import { badInput } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';
import { HandleEntity } from '../handles/handle.entity.ts';
import { InvitationEntity } from '../invitations/invitation.entity.ts';
import { hasManagedUsers } from '../managed-users/has-managed-users.ts';
import { OauthClientEntity } from '../oauth/oauth-client.entity.ts';
import { forgetMembers } from '../required-sso/forget-members.ts';
import { TeamEntity } from '../teams/team.entity.ts';
import { enterOrganization } from './enter-organization.ts';

/** Ends an organization that has no teams any more. Its audit log stays. */
export function deleteOrganization(
  ctx: IdentityContext,
  input: { organizationId: string },
): Promise<Result<string, 'IN_USE' | 'OAUTH_CLIENT_HAS_USERS'>> {
  const organizationId = requireId('org', input.organizationId, 'organizationId');
  return transact<Result<string, 'IN_USE' | 'OAUTH_CLIENT_HAS_USERS'>>(ctx, async unit => {
    const { em } = unit;
    const wish = { organizationId, needs: ['organization.delete'], locks: true } as const;
    const { organization } = await enterOrganization(em, ctx.viewer, wish);
    if (organization.isPersonal)
      throw badInput('organizationId', 'A personal organization goes with its account.');
    if ((await em.count(TeamEntity, { organizationId })) > 0) return err('IN_USE');
    const clients = { ownerUserId: null, organizationId };
    if (await hasManagedUsers(em, clients)) return err('OAUTH_CLIENT_HAS_USERS');
    const { name, handle } = organization;
    await appendAuditEntry(ctx, em, {
      action: 'organization.deleted',
      of: { organizationId },
      target: { type: 'organization', id: organizationId },
      before: { name, handle },
    });
    await forgetMembers(ctx, unit, { organizationId });
    await em.nativeDelete(InvitationEntity, { organizationId });
    await em.nativeDelete(OauthClientEntity, clients);
    em.remove(organization);
    await em.flush();
    await em.nativeDelete(HandleEntity, { ownerId: organizationId });
    return ok(organizationId);
  });
}
