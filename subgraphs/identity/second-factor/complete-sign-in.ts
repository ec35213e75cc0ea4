import { sql } from 'kysely';
import { fromUuid } from '#platform/ids.ts';
import { rows, statements } from '#platform/orm.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact, type UnitOfWork } from '#platform/transaction.ts';
import { hashSecret } from '../authentication/credential-format.ts';
import type { IdentityContext } from '../context.ts';
import type { SignInMethod } from '../domain/sign-in-method.ts';
import { findOwedConnection } from '../required-sso/find-required-connections.ts';
import { startSession } from '../sessions/start-session.ts';
import { countAttempt } from '../sign-in/count-attempt.ts';
import { noteRefusal } from '../sign-in/note-refusal.ts';
import type { SignedInUser } from '../sign-in/prove-user.ts';
import type { Tables } from '../tables.ts';
import { UserEntity } from '../users/user.entity.ts';
import { checkCode } from './check-code.ts';

/** Codes that one first proof may try. After them, the first proof is asked for again; the account stays open. */
const ATTEMPTS = 5;

interface Pending {
  id: string;
  user_id: string;
  method: SignInMethod;
  connection_id: string | null;
}

/** Counts one attempt. The lock of the row makes those who try at once take turns. */
async function takeAttempt(
  ctx: IdentityContext,
  { em }: UnitOfWork,
  token: string,
): Promise<Pending | undefined> {
  const { rows: found } = await sql<Pending>`
    update pending_sign_ins set attempts = attempts + 1
    where hash = ${hashSecret(token)} and used_at is null and attempts < ${ATTEMPTS}
      and expires_at > ${new Date(ctx.clock.now())}
    returning id, user_id, method, connection_id`.execute(statements(em));
  return found[0];
}

type Refusal = 'SIGN_IN_EXPIRED' | 'CODE_INVALID';

/** Turns a first proof and a code into a session. */
export async function completeSignIn(
  ctx: IdentityContext,
  input: { pendingToken: string; code: string },
): Promise<Result<SignedInUser, Refusal>> {
  await countAttempt(ctx, 'code');
  const outcome = await transact(ctx, async unit => {
    const { em } = unit;
    const pending = await takeAttempt(ctx, unit, input.pendingToken);
    // Not refusals of the transaction: an attempt in vain counts, too.
    if (!pending) return 'SIGN_IN_EXPIRED' as const;
    const user = await em.findOne(UserEntity, { id: fromUuid('usr', pending.user_id), deletedAt: null });
    if (!user) return 'SIGN_IN_EXPIRED' as const;
    const connectionId = pending.connection_id ? fromUuid('sso', pending.connection_id) : null;
    // Meanwhile another first proof may have become necessary: it is asked for with the next attempt.
    if (await findOwedConnection(em, user.id, connectionId)) return 'SIGN_IN_EXPIRED' as const;
    if (!(await checkCode(ctx, em, user.id, input.code))) {
      await noteRefusal(ctx, unit, user, 'CODE_WRONG');
      return 'CODE_INVALID' as const;
    }
    await rows<Tables>(em)
      .updateTable('PendingSignIn')
      .set({ usedAt: new Date(ctx.clock.now()) })
      .where('id', '=', fromUuid('psi', pending.id))
      .execute();
    return { user, ...(await startSession(ctx, unit, user, { method: pending.method, connectionId })) };
  });
  return typeof outcome === 'string' ? err(outcome) : ok(outcome);
}
