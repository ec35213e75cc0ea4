import { newId } from '#platform/ids.ts';
import type { UnitOfWork } from '#platform/transaction.ts';
import { hashSecret, mintSecret } from '../authentication/credential-format.ts';
import type { IdentityContext } from '../context.ts';
import type { SignInProof } from '../domain/sign-in-method.ts';
import { PendingSignInEntity } from './second-factor.entity.ts';

const LIFETIME_MS = 5 * 60_000;

/** Remembers a first proof for a few minutes. It opens nothing but the question for a code. */
export async function startPendingSignIn(
  ctx: IdentityContext,
  { em }: UnitOfWork,
  userId: string,
  { method, connectionId }: SignInProof,
): Promise<{ token: string; expiresAt: Date }> {
  const token = mintSecret();
  const now = ctx.clock.now();
  const expiresAt = new Date(now + LIFETIME_MS);
  em.create(PendingSignInEntity, {
    id: newId('psi'),
    userId,
    hash: hashSecret(token),
    method,
    connectionId,
    attempts: 0,
    createdAt: new Date(now),
    expiresAt,
    usedAt: null,
  });
  await em.flush();
  return { token, expiresAt };
}
