import { LockMode } from '@mikro-orm/postgresql';
import { badInput, notFound } from '#platform/errors.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import type { IdentityContext } from '../context.ts';
import { hasManagedUsers } from '../managed-users/has-managed-users.ts';
import { requireOwnCredential } from '../oauth/own-client.ts';
import { UserEntity } from '../users/user.entity.ts';
import { closeAccount } from './close-account.ts';
import { leaveEverything } from './leave-everything.ts';

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
    const left = await leaveEverything(em, user);
    if (!left.ok) return left;
    const { id } = user;
    if (await hasManagedUsers(em, { ownerUserId: id })) return err('OAUTH_CLIENT_HAS_USERS');
    await emit(...left.value);
    await closeAccount(ctx, unit, user);
    return ok(id);
  });
}
