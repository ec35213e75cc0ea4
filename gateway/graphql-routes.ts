import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { clientOf } from '#platform/client-address.ts';
import { type AppError, formatError } from '#platform/errors.ts';
import type { Logger } from '#platform/logger.ts';
import type { Principal } from '#platform/principal.ts';
import { createSocketHandler } from '#platform/server.ts';
import { isResult, type SubgraphResult } from '#platform/subgraph.ts';
import type { Authenticator } from './authentication.ts';
import type { Caller } from './caller.ts';
import type { CredentialReader } from './credential.ts';
import { untilEnded } from './ended-subscription.ts';
import { requireAllowedOrigin } from './origins.ts';
import { createLimits } from './protection/open-operation.ts';
import { tellBalance } from './protection/rate-limit-headers.ts';
import { sentOverHttp } from './protection/sent-over-http.ts';
import type { Spending } from './protection/spending.ts';
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
  credentials: CredentialReader;
  spending: Spending;
  subscribe: Subscribe;
  allowedOrigins: readonly string[];
  log: Logger;
}

/** Serves `/graphql`: POST and GET for operations, graphql-transport-ws for those and for subscriptions. */
export function serveGraphql(app: FastifyInstance, options: GraphqlRoutes): void {
  const { apollo, authenticator, credentials, spending, subscribe, allowedOrigins, log } = options;
  const requireWithinLimits = createLimits();

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
      userAgent: request.headers['user-agent'],
      forget: () => authenticator.forget(authorization),
      account: {},
      signal: undefined,
    };
  }

  const wsHandler = createSocketHandler<string | undefined>(log, {
    async open(sent, authorization, request) {
      const principal = await authenticator.authenticate(authorization, request.id);
      const caller = callerOf(request, authorization, principal);
      spending.requireOpen(caller);
      try {
        requireWithinLimits(sent);
      } catch (error) {
        await spending.spendOnRefusal(caller);
        throw error;
      }
      return sent.query;
    },
    async connect(params, request) {
      const given = params['authorization'] ?? params['Authorization'];
      const authorization = credentials.read(request, typeof given === 'string' ? given : undefined);
      await authenticator.authenticate(authorization, request.id);
      return authorization;
    },
    async operate({ kind, query, variables, operationName, extensions }, authorization, request) {
      // Once an operation, not once a connection: a key may be revoked meanwhile.
      const principal = await authenticator.authenticate(authorization, request.id);
      const caller = callerOf(request, authorization, principal);
      if (kind === 'subscription') {
        const events = await subscribe({ query, variables, operationName }, caller);
        if (isResult(events)) return events;
        return untilEnded(events, end =>
          authenticator.watch(authorization, principal, reason => end(lastWord(reason, request.id))),
        );
      }
      const operation = {
        query,
        ...(variables && { variables }),
        ...(operationName && { operationName }),
        ...(extensions && { extensions }),
      };
      const { body } = await requestScope.run(caller, () =>
        apollo.executeOperation(operation, { contextValue: caller }),
      );
      await spending.spendOnRefusal(caller);
      return body.kind === 'single' ? (body.singleResult as SubgraphResult) : {};
    },
  });

  /** What a subscription is told whose credential is not taken any more. */
  function lastWord(reason: AppError, requestId: string): SubgraphResult {
    const error = new GraphQLError(reason.message, { originalError: reason });
    return { errors: [formatError(error.toJSON(), error, { log, requestId })] } as SubgraphResult;
  }

  const handle = fastifyApolloHandler(apollo, { context: async request => request.caller as Caller });

  async function serve(request: FastifyRequest, reply: FastifyReply) {
    try {
      const authorization = credentials.read(request);
      const principal = await authenticator.authenticate(authorization, request.id);
      request.caller = callerOf(request, authorization, principal);
    } catch (error) {
      credentials.discard(request, reply, error);
      throw error;
    }
    const { caller } = request;
    try {
      spending.requireOpen(caller);
      requireWithinLimits(sentOverHttp(request));
      return await requestScope.run(caller, () => handle.call(app, request, reply));
    } finally {
      await spending.spendOnRefusal(caller);
      tellBalance(reply, caller.account.balance);
    }
  }

  const preHandler = requireAllowedOrigin(allowedOrigins);
  app.route({ method: 'GET', url: '/graphql', preHandler, handler: serve, wsHandler });
  app.route({ method: ['POST', 'OPTIONS'], url: '/graphql', handler: serve });
}
