import { rows } from '#platform/orm.ts';
import type { UnitOfWork } from '#platform/transaction.ts';
import type { IdentityContext } from '../context.ts';
import type { SignInMethod } from '../domain/sign-in-method.ts';
import { startPendingSignIn } from '../second-factor/start-pending-sign-in.ts';
import { type StartedSession, startSession } from '../sessions/start-session.ts';
import type { Tables } from '../tables.ts';
import type { User } from '../users/user.entity.ts';

export interface SignedInUser extends StartedSession {
  user: User;
}

export type FirstProof =
  | ({ kind: 'SIGNED_IN' } & SignedInUser)
  | { kind: 'SECOND_FACTOR_REQUIRED'; token: string; expiresAt: Date };

/** What a first proof of who somebody is leads to: a session, or the question for a code. */
export async function proveUser(
  ctx: IdentityContext,
  unit: UnitOfWork,
  user: User,
  method: SignInMethod,
): Promise<FirstProof> {
  const factor = await rows<Tables>(unit.em)
    .selectFrom('SecondFactor')
    .select('confirmedAt')
    .where('userId', '=', user.id)
    .executeTakeFirst();
  if (factor?.confirmedAt) {
    return { kind: 'SECOND_FACTOR_REQUIRED', ...(await startPendingSignIn(ctx, unit, user.id, method)) };
  }
  return { kind: 'SIGNED_IN', user, ...(await startSession(ctx, unit, user, method)) };
}
