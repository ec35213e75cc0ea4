import type { FastifyInstance } from 'fastify';
import { createClient } from 'graphql-ws';
import { Agent, request as send } from 'undici';
import { AppError, badInput } from './errors.ts';
import type { Logger } from './logger.ts';
import { createSocketHandler } from './socket-handler.ts';
import {
  mapResults,
  type Subgraph,
  type SubgraphCall,
  type SubgraphRequest,
  type SubgraphResult,
} from './subgraph.ts';

const DEADLINE_MS = 10_000;
/** Believed because nobody gets in without a signed principal, which only our own processes make. */
const ADDRESS_HEADER = 'x-client-address';
const USER_AGENT_HEADER = 'x-client-user-agent';

/** Puts a subgraph's executor behind HTTP and graphql-transport-ws at `/graphql`. */
export function serveSubgraph(app: FastifyInstance, subgraph: Subgraph, log: Logger): void {
  app.post('/graphql', async request => {
    const body = request.body as Partial<SubgraphRequest> | null;
    if (typeof body?.query !== 'string') throw badInput('query', 'The body must hold a `query`.');
    const headers = request.headers;
    const { authorization } = headers;
    const text = (name: string) => (typeof headers[name] === 'string' ? headers[name] : undefined);
    return subgraph.execute(body as SubgraphRequest, {
      token: authorization?.replace(/^Bearer /, ''),
      requestId: request.id,
      idempotencyKey: text('idempotency-key'),
      clientAddress: text(ADDRESS_HEADER),
      userAgent: text(USER_AGENT_HEADER),
    });
  });
  const wsHandler = createSocketHandler(log, {
    // Every operation brings its own principal, so that one socket serves all users.
    connect: async () => ({}),
    operate: (operation, _connection, request) =>
      subgraph.subscribe(operation, {
        token: String(operation.extensions?.['token'] ?? ''),
        requestId: String(operation.extensions?.['requestId'] ?? request.id),
        clientAddress: operation.extensions?.['clientAddress'] as string | undefined,
        hasMarks: operation.extensions?.['hasMarks'] === true,
      }),
  });
  const refuse = async () => {
    throw badInput('query', 'Send operations by POST, or subscribe over a WebSocket.');
  };
  app.route({ method: 'GET', url: '/graphql', handler: refuse, wsHandler });
}

interface RemoteSubgraph extends Subgraph {
  /** Rejects while the subgraph is not ready. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** A subgraph in another process. One keep-alive pool for operations, one socket for all subscriptions. */
export function createRemoteSubgraph(name: string, url: string): RemoteSubgraph {
  const endpoint = new URL('/graphql', url);
  const dispatcher = new Agent({ connections: 64, keepAliveTimeout: 30_000, headersTimeout: DEADLINE_MS });
  const socket = createClient({
    url: endpoint.href.replace(/^http/, 'ws'),
    lazy: true,
    // A subscription that was cut must not start again by itself: it would begin at "now" and skip what
    // happened meanwhile. The client continues from its own cursor.
    retryAttempts: 0,
  });

  const unreachable = (cause: unknown) =>
    new AppError('UPSTREAM_FAILED', `The ${name} part of the graph does not answer.`, { cause });

  async function post(request: SubgraphRequest, call: SubgraphCall): Promise<SubgraphResult> {
    const deadline = AbortSignal.timeout(DEADLINE_MS);
    const { body } = await send(endpoint, {
      method: 'POST',
      dispatcher,
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${call.token ?? ''}`,
        'x-request-id': call.requestId,
        ...(call.clientAddress && { [ADDRESS_HEADER]: call.clientAddress }),
        ...(call.userAgent && { [USER_AGENT_HEADER]: call.userAgent }),
        ...(call.idempotencyKey && { 'idempotency-key': call.idempotencyKey }),
      },
      body: JSON.stringify(request),
      signal: call.signal ? AbortSignal.any([deadline, call.signal]) : deadline,
    });
    return (await body.json()) as SubgraphResult;
  }

  return {
    execute: (request, call) =>
      post(request, call).catch(error => {
        throw unreachable(error);
      }),
    async subscribe(request, call) {
      const { token, requestId, clientAddress, hasMarks } = call;
      const extensions = { token, requestId, clientAddress, hasMarks };
      const results = socket.iterate({
        query: request.query,
        ...(request.variables && { variables: request.variables }),
        ...(request.operationName && { operationName: request.operationName }),
        extensions,
      });
      const source: AsyncIterator<unknown> = {
        next: () => results.next().catch(error => Promise.reject(unreachable(error))),
        return: async () => ({ done: true, value: await results.return?.(undefined) }),
      };
      return mapResults(source, result => result as SubgraphResult);
    },
    async ping() {
      const { statusCode, body } = await send(new URL('/readyz', url), {
        dispatcher,
        signal: AbortSignal.timeout(DEADLINE_MS),
      });
      await body.dump();
      if (statusCode !== 200) throw unreachable(new Error(`readyz answered ${statusCode}`));
    },
    async close() {
      await socket.dispose();
      await dispatcher.close();
    },
  };
}
