import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { clientOf } from '#platform/client-address.ts';
import type { Logger } from '#platform/logger.ts';
import type { Principal } from '#platform/principal.ts';
import { createSocketHandler } from '#platform/server.ts';
import type { SubgraphResult } from '#platform/subgraph.ts';
import type { Authenticator } from './authentication.ts';
import type { Caller } from './caller.ts';
import { requireAllowedOrigin } from './origins.ts';
import { requestScope } from './request-scope.ts';
import type { Subscribe } from './subscriptions.ts';

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller;
  }
}

interface GraphqlRoutes {
  apollo: ApolloServer<Caller>;
  authenticator: Authenticator;
  subscribe: Subscribe;
  allowedOrigins: readonly string[];
  log: Logger;
}

/** Serves `/graphql`: POST and GET for operations, graphql-transport-ws for those and for subscriptions. */
export function serveGraphql(app: FastifyInstance, options: GraphqlRoutes): void {
  const { apollo, authenticator, subscribe, allowedOrigins, log } = options;

  function callerOf(
    request: FastifyRequest,
    authorization: string | undefined,
    principal: Principal,
  ): Caller {
    const idempotencyKey = request.headers['idempotency-key'];
    return {
      principal,
      requestId: request.id,
      idempotencyKey: typeof idempotencyKey === 'string' ? idempotencyKey : undefined,
      clientAddress: clientOf(request.ip),
      forget: () => authenticator.forget(authorization),
      signal: undefined,
    };
  }

  const wsHandler = createSocketHandler<string | undefined>(log, {
    async connect(params, request) {
      const given = params['authorization'] ?? params['Authorization'] ?? request.headers.authorization;
      const authorization = typeof given === 'string' ? given : undefined;
      await authenticator.authenticate(authorization, request.id);
      return authorization;
    },
    async operate({ kind, query, variables, operationName }, authorization, request) {
      // Once an operation, not once a connection: a key may be revoked meanwhile.
      const principal = await authenticator.authenticate(authorization, request.id);
      const caller = callerOf(request, authorization, principal);
      if (kind === 'subscription') return subscribe({ query, variables, operationName }, caller);
      const operation = { query, ...(variables && { variables }), ...(operationName && { operationName }) };
      const { body } = await requestScope.run(caller, () =>
        apollo.executeOperation(operation, { contextValue: caller }),
      );
      return body.kind === 'single' ? (body.singleResult as SubgraphResult) : {};
    },
  });

  const handle = fastifyApolloHandler(apollo, { context: async request => request.caller as Caller });

  async function serve(request: FastifyRequest, reply: FastifyReply) {
    const { authorization } = request.headers;
    request.caller = callerOf(
      request,
      authorization,
      await authenticator.authenticate(authorization, request.id),
    );
    return requestScope.run(request.caller, () => handle.call(app, request, reply));
  }

  const preHandler = requireAllowedOrigin(allowedOrigins);
  app.route({ method: 'GET', url: '/graphql', preHandler, handler: serve, wsHandler });
  app.route({ method: ['POST', 'OPTIONS'], url: '/graphql', handler: serve });
}
