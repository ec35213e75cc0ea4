import { LockMode } from '@mikro-orm/postgresql';
import { badInput, notFound } from '#platform/errors.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import type { IdentityContext } from '../context.ts';
import { hasManagedUsers } from '../managed-users/has-managed-users.ts';
import { requireOwnCredential } from '../oauth/own-client.ts';
import { countOrganizationOwners } from '../organizations/enter-organization.ts';
import { leaveTeams } from '../organizations/leave-teams.ts';
import { lockForChange } from '../organizations/lock-for-change.ts';
import { OrganizationMembershipEntity } from '../organizations/organization-membership.entity.ts';
import { UserEntity } from '../users/user.entity.ts';
import { closeAccount } from './close-account.ts';

type Refusal = 'LAST_OWNER' | 'OAUTH_CLIENT_HAS_USERS';

/** Ends the viewer's account. Refused while something would be left without an owner. */
export function deleteAccount(
  ctx: IdentityContext,
  input: { handle: string },
): Promise<Result<string, Refusal>> {
  requireOwnCredential(ctx.viewer);
  return transact<Result<string, Refusal>>(ctx, async unit => {
    const { em, emit } = unit;
    const own = { id: ctx.viewer.id };
    const user = await em.findOne(UserEntity, own, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!user || user.deletedAt) throw notFound('user');
    if (user.handle !== input.handle) throw badInput('handle', 'Give your own handle, to be sure.');
    const { id, organizationId } = user;
    const memberships = await em.find(OrganizationMembershipEntity, { userId: id });
    await lockForChange(
      em,
      memberships.map(membership => membership.organizationId),
    );
    for (const { organizationId: of, role } of memberships)
      if (of !== organizationId && role === 'OWNER' && (await countOrganizationOwners(em, of)) === 1)
        return err('LAST_OWNER');
    if (await hasManagedUsers(em, { ownerUserId: id })) return err('OAUTH_CLIENT_HAS_USERS');
    const left = await leaveTeams(em, { userId: id });
    if (!left.ok) return left;
    await emit(...left.value);
    await closeAccount(ctx, unit, user);
    return ok(id);
  });
}
