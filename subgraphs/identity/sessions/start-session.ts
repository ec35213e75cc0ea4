import { newId } from '#platform/ids.ts';
import type { UnitOfWork } from '#platform/transaction.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import { hashSecret, mintCredential } from '../authentication/credential-format.ts';
import type { IdentityContext } from '../context.ts';
import { SESSION_LIFETIME_MS } from '../domain/session-lifetime.ts';
import type { SignInProof } from '../domain/sign-in-method.ts';
import type { User } from '../users/user.entity.ts';
import { type Session, SessionEntity } from './session.entity.ts';
import { sessionCreated } from './session.events.ts';

/** How much of what a browser says of itself is kept. */
const USER_AGENT_LENGTH = 300;

export interface StartedSession {
  /** Shown once. */
  token: string;
  session: Session;
}

/** Begins a session of somebody who has just proved who they are, inside the transaction that took the proof. */
export async function startSession(
  ctx: IdentityContext,
  { em, emit }: UnitOfWork,
  user: Pick<User, 'id' | 'organizationId'>,
  { method, connectionId }: SignInProof,
): Promise<StartedSession> {
  const token = mintCredential('als', ctx.keyEnvironment);
  const at = new Date(ctx.clock.now());
  const session = em.create(SessionEntity, {
    id: newId('ses'),
    organizationId: user.organizationId,
    userId: user.id,
    hash: hashSecret(token),
    method,
    connectionId,
    userAgent: ctx.userAgent?.slice(0, USER_AGENT_LENGTH) ?? null,
    address: ctx.clientAddress,
    createdAt: at,
    lastUsedAt: at,
    expiresAt: new Date(at.getTime() + SESSION_LIFETIME_MS),
    revokedAt: null,
  });
  await em.flush();
  await emit(sessionCreated(session));
  const { id, userAgent } = session;
  await appendAuditEntry(ctx, em, {
    action: 'session.created',
    of: { userId: user.id },
    target: { type: 'session', id },
    after: { method, connectionId, userAgent },
    actor: { kind: 'USER', id: user.id, credential: { kind: 'SESSION', id } },
  });
  return { token, session };
}
