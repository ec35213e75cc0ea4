import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createEncryption } from '#platform/encryption.ts';
import { AppError } from '#platform/errors.ts';

/** Browsers take a cookie with this prefix only over https, for this host alone and for all of its paths. */
const HOST_PREFIX = '__Host-';
const NAME = 'almanac_session';

/** Where the session of a browser is kept: out of reach of scripts, and sealed, so that it opens nothing elsewhere. */
export interface SessionCookie {
  /** The session token in it; `null` without a cookie. */
  read(request: FastifyRequest): string | null;
  /** The same, and `null` for a cookie that is not one of ours. */
  peek(request: FastifyRequest): string | null;
  set(reply: FastifyReply, token: string, expiresAt: Date): void;
  /** What `set` would send, for answers that Fastify does not write. */
  header(app: FastifyInstance, token: string, expiresAt: Date): string;
  clear(reply: FastifyReply): void;
}

export function createSessionCookie(secrets: readonly string[], publicUrl: string): SessionCookie {
  const isSecure = new URL(publicUrl).protocol === 'https:';
  const name = isSecure ? HOST_PREFIX + NAME : NAME;
  const encryption = createEncryption(secrets);
  const place = { tenant: 'browser', table: 'cookies', row: name, column: 'session' };
  const attributes = { path: '/', httpOnly: true, secure: isSecure, sameSite: 'lax' } as const;
  const open = (sealed: string | undefined) => (sealed ? encryption.decrypt(sealed, place) : null);
  return {
    peek(request) {
      try {
        return open(request.cookies[name]);
      } catch {
        return null;
      }
    },
    read(request) {
      try {
        return open(request.cookies[name]);
      } catch (cause) {
        throw new AppError(
          'SESSION_COOKIE_INVALID',
          'The session cookie is not one of ours. Sign in again.',
          {
            cause,
          },
        );
      }
    },
    set: (reply, token, expires) =>
      reply.setCookie(name, encryption.encrypt(token, place), { ...attributes, expires }),
    header: (app, token, expires) =>
      app.serializeCookie(name, encryption.encrypt(token, place), { ...attributes, expires }),
    clear: reply => reply.clearCookie(name, attributes),
  };
}
