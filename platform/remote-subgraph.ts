import type { FastifyInstance } from 'fastify';
import { createClient } from 'graphql-ws';
import { type Dispatcher, Pool } from 'undici';
import { AppError, badInput } from './errors.ts';
import { readGraphqlResponse } from './graphql-response.ts';
import type { Logger } from './logger.ts';
import { createSocketHandler } from './socket-handler.ts';
import {
  mapResults,
  type Subgraph,
  type SubgraphCall,
  type SubgraphRequest,
  type SubgraphResult,
} from './subgraph.ts';
import { SubgraphFailure } from './subgraph-failure.ts';
import { continueTrace, traceHeaders } from './telemetry/tracing.ts';

/** For callers that set none. */
const DEADLINE_MS = 10_000;
/** More than any page of any list takes. */
const MAX_ANSWER_BYTES = 64_000_000;
/** Believed because nobody gets in without a signed principal, which only our own processes make. */
const ADDRESS_HEADER = 'x-client-address';
const USER_AGENT_HEADER = 'x-client-user-agent';
/** Named where the answer must not be behind what is so now. */
const CURRENT_HEADER = 'x-must-be-current';

/** Puts a subgraph's executor behind HTTP and graphql-transport-ws at `/graphql`. */
export function serveSubgraph(app: FastifyInstance, subgraph: Subgraph, log: Logger): void {
  app.post('/graphql', async request => {
    const body = request.body as Partial<SubgraphRequest> | null;
    if (typeof body?.query !== 'string') throw badInput('query', 'The body must hold a `query`.');
    const headers = request.headers;
    const { authorization } = headers;
    const text = (name: string) => (typeof headers[name] === 'string' ? headers[name] : undefined);
    return continueTrace(headers, () =>
      subgraph.execute(body as SubgraphRequest, {
        token: authorization?.replace(/^Bearer /, ''),
        requestId: request.id,
        idempotencyKey: text('idempotency-key'),
        clientAddress: text(ADDRESS_HEADER),
        userAgent: text(USER_AGENT_HEADER),
        mustBeCurrent: text(CURRENT_HEADER) !== undefined,
      }),
    );
  });
  const wsHandler = createSocketHandler(log, {
    // Every operation brings its own principal, so that one socket serves all users.
    connect: async () => ({}),
    operate: (operation, _connection, request) =>
      continueTrace(operation.extensions ?? {}, () =>
        subgraph.subscribe(operation, {
          token: String(operation.extensions?.['token'] ?? ''),
          requestId: String(operation.extensions?.['requestId'] ?? request.id),
          clientAddress: operation.extensions?.['clientAddress'] as string | undefined,
          hasMarks: operation.extensions?.['hasMarks'] === true,
        }),
      ),
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

/** What a server or a proxy before it says that cannot take the question now. */
const NOT_NOW = new Set([502, 503, 504]);

interface HttpAnswer {
  statusCode: number;
  text: string;
}

/**
 * A request and the text of its answer. Undici's `request` makes a stream of every body and listens to every signal, which
 * takes as long again as all the rest; here a body is read whole, and its end is told by whoever gives up.
 */
function exchange(pool: Pool, request: Dispatcher.DispatchOptions, signal: AbortSignal): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    let statusCode = 0;
    const chunks: Buffer[] = [];
    pool.dispatch(request, {
      onRequestStart(controller) {
        const end = () => controller.abort(signal.reason);
        if (signal.aborted) end();
        else signal.addEventListener('abort', end, { once: true });
      },
      onResponseStart(_, status) {
        statusCode = status;
      },
      onResponseData(_, chunk) {
        chunks.push(chunk);
      },
      onResponseEnd() {
        const [first] = chunks;
        const body = first && chunks.length === 1 ? first : Buffer.concat(chunks);
        resolve({ statusCode, text: body.toString() });
      },
      onResponseError(_, error) {
        reject(error);
      },
    });
  });
}

/**
 * A subgraph in another process. One keep-alive pool for operations, one socket for all subscriptions. Nothing is
 * compressed: neighbours have the bandwidth, and not the time.
 */
export function createRemoteSubgraph(name: string, url: string): RemoteSubgraph {
  const { origin, href } = new URL('/graphql', url);
  // Idle connections are closed here before the far side closes them, so that no request meets a closed one.
  const pool = new Pool(origin, {
    connections: 64,
    keepAliveTimeout: 30_000,
    maxResponseSize: MAX_ANSWER_BYTES,
  });
  const socket = createClient({
    url: href.replace(/^http/, 'ws'),
    lazy: true,
    // A subscription that was cut must not start again by itself: it would begin at "now" and skip what
    // happened meanwhile. The client continues from its own cursor.
    retryAttempts: 0,
  });

  const silent = (cause: unknown) =>
    new SubgraphFailure(`The ${name} part of the graph does not answer.`, { cause, isTransient: true });

  const post = (request: SubgraphRequest, call: SubgraphCall, signal: AbortSignal) =>
    exchange(
      pool,
      {
        path: '/graphql',
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          'accept-encoding': 'identity',
          authorization: `Bearer ${call.token ?? ''}`,
          'x-request-id': call.requestId,
          ...(call.clientAddress && { [ADDRESS_HEADER]: call.clientAddress }),
          ...(call.userAgent && { [USER_AGENT_HEADER]: call.userAgent }),
          ...(call.mustBeCurrent && { [CURRENT_HEADER]: 'true' }),
          ...(call.idempotencyKey && { 'idempotency-key': call.idempotencyKey }),
          ...traceHeaders(),
        },
        body: JSON.stringify(request),
      },
      signal,
    );

  return {
    async execute(request, call) {
      const signal = call.signal ?? AbortSignal.timeout(DEADLINE_MS);
      const { statusCode, text } = await post(request, call, signal).catch(error => {
        // Whoever gave up said why.
        throw signal.reason instanceof AppError ? signal.reason : silent(error);
      });
      if (NOT_NOW.has(statusCode)) throw silent(new Error(`It answered ${statusCode}.`));
      const response = statusCode < 500 ? readGraphqlResponse(text) : null;
      if (response) return response;
      throw new SubgraphFailure(`The ${name} part of the graph gave no answer that can be read.`, {
        cause: new Error(`It answered ${statusCode} with ${text.length} characters.`),
      });
    },
    async subscribe(request, call) {
      const { token, requestId, clientAddress, hasMarks } = call;
      const extensions = { token, requestId, clientAddress, hasMarks, ...traceHeaders() };
      const results = socket.iterate({
        query: request.query,
        ...(request.variables && { variables: request.variables }),
        ...(request.operationName && { operationName: request.operationName }),
        extensions,
      });
      const source: AsyncIterator<unknown> = {
        next: () => results.next().catch(error => Promise.reject(silent(error))),
        return: async () => ({ done: true, value: await results.return?.(undefined) }),
      };
      return mapResults(source, result => result as SubgraphResult);
    },
    async ping() {
      const { statusCode, body } = await pool.request({
        path: '/readyz',
        method: 'GET',
        signal: AbortSignal.timeout(DEADLINE_MS),
      });
      // Proxies and foreign servers say 200 to anything.
      const { status } = (await body.json()) as { status?: unknown };
      if (statusCode !== 200 || status !== 'ready') throw silent(new Error(`readyz answered ${statusCode}`));
    },
    async close() {
      await socket.dispose();
      await pool.close();
    },
  };
}
