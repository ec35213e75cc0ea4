import type { UnitOfWork } from '#platform/transaction.ts';
import type { IdentityContext } from '../context.ts';
import type { SignInMethod } from '../domain/sign-in-method.ts';
import { type StartedSession, startSession } from '../sessions/start-session.ts';
import type { User } from '../users/user.entity.ts';

export type ProvenSignIn = { kind: 'SIGNED_IN'; user: User } & StartedSession;

/** What a first proof of who somebody is leads to. */
export async function proveUser(
  ctx: IdentityContext,
  unit: UnitOfWork,
  user: User,
  method: SignInMethod,
): Promise<ProvenSignIn> {
  return { kind: 'SIGNED_IN', user, ...(await startSession(ctx, unit, user, method)) };
}
