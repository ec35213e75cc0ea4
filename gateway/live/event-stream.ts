import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { getOperationAST, parse } from 'graphql';
import { badInput } from '#platform/errors.ts';
import type { SubgraphRequest, SubgraphResult } from '#platform/subgraph.ts';
import type { Caller } from '../caller.ts';
import type { Outlet } from './reader.ts';
import type { Subscriptions } from './subscriptions.ts';

/** A way to write results of a subscription into one HTTP response. */
interface StreamFormat {
  accepts: RegExp;
  contentType: string;
  /** Sent first, so that clients know at once that the stream is open. */
  open: string;
  next(json: string): string;
  keepAlive: string;
  complete: string;
}

/** GraphQL over Server-Sent Events, distinct connections mode (graphql-sse's PROTOCOL.md). */
const serverSentEvents: StreamFormat = {
  accepts: /text\/event-stream/,
  contentType: 'text/event-stream; charset=utf-8',
  open: ':\n\n',
  next: json => `event: next\ndata: ${json}\n\n`,
  keepAlive: ':\n\n',
  complete: 'event: complete\ndata:\n\n',
};

/** Apollo's multipart protocol for subscriptions, version 1.0, which Apollo Client speaks over HTTP. */
const multipart: StreamFormat = {
  accepts: /multipart\/mixed[^,]*subscriptionSpec="?1\.0/,
  contentType: 'multipart/mixed;boundary="graphql";subscriptionSpec=1.0',
  open: '\r\n--graphql',
  next: json => `\r\ncontent-type: application/json\r\n\r\n{"payload":${json}}\r\n--graphql`,
  keepAlive: '\r\ncontent-type: application/json\r\n\r\n{}\r\n--graphql',
  complete: '--\r\n',
};

const KEEP_ALIVE_MS = 10_000;

/** What a request asks for that is no single answer. */
export function acceptedStream({ headers }: FastifyRequest): StreamFormat | null {
  const accept = headers.accept ?? '';
  return [serverSentEvents, multipart].find(format => format.accepts.test(accept)) ?? null;
}

interface StreamOptions {
  stream: StreamFormat;
  caller: Caller;
  authorization: string | undefined;
  subscriptions: Subscriptions;
  execute(operation: SubgraphRequest, caller: Caller): Promise<SubgraphResult>;
}

function parsed(text: unknown, field: string): Record<string, unknown> | undefined {
  if (typeof text !== 'string') return text as Record<string, unknown> | undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw badInput(field, `\`${field}\` must be a JSON object.`);
  }
}

function operationOf({ method, query, body }: FastifyRequest) {
  const given = (method === 'GET' ? query : body) as Record<string, unknown> | null;
  if (typeof given?.['query'] !== 'string') throw badInput('query', 'Send the operation as `query`.');
  const { operationName } = given;
  return {
    query: given['query'],
    variables: parsed(given['variables'] ?? undefined, 'variables'),
    operationName: typeof operationName === 'string' ? operationName : undefined,
    extensions: parsed(given['extensions'] ?? undefined, 'extensions'),
  };
}

/** The kind of an operation; what cannot be told is told by whoever runs it. */
function kindOf({ query, operationName }: SubgraphRequest): string | undefined {
  try {
    return getOperationAST(parse(query), operationName)?.operation;
  } catch {
    return undefined;
  }
}

function outletOf(raw: ServerResponse, format: StreamFormat): Outlet {
  return {
    send: json => raw.write(format.next(json)),
    buffered: () => raw.writableLength,
    terminate: () => raw.destroy(),
    restart: () => raw.end(),
  };
}

/** Streams the results of one operation. Closing the connection ends it. */
export async function serveStream(
  request: FastifyRequest,
  reply: FastifyReply,
  { stream, caller, authorization, subscriptions, execute }: StreamOptions,
): Promise<FastifyReply> {
  const operation = operationOf(request);
  const kind = kindOf(operation);
  if (kind === 'mutation' && request.method === 'GET') {
    throw badInput('query', 'Mutations are taken by POST only.');
  }
  const { raw } = reply;
  let leave: (() => void) | null = null;
  const gone = new Promise<void>(resolve => raw.once('close', resolve));

  function begin() {
    reply.hijack();
    raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': stream.contentType,
      'cache-control': 'no-cache',
      'x-accel-buffering': 'no',
    });
    raw.write(stream.open);
    const timer = setInterval(() => raw.write(stream.keepAlive), KEEP_ALIVE_MS).unref();
    void gone.then(() => {
      clearInterval(timer);
      leave?.();
    });
  }

  function end(last: SubgraphResult | null) {
    if (last) raw.write(stream.next(JSON.stringify(last)));
    raw.end(stream.complete);
  }

  begin();
  const outcome =
    kind === 'subscription'
      ? await subscriptions.subscribe(operation, {
          caller,
          authorization,
          outlet: outletOf(raw, stream),
          onEnd: end,
        })
      : await execute(operation, caller);
  if (typeof outcome !== 'function') end(outcome);
  else if (raw.destroyed) outcome();
  else leave = outcome;
  return reply;
}
