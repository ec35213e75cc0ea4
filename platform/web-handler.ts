import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Agent } from 'undici';
import { AppError } from './errors.ts';
import { reportError } from './telemetry/error-reports.ts';

/** Answers plain HTTP: pages and endpoints beside the graph, whether they are in this process or behind HTTP. */
export type WebHandler = (request: IncomingMessage, response: ServerResponse) => Promise<unknown>;

const DEADLINE_MS = 10_000;

function fail(request: FastifyRequest, { raw }: FastifyReply, error: unknown): void {
  const status = error instanceof AppError && error.code === 'UPSTREAM_FAILED' ? 502 : 500;
  request.log.error({ err: error, requestId: request.id }, 'a web request failed');
  if (status === 500) reportError(error, { requestId: request.id });
  if (raw.headersSent) {
    raw.destroy();
    return;
  }
  const body = JSON.stringify({ error: status === 502 ? 'temporarily_unavailable' : 'server_error' });
  raw.writeHead(status, { 'content-type': 'application/json' }).end(body);
}

/** Serves paths by a handler that reads the request itself: nothing is parsed before it. */
export async function serveWeb(
  app: FastifyInstance,
  paths: readonly string[],
  handle: WebHandler,
  /** May look at the request, and change its headers, before it is handled. */
  prepare: (request: FastifyRequest) => void = () => {},
): Promise<void> {
  await app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    for (const url of paths) {
      scope.route({
        method: ['GET', 'POST', 'OPTIONS'],
        url,
        async handler(request, reply) {
          reply.raw.setHeader('x-request-id', request.id);
          // What another process notes of it is found again by the same id.
          request.raw.headers['x-request-id'] = request.id;
          reply.hijack();
          try {
            prepare(request);
            await handle(request.raw, reply.raw);
          } catch (error) {
            fail(request, reply, error);
          }
        },
      });
    }
    done();
  });
}

/** Headers that belong to one connection (RFC 9110 §7.6.1), or that the far side must not hear from a client. */
const NOT_FORWARDED = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
  'host',
  'x-forwarded-host',
  'x-forwarded-proto',
]);

interface RemoteHandler {
  handle: WebHandler;
  close(): Promise<void>;
}

/** A handler in another process. Redirects are the browser's business and are handed on. */
export function createRemoteHandler(name: string, url: string): RemoteHandler {
  const { origin } = new URL(url);
  const dispatcher = new Agent({ connections: 64, keepAliveTimeout: 30_000, headersTimeout: DEADLINE_MS });
  return {
    async handle(request, response) {
      const headers = Object.fromEntries(
        Object.entries(request.headers).filter(([header]) => !NOT_FORWARDED.has(header)),
      );
      const hasBody = request.method === 'POST';
      const answer = await dispatcher
        .request({
          origin,
          path: request.url ?? '/',
          method: request.method as 'GET',
          headers,
          body: hasBody ? request : null,
          signal: AbortSignal.timeout(DEADLINE_MS),
        })
        .catch(cause => {
          throw new AppError('UPSTREAM_FAILED', `The ${name} part does not answer.`, { cause });
        });
      response.statusCode = answer.statusCode;
      for (const [header, value] of Object.entries(answer.headers)) {
        if (value !== undefined && !NOT_FORWARDED.has(header)) response.setHeader(header, value);
      }
      await pipeline(answer.body, response);
    },
    close: () => dispatcher.close(),
  };
}
