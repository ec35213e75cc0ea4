import type { FastifyRequest } from 'fastify';
import { AppError } from '#platform/errors.ts';

const foreign = (origin: string | undefined) =>
  new AppError('FORBIDDEN', 'Pages of this origin may not do this.', { detail: { origin } });

function isAllowed({ headers }: FastifyRequest, origin: string, allowed: readonly string[]): boolean {
  return allowed.includes(origin) || (URL.canParse(origin) && new URL(origin).host === headers.host);
}

/**
 * Browsers let any page open a WebSocket anywhere and say only in `Origin` whose page it is. Programs send no
 * `Origin` and may connect.
 */
export function requireAllowedOrigin(allowed: readonly string[]) {
  return async (request: FastifyRequest) => {
    const { origin } = request.headers;
    if (request.ws && origin && !isAllowed(request, origin, allowed)) throw foreign(origin);
  };
}

/**
 * A browser sends cookies along whatever page makes it ask, so that a cookie counts only where the browser says
 * that one of our pages did. Browsers leave `Origin` out of a page's own GET requests and say so otherwise.
 */
export function requireOwnPage(request: FastifyRequest, allowed: readonly string[]): void {
  const { origin, 'sec-fetch-site': site } = request.headers;
  const isOwn = origin ? isAllowed(request, origin, allowed) : site === 'same-origin';
  if (!isOwn) throw foreign(origin);
}
