import { LockMode } from '@mikro-orm/postgresql';
import { badInput, notFound } from '#platform/errors.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';
import { claimHandle } from '../handles/claim-handle.ts';
import { countOrganizationOwners } from '../organizations/enter-organization.ts';
import { leaveTeams } from '../organizations/leave-teams.ts';
import { lockForChange } from '../organizations/lock-for-change.ts';
import { OrganizationEntity } from '../organizations/organization.entity.ts';
import { OrganizationMembershipEntity } from '../organizations/organization-membership.entity.ts';
import { UserEntity } from '../users/user.entity.ts';
import { userDeleted } from '../users/user.events.ts';
import { erasePerson } from './erase-person.ts';

/**
 * Ends the viewer's account. Their id stays, so that what others have of them can still be read, with nobody behind
 * it. The other subgraphs follow the event. Refused while something would be left without an owner.
 */
export function deleteAccount(
  ctx: IdentityContext,
  input: { handle: string },
): Promise<Result<string, 'LAST_OWNER'>> {
  return transact<Result<string, 'LAST_OWNER'>>(ctx, async unit => {
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
    const left = await leaveTeams(em, { userId: id });
    if (!left.ok) return left;
    await emit(...left.value);
    const target = { type: 'user', id };
    await appendAuditEntry(ctx, em, { action: 'account.deleted', of: { userId: id }, target });
    const at = new Date(ctx.clock.now());
    await erasePerson(ctx, unit, user);
    const handle = `deleted-${id.slice('usr_'.length)}`;
    if (!(await claimHandle(em, handle, id))) throw new Error(`${handle} is somebody else's.`);
    em.assign(user, {
      handle,
      email: `${id}@deleted.invalid`,
      name: '[deleted]',
      avatarUrl: null,
      timeZone: 'UTC',
      locale: 'en',
      notificationContactId: null,
      deletedAt: at,
      updatedAt: at,
    });
    const personal = await em.findOneOrFail(OrganizationEntity, { id: organizationId });
    personal.name = '[deleted]';
    await em.flush();
    await em.nativeDelete(OrganizationMembershipEntity, { userId: id });
    await emit(userDeleted(user));
    return ok(id);
  });
}
