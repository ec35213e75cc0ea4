import type { FastifyReply } from 'fastify';
import type { Balance } from '#platform/rate-limit.ts';

/** As in the IETF's draft (draft-ietf-httpapi-ratelimit-headers) before its fields were put together. */
export const rateLimitHeaders = ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset', 'Retry-After'];

export function tellBalance(reply: FastifyReply, balance: Balance | undefined): void {
  if (!balance) return;
  reply.header('ratelimit-limit', String(balance.limit));
  reply.header('ratelimit-remaining', String(balance.remaining));
  reply.header('ratelimit-reset', String(balance.resetsIn));
  if (balance.isExceeded) reply.header('retry-after', String(balance.resetsIn));
}
