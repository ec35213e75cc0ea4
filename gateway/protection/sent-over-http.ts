import type { FastifyRequest } from 'fastify';
import { isObject, type JsonObject } from '#platform/json.ts';
import type { SentOperation } from './sent-operation.ts';

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

/**
 * Puts the text that was looked up and measured into the request, so that nobody behind has to know about ids, and
 * nobody reads another text out of it.
 */
export function sayOverHttp(request: FastifyRequest, text: string | undefined): void {
  const sent = sentOverHttp(request);
  if (text === undefined) return;
  const { persistedQuery: _, ...extensions } = isObject(sent.extensions) ? sent.extensions : {};
  const changed = { query: text, ...(isObject(sent.extensions) && { extensions }) };
  if (request.method === 'POST') {
    request.body = { ...(request.body as JsonObject), ...changed };
    return;
  }
  const query: JsonObject = { ...(request.query as JsonObject), query: text };
  if (changed.extensions) query['extensions'] = JSON.stringify(extensions);
  request.query = query;
  // Apollo Server reads the address itself.
  const given = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map(item => [name, String(item)]),
  );
  request.raw.url = `${request.url.split('?')[0]}?${new URLSearchParams(given)}`;
}
