import type { ServerResponse } from 'node:http';
import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { clientOf } from '#platform/client-address.ts';
import { AppError, errorCodes } from '#platform/errors.ts';
import type { Logger } from '#platform/logger.ts';
import type { Principal } from '#platform/principal.ts';
import {
  closeCodeOf,
  closeReasonOf,
  createSocketHandler,
  type SocketOutlet,
} from '#platform/socket-handler.ts';
import type { SubgraphRequest, SubgraphResult } from '#platform/subgraph.ts';
import { inSpan, SpanKind } from '#platform/telemetry/tracing.ts';
import type { Authenticator } from './authentication.ts';
import type { Caller } from './caller.ts';
import { goneBefore } from './client-gone.ts';
import type { CredentialReader } from './credential.ts';
import { acceptedStream, serveStream } from './live/event-stream.ts';
import { lastWord } from './live/last-word.ts';
import type { Subscriptions } from './live/subscriptions.ts';
import { requireAllowedOrigin } from './origins.ts';
import { requestScope } from './request-scope.ts';

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller;
  }
}

interface GraphqlRoutes {
  apollo: ApolloServer<Caller>;
  authenticator: Authenticator;
  credentials: CredentialReader;
  subscriptions: Subscriptions;
  allowedOrigins: readonly string[];
  log: Logger;
}

const MAX_SOCKET_OPERATIONS = 50;

/** What ended by itself can be had anew with another credential; what was taken away cannot. */
function closeWith(outlet: SocketOutlet, reason: AppError) {
  const code = reason.code.endsWith('_EXPIRED') ? 4403 : closeCodeOf(reason);
  outlet.closeAfterwards(code, closeReasonOf(reason));
}

/** Whether it is a credential that is not taken any more. */
const isEnded = (error: unknown): error is AppError =>
  error instanceof AppError && errorCodes[error.code].status === 401;

/** Serves `/graphql`: POST and GET for operations, event streams and graphql-transport-ws for subscriptions too. */
export function serveGraphql(app: FastifyInstance, options: GraphqlRoutes): void {
  const { apollo, authenticator, credentials, subscriptions, allowedOrigins, log } = options;

  function callerOf(
    request: FastifyRequest,
    authorization: string | undefined,
    principal: Principal,
    signal?: AbortSignal,
  ): Caller {
    const idempotencyKey = request.headers['idempotency-key'];
    return {
      principal,
      requestId: request.id,
      idempotencyKey: typeof idempotencyKey === 'string' ? idempotencyKey : undefined,
      clientAddress: clientOf(request.ip),
      userAgent: request.headers['user-agent'],
      forget: () => authenticator.forget(authorization),
      signal,
    };
  }

  /** A query or a mutation that came by another way than the HTTP that Apollo Server knows. */
  async function execute(operation: SubgraphRequest, caller: Caller): Promise<SubgraphResult> {
    const { query, variables, operationName } = operation;
    const request = { query, ...(variables && { variables }), ...(operationName && { operationName }) };
    const { body } = await requestScope.run(caller, () =>
      inSpan('graphql', { kind: SpanKind.SERVER, root: true }, () =>
        apollo.executeOperation(request, { contextValue: caller }),
      ),
    );
    return body.kind === 'single' ? (body.singleResult as SubgraphResult) : {};
  }

  const wsHandler = createSocketHandler<string | undefined>(log, {
    maxOperations: MAX_SOCKET_OPERATIONS,
    async connect(params, request) {
      const given = params['authorization'] ?? params['Authorization'];
      const authorization = credentials.read(request, typeof given === 'string' ? given : undefined);
      await authenticator.authenticate(authorization, request.id);
      return authorization;
    },
    async operate({ kind, outlet, signal, ...operation }, authorization, request) {
      // Once an operation, not once a connection: a key may be revoked meanwhile.
      const principal = await authenticator.authenticate(authorization, request.id).catch(error => {
        if (isEnded(error)) closeWith(outlet, error);
        throw error;
      });
      if (kind !== 'subscription')
        return execute(operation, callerOf(request, authorization, principal, signal));
      const caller = callerOf(request, authorization, principal);
      const ending = lastWord();
      const outcome = await subscriptions.subscribe(operation, {
        caller,
        authorization,
        outlet,
        onEnd(last, reason) {
          if (reason) closeWith(outlet, reason);
          ending.say(last);
        },
      });
      return typeof outcome === 'function' ? ending.until(outcome) : outcome;
    },
  });

  const streams = new Set<ServerResponse>();
  // Cut without a last word, so that clients come again and go on where they were.
  app.addHook('preClose', async () => {
    for (const stream of streams) stream.end();
  });
  const handle = fastifyApolloHandler(apollo, { context: async request => request.caller as Caller });

  async function serve(request: FastifyRequest, reply: FastifyReply) {
    let authorization: string | undefined;
    try {
      authorization = credentials.read(request);
      const principal = await authenticator.authenticate(authorization, request.id);
      request.caller = callerOf(request, authorization, principal, goneBefore(reply.raw));
    } catch (error) {
      credentials.discard(request, reply, error);
      throw error;
    }
    const { caller } = request;
    const stream = acceptedStream(request);
    if (stream) {
      streams.add(reply.raw);
      reply.raw.once('close', () => streams.delete(reply.raw));
      return serveStream(request, reply, { stream, caller, authorization, subscriptions, execute });
    }
    return requestScope.run(caller, () => handle.call(app, request, reply));
  }

  const preHandler = requireAllowedOrigin(allowedOrigins);
  app.route({ method: 'GET', url: '/graphql', preHandler, handler: serve, wsHandler });
  app.route({ method: ['POST', 'OPTIONS'], url: '/graphql', handler: serve });
}
