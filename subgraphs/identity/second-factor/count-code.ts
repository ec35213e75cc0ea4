import type { IdentityContext } from '../context.ts';
import { countAttempt } from '../sign-in/count-attempt.ts';

/** Counts codes that a session tries, also for the account: whoever took a session over may come from anywhere. */
export async function countCode(ctx: IdentityContext): Promise<void> {
  await countAttempt(ctx, 'code');
  await ctx.signInRates.spend('ATTEMPTS', `code ${ctx.viewer.id}`);
}
