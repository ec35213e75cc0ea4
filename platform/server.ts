import { randomUUID } from 'node:crypto';
import websocket from '@fastify/websocket';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { GraphQLError } from 'graphql';
import { handleProtocols } from 'graphql-ws';
import { drainOnClose } from './drain.ts';
import { AppError, errorCodes, formatError } from './errors.ts';
import type { Logger } from './logger.ts';
import { closeSockets } from './sockets.ts';

interface ServerOptionsOfOurs {
  log: Logger;
  /** Largest HTTP body and WebSocket message, in bytes. */
  bodyLimit: number;
  /** What must answer before traffic is sent here, by name; each rejects while it cannot work. */
  readiness: Readonly<Record<string, () => Promise<unknown>>>;
  /** What is told beside that and keeps no traffic away; null where there is no such thing. */
  conditions?: Readonly<Record<string, () => string | null>>;
  /** Addresses or networks whose `X-Forwarded-For` is believed; left out: nobody's. */
  trustedProxies?: readonly string[];
  /** How long it still takes requests after `/readyz` says that it is stopping; left out: not at all. */
  stopDelayMs?: number;
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
    // While it stops, whoever still has a connection is answered on it: see `drainOnClose`.
    return503OnClosing: false,
    forceCloseConnections: false,
  });
  let isStopping = false;
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  drainOnClose(app, {
    delayMs: options.stopDelayMs ?? 0,
    onStopping() {
      isStopping = true;
    },
  });
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    // Fastify's own refusals (too large, not JSON) carry a 4xx and a message written for the caller.
    const isRefusal = !(error instanceof AppError) && (error.statusCode ?? 500) < 500;
    const cause = isRefusal ? new AppError('BAD_REQUEST', error.message, { cause: error }) : error;
    const wrapped = new GraphQLError(cause.message, { originalError: cause });
    const formatted = formatError(wrapped.toJSON(), wrapped, { log: options.log, requestId: request.id });
    const status = cause instanceof AppError ? errorCodes[cause.code].status : 500;
    const { retryAfter } = formatted.extensions ?? {};
    if (typeof retryAfter === 'number') reply.header('retry-after', String(retryAfter));
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
  await app.register(websocket, {
    options: { maxPayload: options.bodyLimit, handleProtocols },
    // Whoever sends what is no WebSocket frame, or too large a one, has been told by its close code.
    errorHandler: error => options.log.debug({ err: error }, 'a socket failed'),
    preClose(done) {
      void closeSockets(this.websocketServer.clients, 1001, 'The server is stopping: connect again.')
        .catch(error => options.log.warn({ err: error }, 'sockets could not be closed'))
        .then(() => done());
    },
  });
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const checks = isStopping ? { process: 'stopping' } : await checkReadiness(options.readiness);
    const isReady = Object.values(checks).every(outcome => outcome === 'ok');
    const told = Object.entries(options.conditions ?? {}).map(([name, tell]) => [name, tell()] as const);
    const conditions = Object.fromEntries(told.filter(([, condition]) => condition !== null));
    return reply.status(isReady ? 200 : 503).send({
      status: isReady ? 'ready' : 'not ready',
      checks,
      ...(Object.keys(conditions).length > 0 && { conditions }),
    });
  });
  return app;
}

/** Listens and returns the port; a port that is taken or forbidden is said in one sentence. */
export async function listen(
  app: FastifyInstance,
  host: string,
  port: number,
  variable = 'PORT',
): Promise<number> {
  try {
    await app.listen({ host, port });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new Error(
        `Port ${port} on ${host} is in use. Stop what uses it, or set ${variable} to another one.`,
        { cause },
      );
    }
    if (code === 'EACCES') {
      throw new Error(
        `Port ${port} needs more rights than this process has. Set ${variable} to one above 1023.`,
        { cause },
      );
    }
    throw cause;
  }
  const address = app.server.address();
  return typeof address === 'object' && address ? address.port : port;
}
