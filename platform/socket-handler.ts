import type { WebSocket, WebsocketHandler } from '@fastify/websocket';
import type { FastifyRequest } from 'fastify';
import {
  type DocumentNode,
  type ExecutionArgs,
  GraphQLError,
  getOperationAST,
  type OperationTypeNode,
  parse,
} from 'graphql';
import { CloseCode, makeServer, type ServerOptions } from 'graphql-ws';
import { LRUCache } from 'lru-cache';
import { AppError, errorCodes, formatError } from './errors.ts';
import type { Logger } from './logger.ts';
import { createKeepAlive } from './sockets.ts';
import type { SubgraphRequest, SubgraphResult } from './subgraph.ts';

/** Where the results of one operation go besides what its iterator yields, which goes through promises. */
export interface SocketOutlet {
  /** Sends a result that is JSON already, as a `next` message. */
  send(json: string): void;
  /** Bytes that were sent on this socket and have not left the process. */
  buffered(): number;
  /** Cuts the client off without a word. */
  terminate(): void;
  /** Closes the socket with 1012, Service Restart: whoever is there comes again. */
  restart(reason: string): void;
  /** Closes the socket when the last operation on it is over. */
  closeAfterwards(code: number, reason: string): void;
}

/** An operation that arrived over a WebSocket. */
interface SocketOperation extends SubgraphRequest {
  kind: OperationTypeNode;
  extensions?: Record<string, unknown> | undefined;
  outlet: SocketOutlet;
  /** Fires when the client completes the operation or goes, before it was over. */
  signal: AbortSignal;
}

interface SocketHandlers<Connection> {
  /** Looks at what was sent before anybody parses it, and says the text of the operation. What it throws is its error. */
  open?(
    sent: Omit<SocketOperation, 'kind' | 'outlet' | 'signal'>,
    connection: Connection,
    request: FastifyRequest,
  ): Promise<string>;
  /** Answers `connection_init`; what it throws closes the connection with a code that says why. */
  connect(payload: Record<string, unknown>, request: FastifyRequest): Promise<Connection>;
  /** What is told to the client that its connection is taken. */
  acknowledge?(connection: Connection): Record<string, unknown>;
  operate(
    operation: SocketOperation,
    connection: Connection,
    request: FastifyRequest,
  ): Promise<AsyncIterableIterator<SubgraphResult> | SubgraphResult>;
  /** Operations of one socket at a time; one more closes it with 4429. Left out: any number. */
  maxOperations?: number;
}

interface Extra<Connection> {
  socket: WebSocket;
  request: FastifyRequest;
  connection?: Connection;
  /** Operations that are not over, by their ids. */
  running: Map<string, AbortController>;
  closing?: { code: number; reason: string };
}

const INIT_MS = 5_000;
/** Longer ones do not fit into a close frame (RFC 6455, 5.5). */
const MAX_REASON_BYTES = 123;

/** HTTP statuses have their like in the protocol's close codes: 4401 Unauthorized, 4403 Forbidden, and so on. */
export function closeCodeOf(error: AppError): number {
  const { status } = errorCodes[error.code];
  return status < 500 ? 4000 + status : CloseCode.InternalServerError;
}

export function closeReasonOf(error: AppError): string {
  const reason = Buffer.from(`${error.code}: ${error.message}`);
  return reason
    .subarray(0, MAX_REASON_BYTES)
    .toString()
    .replace(/\uFFFD$/, '');
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

const DOCUMENT_CACHE_CHARACTERS = 1_000_000;
/** Sockets hold on to the documents of their subscriptions: those who ask the same share one. */
const documents = new LRUCache<string, DocumentNode>({
  maxSize: DOCUMENT_CACHE_CHARACTERS,
  sizeCalculation: (_document, query) => query.length,
});

function documentOf(query: string): DocumentNode {
  const known = documents.get(query);
  if (known) return known;
  const document = parse(query, { noLocation: true });
  documents.set(query, document);
  return document;
}

function createOutlet<Connection>(extra: Extra<Connection>, id: string): SocketOutlet {
  const { socket } = extra;
  const head = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
  return {
    send(json) {
      if (socket.readyState === socket.OPEN) socket.send(`${head}${json}}`);
    },
    buffered: () => socket.bufferedAmount,
    terminate: () => socket.terminate(),
    restart: reason => socket.close(1012, reason),
    closeAfterwards(code, reason) {
      extra.closing = { code, reason };
    },
  };
}

/** graphql-ws tells nobody that a client does not wait for an operation whose first result is not there yet. */
function abortCompleted(running: ReadonlyMap<string, AbortController>, text: string): void {
  try {
    const { type, id } = JSON.parse(text) as { type?: unknown; id?: unknown };
    if (type === 'complete') running.get(String(id))?.abort();
  } catch {
    // Whoever handles the message says what is wrong with it.
  }
}

/**
 * Speaks the graphql-transport-ws protocol. Parsing here only tells queries from subscriptions; whoever
 * operates validates. Results are formatted already and go out as they are.
 */
export function createSocketHandler<Connection>(
  log: Logger,
  {
    connect,
    acknowledge,
    open,
    operate,
    maxOperations = Number.POSITIVE_INFINITY,
  }: SocketHandlers<Connection>,
): WebsocketHandler {
  type Options = ServerOptions<Record<string, unknown>, Extra<Connection>>;
  const run = (args: ExecutionArgs) => (args as DeferredArgs).contextValue();
  const options: Options = {
    connectionInitWaitTimeout: INIT_MS,
    async onConnect({ connectionParams, extra }) {
      try {
        extra.connection = await connect(connectionParams ?? {}, extra.request);
        return acknowledge?.(extra.connection) ?? true;
      } catch (error) {
        const refusal =
          error instanceof AppError ? error : new AppError('INTERNAL', 'The connection failed.');
        log[errorCodes[refusal.code].logLevel]({ err: error }, 'a socket was refused');
        extra.socket.close(closeCodeOf(refusal), closeReasonOf(refusal));
        return false;
      }
    },
    async onSubscribe({ extra }, id, payload) {
      try {
        if (extra.running.size >= maxOperations) {
          const reason = `At most ${maxOperations} operations at a time on one socket.`;
          extra.socket.close(4429, reason);
          return [new GraphQLError(reason)];
        }
        const operationName = payload.operationName ?? undefined;
        const sent = {
          query: payload.query,
          variables: payload.variables ?? undefined,
          operationName,
          extensions: payload.extensions ?? undefined,
        };
        const connection = extra.connection as Connection;
        // Counted from here on: others may arrive while this one is looked at.
        const abort = new AbortController();
        extra.running.set(id, abort);
        const query = open ? await open(sent, connection, extra.request) : sent.query;
        const document = documentOf(query);
        const kind = getOperationAST(document, operationName)?.operation;
        if (!kind) {
          throw new AppError(
            'OPERATION_RESOLUTION_FAILURE',
            'The document has no single operation of that name.',
          );
        }
        const outlet = createOutlet(extra, id);
        const asked: SocketOperation = { ...sent, kind, query, outlet, signal: abort.signal };
        const contextValue = () =>
          operate(asked, connection, extra.request).catch(error => ({
            errors: [asGraphQLError(error, { log, requestId: extra.request.id }).toJSON()],
          }));
        return { document, operationName, contextValue } as unknown as ExecutionArgs;
      } catch (error) {
        return [asGraphQLError(error, { log, requestId: extra.request.id })];
      }
    },
    execute: run as NonNullable<Options['execute']>,
    subscribe: run as NonNullable<Options['subscribe']>,
    onNext: (_context, _id, _operation, _args, result) => result as SubgraphResult,
    onError({ extra }, id) {
      extra.running.delete(id);
    },
    onComplete({ extra }, id) {
      const { socket, running, closing } = extra;
      running.delete(id);
      // Behind the `complete` message, which is sent when this returns.
      if (closing && running.size === 0) setImmediate(() => socket.close(closing.code, closing.reason));
    },
  };
  const server = makeServer(options);
  const keepAlive = createKeepAlive();

  return (socket, request) => {
    keepAlive(socket);
    const running: Extra<Connection>['running'] = new Map();
    const closed = server.opened(
      {
        protocol: socket.protocol,
        send: data =>
          new Promise((resolve, reject) => {
            if (socket.readyState !== socket.OPEN) return resolve();
            socket.send(data, error => (error ? reject(error) : resolve()));
          }),
        close: (code, reason) => socket.close(code, reason),
        onMessage: handle =>
          socket.on('message', message => {
            const text = String(message);
            if (text.includes('"complete"')) abortCompleted(running, text);
            handle(text).catch(error => {
              log.error({ err: error }, 'a message of a socket could not be handled');
              socket.close(CloseCode.InternalServerError, 'Internal server error');
            });
          }),
      },
      { socket, request, running },
    );
    socket.once('close', (code, reason) => {
      for (const abort of running.values()) abort.abort();
      void closed(code, String(reason));
    });
  };
}
