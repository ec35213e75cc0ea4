import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '#platform/errors.ts';
import { requireOwnPage } from './origins.ts';
import type { SessionCookie } from './session-cookie.ts';

/** A page of another site can make a browser send the other types without asking first. */
const JSON_TYPE = /^application\/(json|graphql-response\+json)\s*(;|$)/i;

/** Where a request says who sends it. */
export interface CredentialReader {
  /** What an `Authorization` header says, or would say of the cookie; a header wins. */
  read(request: FastifyRequest, header?: string | undefined): string | undefined;
  /** Takes a cookie away that opens nothing any more. */
  discard(request: FastifyRequest, reply: FastifyReply, error: unknown): void;
}

export function createCredentialReader(
  cookie: SessionCookie,
  allowedOrigins: readonly string[],
): CredentialReader {
  return {
    read(request, header = request.headers.authorization) {
      if (header) return header;
      const token = cookie.read(request);
      if (token === null) return undefined;
      requireOwnPage(request, allowedOrigins);
      if (request.method === 'POST' && !JSON_TYPE.test(request.headers['content-type'] ?? '')) {
        throw new AppError('BAD_REQUEST', 'With a session cookie, send `content-type: application/json`.');
      }
      return `Bearer ${token}`;
    },
    discard(request, reply, error) {
      if (request.headers.authorization || !(error instanceof AppError)) return;
      if (error.code.startsWith('SESSION_')) cookie.clear(reply);
    },
  };
}
