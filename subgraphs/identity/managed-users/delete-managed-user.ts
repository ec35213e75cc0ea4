import { LockMode } from '@mikro-orm/postgresql';
import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { transact } from '#platform/transaction.ts';
import { closeAccount } from '../accounts/close-account.ts';
import type { IdentityContext } from '../context.ts';
import { MembershipEntity } from '../teams/membership.entity.ts';
import { membershipEvent } from '../teams/team.events.ts';
import { UserEntity } from '../users/user.entity.ts';
import { ManagedUserEntity } from './managed-user.entity.ts';
import { noteManagedUser } from './note-managed-user.ts';

/** Ends an account that the platform made, as its user could: whatever it may leave without an owner is the platform's. */
export function deleteManagedUser(ctx: IdentityContext, input: { id: string }): Promise<string> {
  const userId = requireId('usr', input.id, 'id');
  return transact(ctx, async unit => {
    const { em, emit } = unit;
    const managed = await em.findOne(ManagedUserEntity, { userId, clientId: ctx.viewer.id });
    const own = { id: userId, deletedAt: null };
    const user = managed && (await em.findOne(UserEntity, own, { lockMode: LockMode.PESSIMISTIC_WRITE }));
    if (!user) throw notFound('managed user');
    const memberships = await em.find(MembershipEntity, { userId });
    for (const membership of memberships) em.remove(membership);
    await em.flush();
    await emit(...memberships.map(membership => membershipEvent('membership.deleted', membership)));
    await noteManagedUser(ctx, em, 'managed_user.deleted', userId);
    await closeAccount(ctx, unit, user);
    return userId;
  });
}
