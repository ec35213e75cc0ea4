import { randomBytes } from 'node:crypto';
import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { rows } from '#platform/orm.ts';
import { transact } from '#platform/transaction.ts';
import type { IdentityContext } from '../context.ts';
import { claimHandle } from '../handles/claim-handle.ts';
import { endSessions } from '../sessions/end-sessions.ts';
import type { Tables } from '../tables.ts';
import { MembershipEntity } from '../teams/membership.entity.ts';
import { membershipEvent } from '../teams/team.events.ts';
import { UserEntity } from '../users/user.entity.ts';
import { userEvent } from '../users/user.events.ts';
import { ManagedUserEntity } from './managed-user.entity.ts';

/**
 * Ends an account that the platform made: its tokens, keys, sessions and memberships go, and what remains for the bookings that
 * name it is an account without a person, which nobody can sign in to.
 */
export function deleteManagedUser(ctx: IdentityContext, input: { id: string }): Promise<string> {
  const userId = requireId('usr', input.id, 'id');
  return transact(ctx, async unit => {
    const { em, emit } = unit;
    const managed = await em.findOne(ManagedUserEntity, { userId, clientId: ctx.viewer.id });
    const user = managed && (await em.findOne(UserEntity, { id: userId }));
    if (!managed || !user) throw notFound('managed user');
    const memberships = await em.find(MembershipEntity, { userId });
    for (const membership of memberships) em.remove(membership);
    em.remove(managed);
    const handle = `deleted-${randomBytes(8).toString('hex')}`;
    await claimHandle(em, handle, userId);
    Object.assign(user, {
      handle,
      email: `${userId}@deleted.invalid`,
      name: 'Deleted user',
      avatarUrl: null,
      updatedAt: new Date(ctx.clock.now()),
    });
    await em.flush();
    await rows<Tables>(em).deleteFrom('OauthGrant').where('userId', '=', userId).execute();
    await rows<Tables>(em)
      .updateTable('ApiKey')
      .set({ revokedAt: new Date(ctx.clock.now()) })
      .where('userId', '=', userId)
      .where('revokedAt', 'is', null)
      .execute();
    await endSessions(ctx, unit, { userId }, 'REVOKED');
    await emit(
      userEvent('user.updated', user),
      ...memberships.map(membership => membershipEvent('membership.deleted', membership)),
    );
    return userId;
  });
}
