import { LockMode } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { notFound } from '#platform/errors.ts';
import { uuidOf } from '#platform/ids.ts';
import { addJob } from '#platform/jobs.ts';
import { statements } from '#platform/orm.ts';
import { isUniqueViolation } from '#platform/postgres-errors.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact, type UnitOfWork } from '#platform/transaction.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import { hashSecret } from '../authentication/credential-format.ts';
import type { IdentityContext } from '../context.ts';
import { requireSession } from '../sessions/current-session.ts';
import { countAttempt } from '../sign-in/count-attempt.ts';
import { type User, UserEntity } from '../users/user.entity.ts';
import { userEvent } from '../users/user.events.ts';

/** Takes the token, for good, if it is the viewer's own: whoever else reads the mail cannot use it for themself. */
async function takeChange(ctx: IdentityContext, { em }: UnitOfWork, token: string): Promise<string | null> {
  const now = new Date(ctx.clock.now());
  const { rows } = await sql<{ email: string }>`
    update email_changes set used_at = ${now}
    where hash = ${hashSecret(token)} and user_id = ${uuidOf(ctx.viewer.id)}::uuid
      and used_at is null and expires_at > ${now}
    returning email`.execute(statements(em));
  return rows[0]?.email ?? null;
}

/** Gives the viewer the address that they have proved, and tells the one that they had. */
export async function confirmEmailChange(
  ctx: IdentityContext,
  input: { token: string },
): Promise<Result<User, 'LINK_INVALID' | 'EMAIL_TAKEN'>> {
  requireSession(ctx.viewer);
  await countAttempt(ctx, 'token');
  const work = transact(ctx, async unit => {
    const { em, emit } = unit;
    const email = await takeChange(ctx, unit, input.token);
    if (!email) return err('LINK_INVALID' as const);
    const own = { id: ctx.viewer.id, deletedAt: null };
    const user = await em.findOne(UserEntity, own, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!user) throw notFound('user');
    const previous = user.email;
    user.email = email;
    user.updatedAt = new Date(ctx.clock.now());
    await em.flush();
    await emit(userEvent('user.updated', user), userEvent('user.email_changed', user));
    await appendAuditEntry(ctx, em, {
      action: 'account.email_changed',
      of: { userId: user.id },
      target: { type: 'user', id: user.id },
      before: { email: previous },
      after: { email },
    });
    const job = addJob('identity', { task: 'send-email-changed', payload: { to: previous } });
    await sql`select ${job}`.execute(statements(em));
    return ok(user);
  });
  return work.catch(error => {
    // Somebody else proved it first: by now only its reader asks, who may know.
    if (isUniqueViolation(error, 'users_email_key')) return err('EMAIL_TAKEN' as const);
    throw error;
  });
}
