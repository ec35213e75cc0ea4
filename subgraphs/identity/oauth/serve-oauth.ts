import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import type { AppError } from '#platform/errors.ts';
import type { WebHandler } from '#platform/web-handler.ts';
import { ADDRESS_HEADER } from '../../../schema/web-paths.ts';
import type { OauthParts } from './oauth-parts.ts';
import { createProvider, oauthRoutes, SESSION_COOKIE } from './provider.ts';
import { readForm } from './read-form.ts';
import { serveInteraction, showRateLimit } from './serve-interactions.ts';
import type { KeyCache } from './signing-keys.ts';
import { RATE_LIMIT_ERROR, refusalOf, retryAfterOf } from './too-many-requests.ts';
import { type AccessTokenVerifier, isJwt } from './verify-access-token.ts';

/** Endpoints that are asked about a token. */
const ABOUT_TOKENS = new Set<string>([oauthRoutes.revocation, oauthRoutes.introspection]);
const OF_PROGRAMS = new Set<string>([oauthRoutes.token, ...ABOUT_TOKENS]);

/** Which site this is was configured: what a client says about it is not believed. */
function writeProxyHeaders(request: IncomingMessage, issuer: string): void {
  const { host, protocol } = new URL(issuer);
  request.headers.host = host;
  delete request.headers['x-forwarded-host'];
  request.headers['x-forwarded-proto'] = protocol.slice(0, -1);
}

/**
 * Every authorization starts with nobody signed in: who it is, is asked of our own session each time, so that
 * signing out, or in as somebody else, counts here at once.
 */
function dropProviderSession(request: IncomingMessage, response: ServerResponse): void {
  const kept = (request.headers.cookie ?? '')
    .split(/;\s*/)
    .filter(cookie => !new RegExp(`^${SESSION_COOKIE}(\\.sig)?=`).test(cookie));
  request.headers.cookie = kept.join('; ');
  const ended = 'path=/oauth; expires=Thu, 01 Jan 1970 00:00:00 GMT; httponly';
  response.setHeader('set-cookie', [`${SESSION_COOKIE}=; ${ended}`, `${SESSION_COOKIE}.sig=; ${ended}`]);
}

/**
 * oidc-provider keeps no JWTs and refuses to be asked about them. We keep their ids: after the signature was
 * verified, the id stands for the token.
 */
async function nameToken(request: IncomingMessage, verify: AccessTokenVerifier): Promise<void> {
  const form = await readForm(request);
  const token = form.get('token') ?? '';
  if (isJwt(token)) {
    const claims = await verify(token).catch(() => null);
    form.set('token', claims?.jti ?? 'not a token of ours');
  }
  Object.assign(request, { body: form.toString() });
}

const addressOf = (request: IncomingMessage) => String(request.headers[ADDRESS_HEADER] ?? '');

function answerRateLimit(response: ServerResponse, refusal: AppError): void {
  response.setHeader('retry-after', retryAfterOf(refusal));
  const body = { error: RATE_LIMIT_ERROR, error_description: refusal.message };
  response.writeHead(429, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

/** Serves `/oauth/…` and the discovery documents from plain Node requests. */
export function createOauthHandler(
  parts: OauthParts,
  keys: KeyCache,
  verify: AccessTokenVerifier,
): WebHandler {
  let made: { provider: Provider; serve: ReturnType<Provider['callback']>; version: string } | undefined;

  async function current() {
    const { privateKeys, version } = await keys.current();
    if (made?.version !== version) {
      const provider = createProvider(parts, privateKeys);
      made = { provider, serve: provider.callback(), version };
    }
    return made;
  }

  return async (request: IncomingMessage, response: ServerResponse) => {
    const { provider, serve } = await current();
    const path = (request.url ?? '').split('?')[0] ?? '';
    writeProxyHeaders(request, parts.issuer);
    if (path.startsWith('/oauth/interaction/')) return serveInteraction(parts, provider, request, response);
    if (path === oauthRoutes.authorization) {
      // Each authorization leaves a row behind, before anybody has proved anything.
      const refusal = await refusalOf(parts.countAuthorization(addressOf(request)));
      if (refusal) return showRateLimit(response, refusal);
      dropProviderSession(request, response);
    }
    if (OF_PROGRAMS.has(path) && request.method === 'POST') {
      const refusal = await refusalOf(parts.countTokenRequest({ clientAddress: addressOf(request) }));
      if (refusal) return answerRateLimit(response, refusal);
    }
    if (ABOUT_TOKENS.has(path) && request.method === 'POST') await nameToken(request, verify);
    await serve(request, response);
  };
}
