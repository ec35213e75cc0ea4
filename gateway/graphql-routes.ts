import type { ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError, errorCodes } from '#platform/errors.ts';
import type { Logger } from '#platform/logger.ts';
import { anonymous } from '#platform/principal.ts';
import {
  closeCodeOf,
  closeReasonOf,
  createSocketHandler,
  type SocketOutlet,
} from '#platform/socket-handler.ts';
import type { SubgraphRequest, SubgraphResult } from '#platform/subgraph.ts';
import { inSpan, SpanKind } from '#platform/telemetry/tracing.ts';
import type { Authenticator } from './authentication.ts';
import { type Caller, callerOf } from './caller.ts';
import { goneBefore } from './client-gone.ts';
import { VERSION_HEADER } from './contracts/api-version.ts';
import { askedVersion, tellVersion } from './contracts/asked-version.ts';
import { type Contract, contracts } from './contracts/contract.ts';
import type { ServedApi, ServedApis } from './contracts/served-apis.ts';
import type { CredentialReader } from './credential.ts';
import { acceptedStream, serveStream } from './live/event-stream.ts';
import { lastWord } from './live/last-word.ts';
import { requireAllowedOrigin } from './origins.ts';
import type { FrontDoor } from './protection/front-door.ts';
import { tellBalance } from './protection/rate-limit-headers.ts';
import { sayOverHttp, sentOverHttp } from './protection/sent-over-http.ts';
import { requestScope } from './request-scope.ts';

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller;
  }
  interface FastifyContextConfig {
    /** Of routes that serve the graph. */
    contract?: Contract;
  }
}

interface GraphqlRoutes {
  apis: Pick<ServedApis, 'versionFor' | 'of'>;
  authenticator: Authenticator;
  credentials: CredentialReader;
  frontDoor: FrontDoor;
  allowedOrigins: readonly string[];
  log: Logger;
}

type ClientOperation = SubgraphRequest & { extensions?: Record<string, unknown> | undefined };

const MAX_SOCKET_OPERATIONS = 50;

/** What ended by itself can be had anew with another credential; what was taken away cannot. */
function closeWith(outlet: SocketOutlet, reason: AppError) {
  const code = reason.code.endsWith('_EXPIRED') ? 4403 : closeCodeOf(reason);
  outlet.closeAfterwards(code, closeReasonOf(reason));
}

/** Whether it is a credential that is not taken any more. */
const isEnded = (error: unknown): error is AppError =>
  error instanceof AppError && errorCodes[error.code].status === 401;

/** What a socket's operations are run with. */
interface Connection {
  authorization: string | undefined;
  /** As the client named it: the graph may be replaced while the socket is open. */
  version: string | undefined;
}

const contractOf = ({ routeOptions }: FastifyRequest) => routeOptions.config.contract ?? 'internal';

/** A query or a mutation that came by another way than the HTTP that Apollo Server knows. */
async function execute(
  { apollo }: ServedApi,
  operation: ClientOperation,
  caller: Caller,
): Promise<SubgraphResult> {
  const { query, variables, operationName } = operation;
  // By now the text is known: Apollo Server has nothing to look up.
  const { persistedQuery: _, ...extensions } = operation.extensions ?? {};
  const request = {
    query,
    ...(variables && { variables }),
    ...(operationName && { operationName }),
    extensions,
  };
  const { body } = await requestScope.run(caller, () =>
    inSpan('graphql', { kind: SpanKind.SERVER, root: true }, () =>
      apollo.executeOperation(request, { contextValue: caller }),
    ),
  );
  return body.kind === 'single' ? (body.singleResult as SubgraphResult) : {};
}

/** Serves each contract: POST and GET for operations, event streams and graphql-transport-ws for subscriptions too. */
export function serveGraphql(app: FastifyInstance, options: GraphqlRoutes): void {
  const { apis, authenticator, credentials, frontDoor, allowedOrigins, log } = options;

  const forgetting = (authorization: string | undefined) => () => authenticator.forget(authorization);

  const wsHandler = createSocketHandler<Connection>(log, {
    maxOperations: MAX_SOCKET_OPERATIONS,
    async open(sent, { authorization }, request) {
      // What is wrong with a credential is said by `operate`; here its sender is anybody.
      const principal = await authenticator.authenticate(authorization, request.id).catch(() => anonymous);
      const caller = callerOf(request, principal, forgetting(authorization));
      return (await frontDoor.open(sent, caller)) ?? '';
    },
    async connect(params, request) {
      const given = params['authorization'] ?? params['Authorization'];
      const authorization = credentials.read(request, typeof given === 'string' ? given : undefined);
      const version = askedVersion(request, params);
      apis.versionFor(version);
      await authenticator.authenticate(authorization, request.id);
      return { authorization, version };
    },
    acknowledge: ({ version }) => ({ [VERSION_HEADER]: apis.versionFor(version) }),
    async operate({ kind, outlet, signal, ...operation }, { authorization, version }, request) {
      // Once an operation, not once a connection: a key may be revoked meanwhile.
      const principal = await authenticator.authenticate(authorization, request.id).catch(error => {
        if (isEnded(error)) closeWith(outlet, error);
        throw error;
      });
      const caller = callerOf(
        request,
        principal,
        forgetting(authorization),
        kind === 'subscription' ? undefined : signal,
      );
      const api = await apis.of(contractOf(request), apis.versionFor(version));
      if (kind !== 'subscription') return frontDoor.paid(caller, () => execute(api, operation, caller));
      const ending = lastWord();
      const subscriber = {
        caller,
        authorization,
        outlet,
        onEnd(last: SubgraphResult | null, reason?: AppError) {
          if (reason) closeWith(outlet, reason);
          ending.say(last);
        },
      };
      const outcome = await frontDoor.paid(caller, () => api.subscriptions.subscribe(operation, subscriber));
      return typeof outcome === 'function' ? ending.until(outcome) : outcome;
    },
  });

  const streams = new Set<ServerResponse>();
  // Cut without a last word, so that clients come again and go on where they were.
  app.addHook('preClose', async () => {
    for (const stream of streams) stream.end();
  });

  function answer(api: ServedApi, request: FastifyRequest, reply: FastifyReply, authorization?: string) {
    const caller = request.caller as Caller;
    const stream = acceptedStream(request);
    if (stream) {
      streams.add(reply.raw);
      reply.raw.once('close', () => streams.delete(reply.raw));
      return serveStream(request, reply, {
        stream,
        caller,
        authorization,
        subscriptions: api.subscriptions,
        execute: operation => execute(api, operation, caller),
      });
    }
    return requestScope.run(caller, () => api.handle(request, reply));
  }

  async function serve(request: FastifyRequest, reply: FastifyReply) {
    const version = apis.versionFor(askedVersion(request));
    tellVersion(reply, version);
    let authorization: string | undefined;
    try {
      authorization = credentials.read(request);
      const principal = await authenticator.authenticate(authorization, request.id);
      request.caller = callerOf(request, principal, forgetting(authorization), goneBefore(reply.raw));
    } catch (error) {
      credentials.discard(request, reply, error);
      throw error;
    }
    const { caller } = request;
    try {
      return await frontDoor.paid(caller, async () => {
        sayOverHttp(request, await frontDoor.open(sentOverHttp(request), caller));
        const api = await apis.of(contractOf(request), version);
        return answer(api, request, reply, authorization);
      });
    } finally {
      tellBalance(reply, caller.account.balance);
    }
  }

  const preHandler = requireAllowedOrigin(allowedOrigins);
  for (const [contract, { path: url }] of Object.entries(contracts)) {
    const config = { contract: contract as Contract };
    app.route({ method: 'GET', url, config, preHandler, handler: serve, wsHandler });
    app.route({ method: ['POST', 'OPTIONS'], url, config, handler: serve });
  }
}
