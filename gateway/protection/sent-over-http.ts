import type { FastifyRequest } from 'fastify';
import type { SentOperation } from './open-operation.ts';

type Fields = Record<string, unknown>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** In an address objects are JSON; what is none is left to Apollo Server to refuse. */
function parsed(text: unknown): unknown {
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a request asks for, wherever it says so. Nothing where it is no GraphQL request. */
export function sentOverHttp({ method, body, query }: FastifyRequest): SentOperation {
  if (method === 'POST') return isObject(body) ? body : {};
  if (!isObject(query)) return {};
  return {
    query: query['query'],
    variables: parsed(query['variables']),
    extensions: parsed(query['extensions']),
  };
}

/** Puts the text into a request that named it by an id, so that nobody behind has to know about ids. */
export function sayOverHttp(request: FastifyRequest, text: string | undefined): void {
  const sent = sentOverHttp(request);
  if (text === undefined || !isObject(sent.extensions) || !('persistedQuery' in sent.extensions)) return;
  const { persistedQuery: _, ...extensions } = sent.extensions;
  if (request.method === 'POST') {
    request.body = { ...(request.body as Fields), query: text, extensions };
    return;
  }
  const query = {
    ...(request.query as Record<string, string>),
    query: text,
    extensions: JSON.stringify(extensions),
  };
  request.query = query;
  // Apollo Server reads the address itself.
  request.raw.url = `${request.url.split('?')[0]}?${new URLSearchParams(query)}`;
}
