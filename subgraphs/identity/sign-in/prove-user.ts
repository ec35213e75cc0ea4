import { rows } from '#platform/orm.ts';
import type { UnitOfWork } from '#platform/transaction.ts';
import type { IdentityContext } from '../context.ts';
import type { SignInProof } from '../domain/sign-in-method.ts';
import { findOwedConnection } from '../required-sso/find-required-connections.ts';
import { startPendingSignIn } from '../second-factor/start-pending-sign-in.ts';
import { type StartedSession, startSession } from '../sessions/start-session.ts';
import { openAttempt } from '../sso/open-attempt.ts';
import type { Tables } from '../tables.ts';
import type { User } from '../users/user.entity.ts';

export interface SignedInUser extends StartedSession {
  user: User;
}

export type FirstProof =
  | ({ kind: 'SIGNED_IN' } & SignedInUser)
  | { kind: 'SECOND_FACTOR_REQUIRED'; token: string; expiresAt: Date }
  /** Their organization takes the word of its own identity provider only: `url` leads there. */
  | { kind: 'SSO_REQUIRED'; url: string; expiresAt: Date; connectionName: string };

/** What a first proof of who somebody is leads to: a session, the question for a code, or another proof. */
export async function proveUser(
  ctx: IdentityContext,
  unit: UnitOfWork,
  user: User,
  proof: SignInProof,
): Promise<FirstProof> {
  const { em } = unit;
  const owed = await findOwedConnection(em, user.id, proof.connectionId);
  if (owed) {
    // Who comes from a mail need not be asked for it once more.
    const isMailProven = proof.method === 'MAGIC_LINK';
    const userId = isMailProven ? user.id : null;
    const attempt = await openAttempt(ctx, em, { source: owed.id, userId, isMailProven });
    return { kind: 'SSO_REQUIRED', ...attempt, connectionName: owed.name };
  }
  const factor = await rows<Tables>(em)
    .selectFrom('SecondFactor')
    .select('confirmedAt')
    .where('userId', '=', user.id)
    .executeTakeFirst();
  if (factor?.confirmedAt) {
    return { kind: 'SECOND_FACTOR_REQUIRED', ...(await startPendingSignIn(ctx, unit, user.id, proof)) };
  }
  return { kind: 'SIGNED_IN', user, ...(await startSession(ctx, unit, user, proof)) };
}
