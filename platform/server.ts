import { randomUUID } from 'node:crypto';
import websocket, { type WebsocketHandler } from '@fastify/websocket';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { type ExecutionArgs, GraphQLError, getOperationAST, type OperationTypeNode, parse } from 'graphql';
import type { ServerOptions } from 'graphql-ws';
import { type Extra, makeHandler } from 'graphql-ws/use/@fastify/websocket';
import { AppError, errorCodes, formatError } from './errors.ts';
import type { Logger } from './logger.ts';
import type { SubgraphRequest, SubgraphResult } from './subgraph.ts';

interface ServerOptionsOfOurs {
  log: Logger;
  /** Largest HTTP body and WebSocket message, in bytes. */
  bodyLimit: number;
  /** What must answer before traffic is sent here, by name; each rejects while it cannot work. */
  readiness: Readonly<Record<string, () => Promise<unknown>>>;
  /** Addresses or networks whose `X-Forwarded-For` is believed; left out: nobody's. */
  trustedProxies?: readonly string[];
}

const REQUEST_ID = /^[\w-]{8,64}$/;
const READINESS_TIMEOUT_MS = 2000;

/** A client's `x-request-id` is kept where it is plain enough for logs and headers, otherwise replaced. */
function requestIdOf(headers: Record<string, string | string[] | undefined>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}

function within<T>(promise: Promise<T>, ms: number): Promise<T> {
  return Promise.race([
    promise,
    new Promise<never>((_, reject) => setTimeout(() => reject(new Error('no answer in time')), ms).unref()),
  ]);
}

async function checkReadiness(checks: ServerOptionsOfOurs['readiness']) {
  const outcomes = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => {
      try {
        await within(check(), READINESS_TIMEOUT_MS);
        return [name, 'ok'] as const;
      } catch {
        return [name, 'failed'] as const;
      }
    }),
  );
  return Object.fromEntries(outcomes);
}

/** An HTTP and WebSocket server with request ids, health routes and masked errors. It does not listen yet. */
export async function createServer(options: ServerOptionsOfOurs): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: options.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: options.bodyLimit,
    genReqId: request => requestIdOf(request.headers),
    trustProxy: options.trustedProxies?.length ? [...options.trustedProxies] : false,
    forceCloseConnections: true,
  });
  let isStopping = false;
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('preClose', async () => {
    isStopping = true;
  });
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    // Fastify's own refusals (too large, not JSON) carry a 4xx and a message written for the caller.
    const isRefusal = !(error instanceof AppError) && (error.statusCode ?? 500) < 500;
    const cause = isRefusal ? new AppError('BAD_REQUEST', error.message, { cause: error }) : error;
    const wrapped = new GraphQLError(cause.message, { originalError: cause });
    const formatted = formatError(wrapped.toJSON(), wrapped, { log: options.log, requestId: request.id });
    const status = cause instanceof AppError ? errorCodes[cause.code].status : 500;
    return reply.status(isRefusal ? (error.statusCode ?? status) : status).send({ errors: [formatted] });
  });
  app.setNotFoundHandler((request, reply) =>
    reply.status(404).send({
      errors: [
        {
          message: 'There is nothing at this address. The graph answers at /graphql.',
          extensions: { code: 'NOT_FOUND', requestId: request.id },
        },
      ],
    }),
  );
  await app.register(websocket, { options: { maxPayload: options.bodyLimit } });
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const checks = isStopping ? { process: 'stopping' } : await checkReadiness(options.readiness);
    const isReady = Object.values(checks).every(outcome => outcome === 'ok');
    return reply.status(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready', checks });
  });
  return app;
}

/** Listens and returns the port; a port that is taken or forbidden is said in one sentence. */
export async function listen(app: FastifyInstance, host: string, port: number): Promise<number> {
  try {
    await app.listen({ host, port });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new Error(`Port ${port} on ${host} is in use. Stop what uses it, or set PORT to another one.`, {
        cause,
      });
    }
    if (code === 'EACCES') {
      throw new Error(`Port ${port} needs more rights than this process has. Set PORT to one above 1023.`, {
        cause,
      });
    }
    throw cause;
  }
  const address = app.server.address();
  return typeof address === 'object' && address ? address.port : port;
}

/** An operation that arrived over a WebSocket. */
interface SocketOperation extends SubgraphRequest {
  kind: OperationTypeNode;
  extensions?: Record<string, unknown> | undefined;
}

interface SocketHandlers<Connection> {
  /** Looks at what was sent before anybody parses it; what it throws is the operation's error. Returns its text. */
  open?(
    sent: Omit<SocketOperation, 'kind'>,
    connection: Connection,
    request: FastifyRequest,
  ): Promise<string> | string;
  /** Answers `connection_init`; what it throws closes the connection with a code that says why. */
  connect(payload: Record<string, unknown>, request: FastifyRequest): Promise<Connection>;
  operate(
    operation: SocketOperation,
    connection: Connection,
    request: FastifyRequest,
  ): Promise<AsyncIterableIterator<SubgraphResult> | SubgraphResult>;
}

interface ConnectionExtra<Connection> {
  connection?: Connection;
}

/** HTTP statuses have their like in the protocol's close codes: 4401 Unauthorized, 4403 Forbidden, and so on. */
function closeCodeOf(error: AppError): number {
  const { status } = errorCodes[error.code];
  return status < 500 ? 4000 + status : 4500;
}

/** graphql-ws wants execution arguments; ours carry the work itself instead of a schema. */
type DeferredArgs = ExecutionArgs & { contextValue: () => ReturnType<SocketHandlers<unknown>['operate']> };

/** An operation that never came to be run, as one `error` message of the protocol. */
function asGraphQLError(error: unknown, source: Parameters<typeof formatError>[2]): GraphQLError {
  const isSyntax = error instanceof GraphQLError;
  const known = isSyntax ? error : new GraphQLError(String(error), { originalError: error as Error });
  if (isSyntax) known.extensions['code'] = 'GRAPHQL_PARSE_FAILED';
  const { message, extensions } = formatError(known.toJSON(), known, source);
  return new GraphQLError(message, {
    source: known.source ?? null,
    positions: known.positions ?? null,
    extensions: extensions ?? null,
  });
}

/**
 * Speaks the graphql-transport-ws protocol. Parsing here only tells queries from subscriptions; whoever
 * operates validates. Results are formatted already and go out as they are.
 */
export function createSocketHandler<Connection>(
  log: Logger,
  handlers: SocketHandlers<Connection>,
): WebsocketHandler {
  type Options = ServerOptions<Record<string, unknown>, Extra & ConnectionExtra<Connection>>;
  const operate = (args: ExecutionArgs) => (args as DeferredArgs).contextValue();
  const options: Options = {
    connectionInitWaitTimeout: 5000,
    async onConnect({ connectionParams, extra }) {
      try {
        extra.connection = await handlers.connect(connectionParams ?? {}, extra.request);
        return true;
      } catch (error) {
        const refusal =
          error instanceof AppError ? error : new AppError('INTERNAL', 'The connection failed.');
        log[errorCodes[refusal.code].logLevel]({ err: error }, 'a socket was refused');
        extra.socket.close(closeCodeOf(refusal), `${refusal.code}: ${refusal.message}`.slice(0, 120));
        return false;
      }
    },
    async onSubscribe({ extra }, _id, payload) {
      try {
        const sent = {
          query: payload.query,
          variables: payload.variables ?? undefined,
          operationName: payload.operationName ?? undefined,
          extensions: payload.extensions ?? undefined,
        };
        const connection = extra.connection as Connection;
        const query = (await handlers.open?.(sent, connection, extra.request)) ?? sent.query;
        const document = parse(query);
        const { operationName } = sent;
        const kind = getOperationAST(document, operationName)?.operation;
        if (!kind) {
          throw new AppError(
            'OPERATION_RESOLUTION_FAILURE',
            'The document has no single operation of that name.',
          );
        }
        const asked: SocketOperation = { ...sent, kind, query };
        const contextValue = () => handlers.operate(asked, connection, extra.request);
        return { document, operationName, contextValue } as unknown as ExecutionArgs;
      } catch (error) {
        return [asGraphQLError(error, { log, requestId: extra.request.id })];
      }
    },
    execute: operate as NonNullable<Options['execute']>,
    subscribe: operate as NonNullable<Options['subscribe']>,
    onNext: (_context, _id, _operation, _args, result) => result as SubgraphResult,
  };
  return makeHandler(options);
}
