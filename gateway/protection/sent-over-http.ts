import type { FastifyRequest } from 'fastify';
import type { SentOperation } from './open-operation.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
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
