import { LockMode } from '@mikro-orm/postgresql';
import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import { closeAccount } from '../accounts/close-account.ts';
import { leaveEverything } from '../accounts/leave-everything.ts';
import type { IdentityContext } from '../context.ts';
import { UserEntity } from '../users/user.entity.ts';
import { ManagedUserEntity } from './managed-user.entity.ts';
import { noteManagedUser } from './note-managed-user.ts';

/**
 * Ends an account that the platform made, as its user could: refused while something would be left without an owner,
 * because others may be in it whom the platform did not make.
 */
export function deleteManagedUser(
  ctx: IdentityContext,
  input: { id: string },
): Promise<Result<string, 'LAST_OWNER'>> {
  const userId = requireId('usr', input.id, 'id');
  return transact<Result<string, 'LAST_OWNER'>>(ctx, async unit => {
    const { em, emit } = unit;
    const managed = await em.findOne(ManagedUserEntity, { userId, clientId: ctx.viewer.id });
    const own = { id: userId, deletedAt: null };
    const user = managed && (await em.findOne(UserEntity, own, { lockMode: LockMode.PESSIMISTIC_WRITE }));
    if (!user) throw notFound('managed user');
    const left = await leaveEverything(em, user);
    if (!left.ok) return left;
    await emit(...left.value);
    await noteManagedUser(ctx, em, 'managed_user.deleted', userId);
    await closeAccount(ctx, unit, user);
    return ok(userId);
  });
}
