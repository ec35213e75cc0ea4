import type { Rates } from '#platform/rate-limit.ts';

/** Proofs that are tried, authorizations that are begun, and requests for tokens. */
export type SignInRates = Rates<'ATTEMPTS' | 'AUTHORIZATIONS' | 'TOKENS'>;
