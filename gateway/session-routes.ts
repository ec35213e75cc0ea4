import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError, badInput } from '#platform/errors.ts';
import type { PrincipalSigner } from '#platform/principal.ts';
import type { Subgraph } from '#platform/subgraph.ts';
import type { Authenticator } from './authentication.ts';
import type { CredentialReader } from './credential.ts';
import { requireOwnPage } from './origins.ts';
import type { SessionCookie } from './session-cookie.ts';

interface SessionRoutes {
  identity: Subgraph;
  sign: PrincipalSigner;
  authenticator: Authenticator;
  credentials: CredentialReader;
  cookie: SessionCookie;
  allowedOrigins: readonly string[];
}

/** As long as a session may last. One that ended before takes its cookie away with the first answer. */
export const COOKIE_LIFETIME_MS = 90 * 86_400_000;

function tokenIn({ body }: FastifyRequest): string {
  const token = (body as { sessionToken?: unknown } | null)?.sessionToken;
  if (typeof token === 'string') return token;
  throw badInput('sessionToken', 'Send `{"sessionToken": "als_…"}`, as a sign-in answered it.');
}

/** Lets a page keep its session in a cookie: POST puts it there, DELETE ends it. */
export function serveSession(app: FastifyInstance, options: SessionRoutes): void {
  const { identity, sign, authenticator, credentials, cookie, allowedOrigins } = options;

  app.post('/session', async (request, reply) => {
    requireOwnPage(request, allowedOrigins);
    const token = tokenIn(request);
    const principal = await authenticator.authenticate(`Bearer ${token}`, request.id);
    if (principal.credential?.kind !== 'SESSION') {
      throw new AppError(
        'FORBIDDEN',
        'Only a session is kept in a cookie; send other credentials with each request.',
      );
    }
    cookie.set(reply, token, new Date(Date.now() + COOKIE_LIFETIME_MS));
    return reply.status(204).send();
  });

  app.delete('/session', async (request, reply) => {
    requireOwnPage(request, allowedOrigins);
    cookie.clear(reply);
    try {
      const authorization = credentials.read(request);
      const principal = await authenticator.authenticate(authorization, request.id);
      const call = { token: await sign(principal), requestId: request.id };
      const { errors } = await identity.execute({ query: 'mutation { signOut { signedOut } }' }, call);
      if (errors?.[0]) throw new AppError('UNAVAILABLE', 'The session could not be ended. Try again.');
      authenticator.forget(authorization);
    } catch (error) {
      // What is over already need not be ended.
      if (!(error instanceof AppError) || !error.code.startsWith('SESSION_')) throw error;
    }
    return reply.status(204).send();
  });
}
