import type { UnitOfWork } from '#platform/transaction.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';
import { claimHandle } from '../handles/claim-handle.ts';
import { OrganizationEntity } from '../organizations/organization.entity.ts';
import { OrganizationMembershipEntity } from '../organizations/organization-membership.entity.ts';
import type { User } from '../users/user.entity.ts';
import { userDeleted } from '../users/user.events.ts';
import { erasePerson } from './erase-person.ts';

/**
 * Ends an account that is in no team any more. Its id stays, so that what others have of it can still be read, with
 * nobody behind it. The other subgraphs follow the event.
 */
export async function closeAccount(ctx: IdentityContext, unit: UnitOfWork, user: User): Promise<void> {
  const { em, emit } = unit;
  const { id, organizationId } = user;
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
}
