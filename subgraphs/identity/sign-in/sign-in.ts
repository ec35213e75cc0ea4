import { sql } from 'kysely';
import { fromUuid } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import { isUniqueViolation } from '#platform/postgres-errors.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact, type UnitOfWork } from '#platform/transaction.ts';
import { hashSecret } from '../authentication/credential-format.ts';
import type { IdentityContext } from '../context.ts';
import { type User, UserEntity } from '../users/user.entity.ts';
import { countAttempt } from './count-attempt.ts';
import { noteRefusal } from './note-refusal.ts';
import { type NewAccount, openAccount } from './open-account.ts';
import { type FirstProof, proveUser } from './prove-user.ts';

export interface SignInRequest extends NewAccount {
  token: string;
}

export type SignInRefusal = 'LINK_INVALID' | 'HANDLE_TAKEN';

/** Takes a link's token, for good: of any number who send it at once, the update lets one through. */
async function takeLink(ctx: IdentityContext, { em }: UnitOfWork, token: string): Promise<string | null> {
  const now = new Date(ctx.clock.now());
  const { rows } = await sql<{ email: string }>`
    update sign_in_links set used_at = ${now}
    where hash = ${hashSecret(token)} and used_at is null and expires_at > ${now}
    returning email`.execute(statements(em));
  return rows[0]?.email ?? null;
}

/** Notes whose link was tried in vain, where it was a link at all and its address has an account. */
async function noteVainLink(ctx: IdentityContext, token: string): Promise<void> {
  const { rows } = await sql<{ id: string; organization_id: string; is_used: boolean }>`
    select u.id, u.organization_id, l.used_at is not null as is_used
    from sign_in_links l join users u on u.email = l.email and u.deleted_at is null
    where l.hash = ${hashSecret(token)}`.execute(statements(ctx.em));
  const [found] = rows;
  if (!found) return;
  const user = { id: fromUuid('usr', found.id), organizationId: fromUuid('org', found.organization_id) };
  const reason = found.is_used ? 'LINK_USED' : 'LINK_EXPIRED';
  await transact(ctx, unit => noteRefusal(ctx, unit, user, reason));
}

function attempt(ctx: IdentityContext, request: SignInRequest): Promise<Result<FirstProof, SignInRefusal>> {
  return transact(ctx, async unit => {
    const email = await takeLink(ctx, unit, request.token);
    if (!email) return err('LINK_INVALID' as const);
    const known: User | null = await unit.em.findOne(UserEntity, { email, deletedAt: null });
    const user = known ?? (await openAccount(ctx, unit, email, request));
    if (!user) return err('HANDLE_TAKEN' as const);
    return ok(await proveUser(ctx, unit, user, { method: 'MAGIC_LINK', connectionId: null }));
  });
}

/** Signs in whoever reads the mail of an address, and gives them an account where the address has none yet. */
export async function signIn(
  ctx: IdentityContext,
  request: SignInRequest,
): Promise<Result<FirstProof, SignInRefusal>> {
  await countAttempt(ctx, 'token');
  const outcome = await attempt(ctx, request).catch(error => {
    // Somebody took the handle, or the address by another link, at the same moment: now that can be seen.
    if (isUniqueViolation(error, 'users_email_key') || isUniqueViolation(error, 'handles_pkey')) {
      return attempt(ctx, request);
    }
    throw error;
  });
  if (!outcome.ok && outcome.error === 'LINK_INVALID') await noteVainLink(ctx, request.token);
  return outcome;
}
