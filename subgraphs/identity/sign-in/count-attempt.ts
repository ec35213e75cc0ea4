import type { IdentityContext } from '../context.ts';

const kinds = {
  link: 'ATTEMPTS',
  token: 'ATTEMPTS',
  code: 'ATTEMPTS',
  sso: 'ATTEMPTS',
  invitation: 'ATTEMPTS',
  options: 'AUTHORIZATIONS',
} as const;

/** Counts what a client address tries, each kind for itself; refuses with RATE_LIMITED. No account is ever counted. */
export async function countAttempt(
  ctx: Pick<IdentityContext, 'clientAddress' | 'signInRates'>,
  kind: keyof typeof kinds,
): Promise<void> {
  if (ctx.clientAddress) await ctx.signInRates.spend(kinds[kind], `${kind} ${ctx.clientAddress}`);
}
