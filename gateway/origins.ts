import type { FastifyRequest } from 'fastify';
import { AppError } from '#platform/errors.ts';

/**
 * Browsers let any page open a WebSocket anywhere and say only in `Origin` whose page it is. Programs send no
 * `Origin` and may connect.
 */
export function requireAllowedOrigin(allowed: readonly string[]) {
  return async (request: FastifyRequest) => {
    const { origin, host } = request.headers;
    if (!request.ws || !origin || allowed.includes(origin)) return;
    if (URL.canParse(origin) && new URL(origin).host === host) return;
    throw new AppError('FORBIDDEN', 'Pages of this origin may not connect.', { detail: { origin } });
  };
}
