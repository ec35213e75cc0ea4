import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { WebHandler } from '#platform/web-handler.ts';
import { SESSION_HEADER } from '../schema/web-paths.ts';
import type { SessionCookie } from './session-cookie.ts';
import { COOKIE_LIFETIME_MS } from './session-routes.ts';

/**
 * Puts a session that a page of identity's has begun into the browser's cookie. The token itself goes no further
 * than here.
 */
export function keepSessions(app: FastifyInstance, handle: WebHandler, cookie: SessionCookie): WebHandler {
  return (request, response) => {
    const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
    response.writeHead = (...args: unknown[]) => {
      const token = response.getHeader(SESSION_HEADER);
      response.removeHeader(SESSION_HEADER);
      if (typeof token === 'string')
        response.appendHeader(
          'set-cookie',
          cookie.header(app, token, new Date(Date.now() + COOKIE_LIFETIME_MS)),
        );
      return writeHead(...args);
    };
    return handle(request, response);
  };
}
