import type { IdentityContext } from '../context.ts';

/** Counts what a client address tries, each kind for itself; refuses with RATE_LIMITED. No account is ever counted. */
export async function countAttempt(
  ctx: Pick<IdentityContext, 'clientAddress' | 'signInRates'>,
  kind: 'link' | 'token' | 'code' | 'sso',
): Promise<void> {
  if (ctx.clientAddress) await ctx.signInRates.spend('MUTATIONS', `${kind} ${ctx.clientAddress}`);
}
