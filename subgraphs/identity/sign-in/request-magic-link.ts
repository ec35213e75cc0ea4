import { sql } from 'kysely';
import { addJob } from '#platform/jobs.ts';
import { statements } from '#platform/orm.ts';
import type { IdentityContext } from '../context.ts';
import { LINK_LIFETIME_MS } from '../domain/sign-in-link.ts';
import { countAttempt } from './count-attempt.ts';

/** After so many failures of the mail server, the link would be over anyway. */
const MAX_ATTEMPTS = 6;

/**
 * Promises a mail. Whether there is an account is found out by the job that sends it: here the same is done for
 * every address, so that neither the answer nor its time tells.
 */
export async function requestMagicLink(
  ctx: Pick<IdentityContext, 'em' | 'clock' | 'clientAddress' | 'signInRates'>,
  input: { email: string },
): Promise<Date> {
  await countAttempt(ctx, 'link');
  const expiresAt = new Date(ctx.clock.now() + LINK_LIFETIME_MS);
  const payload = { email: input.email.toLowerCase(), expiresAt: expiresAt.toISOString() };
  const job = addJob('identity', { task: 'send-sign-in-link', payload, maxAttempts: MAX_ATTEMPTS });
  await sql`select ${job}`.execute(statements(ctx.em));
  return expiresAt;
}
