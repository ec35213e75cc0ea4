import { sql } from 'kysely';
import { addJob } from '#platform/jobs.ts';
import { statements } from '#platform/orm.ts';
import type { IdentityContext } from '../context.ts';
import { LINK_LIFETIME_MS } from '../domain/sign-in-link.ts';
import { requireSession } from '../sessions/current-session.ts';
import { countAttempt } from '../sign-in/count-attempt.ts';

const MAX_ATTEMPTS = 6;

/**
 * Promises a mail to the new address. Nothing changes before its reader sends the token back, and whether somebody
 * else has the address is found out by the job that sends it.
 */
export async function requestEmailChange(ctx: IdentityContext, input: { email: string }): Promise<Date> {
  requireSession(ctx.viewer);
  await countAttempt(ctx, 'link');
  const expiresAt = new Date(ctx.clock.now() + LINK_LIFETIME_MS);
  const payload = {
    userId: ctx.viewer.id,
    email: input.email.toLowerCase(),
    expiresAt: expiresAt.toISOString(),
  };
  const job = addJob('identity', { task: 'send-email-change', payload, maxAttempts: MAX_ATTEMPTS });
  await sql`select ${job}`.execute(statements(ctx.em));
  return expiresAt;
}
