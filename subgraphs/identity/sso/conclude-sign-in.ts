import { sql } from 'kysely';
import { newId } from '#platform/ids.ts';
import { rows, statements } from '#platform/orm.ts';
import { isUniqueViolation } from '#platform/postgres-errors.ts';
import { transact, type UnitOfWork } from '#platform/transaction.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';
import { opensAccounts } from '../domain/sign-in-source.ts';
import { openAccount } from '../sign-in/open-account.ts';
import { type FirstProof, proveUser } from '../sign-in/prove-user.ts';
import type { Tables } from '../tables.ts';
import { type User, UserEntity } from '../users/user.entity.ts';
import { keepProof } from './attempts.ts';
import { nameFrom, type ProvenSubject } from './proven-subject.ts';
import { type FederatedIdentity, FederatedIdentityEntity, type FederatedSignIn } from './sso.entity.ts';

export type Conclusion =
  | FirstProof
  | { kind: 'LINKED' }
  /** Another account has it. */
  | { kind: 'TAKEN' }
  /** Not the user who asked for it is signed in. */
  | { kind: 'OTHER_USER' }
  /** Nobody here has it yet: `token` lets this browser say who it is. */
  | { kind: 'UNKNOWN'; token: string };

const MAX_SUBJECT = 500;

export async function addIdentity(
  ctx: IdentityContext,
  { em }: UnitOfWork,
  userId: string,
  attempt: Pick<FederatedSignIn, 'source' | 'connectionId'>,
  proven: Pick<ProvenSubject, 'issuer' | 'subject' | 'email'>,
): Promise<void> {
  const at = new Date(ctx.clock.now());
  const id = newId('fid');
  em.create(FederatedIdentityEntity, {
    id,
    userId,
    connectionId: attempt.connectionId,
    source: attempt.source,
    issuer: proven.issuer,
    subject: proven.subject,
    email: proven.email,
    createdAt: at,
    lastUsedAt: at,
  });
  await em.flush();
  await appendAuditEntry(ctx, em, {
    action: 'federated_identity.linked',
    of: { userId },
    target: { type: 'federated_identity', id },
    after: { source: attempt.source, issuer: proven.issuer },
    actor: { kind: 'USER', id: userId },
  });
}

async function findIdentity(
  { em }: UnitOfWork,
  { source }: FederatedSignIn,
  { issuer, subject }: ProvenSubject,
): Promise<FederatedIdentity | null> {
  return em.findOne(FederatedIdentityEntity, { source, issuer, subject });
}

async function link(
  ctx: IdentityContext,
  unit: UnitOfWork,
  attempt: FederatedSignIn & { userId: string },
  proven: ProvenSubject,
  browserUserId: string | null,
): Promise<Conclusion> {
  if (attempt.userId !== browserUserId) return { kind: 'OTHER_USER' };
  const known = await findIdentity(unit, attempt, proven);
  if (known) return { kind: known.userId === attempt.userId ? 'LINKED' : 'TAKEN' };
  await addIdentity(ctx, unit, attempt.userId, attempt, proven);
  return { kind: 'LINKED' };
}

/** A new account, where the source is trusted with the address and nobody has it. */
async function openFor(
  ctx: IdentityContext,
  unit: UnitOfWork,
  attempt: FederatedSignIn,
  proven: ProvenSubject,
): Promise<User | null> {
  if (!proven.email || !proven.isEmailProven || !opensAccounts(attempt.source)) return null;
  if (await unit.em.findOne(UserEntity, { email: proven.email })) return null;
  const user = await openAccount(ctx, unit, proven.email, { name: nameFrom(proven.name) });
  if (user) await addIdentity(ctx, unit, user.id, attempt, proven);
  return user;
}

async function note(
  ctx: IdentityContext,
  { em }: UnitOfWork,
  { id }: FederatedIdentity,
  email: string | null,
) {
  await rows<Tables>(em)
    .updateTable('FederatedIdentity')
    .set({ lastUsedAt: new Date(ctx.clock.now()), email })
    .where('id', '=', id)
    .execute();
}

function attemptOnce(
  ctx: IdentityContext,
  attempt: FederatedSignIn,
  proven: ProvenSubject,
  browserUserId: string | null,
): Promise<Conclusion> {
  return transact(ctx, async unit => {
    // Those who are named the same at the same moment take turns.
    const key = JSON.stringify([attempt.source, proven.issuer, proven.subject]);
    await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(statements(unit.em));
    const { userId } = attempt;
    if (userId) return link(ctx, unit, { ...attempt, userId }, proven, browserUserId);
    const known = await findIdentity(unit, attempt, proven);
    if (known) await note(ctx, unit, known, proven.email);
    const user = known
      ? await unit.em.findOneOrFail(UserEntity, { id: known.userId, deletedAt: null })
      : await openFor(ctx, unit, attempt, proven);
    return user
      ? proveUser(ctx, unit, user, 'SSO')
      : { kind: 'UNKNOWN', token: await keepProof({ em: unit.em }, attempt, proven) };
  });
}

/**
 * What follows from an answer. An account that exists is never given to whoever has an address in common with
 * it: an identity opens only the account that it was linked with.
 */
export async function concludeSignIn(
  ctx: IdentityContext,
  attempt: FederatedSignIn,
  proven: ProvenSubject,
  browserUserId: string | null,
): Promise<Conclusion> {
  if (proven.subject === '' || proven.subject.length > MAX_SUBJECT) throw new Error('No usable subject.');
  try {
    return await attemptOnce(ctx, attempt, proven, browserUserId);
  } catch (error) {
    // Somebody opened an account for the address at the same moment: now that can be seen.
    if (!isUniqueViolation(error, 'users_email_key') && !isUniqueViolation(error, 'handles_pkey'))
      throw error;
    return attemptOnce(ctx, attempt, proven, browserUserId);
  }
}
