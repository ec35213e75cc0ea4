import type { ApolloServer, GraphQLRequest } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isObject } from '#platform/json.ts';
import type { Caller } from './caller.ts';

const JSON_TYPE = /^application\/json(?:; ?charset=utf-8)?$/i;
/** What clients say that take JSON, and what says nothing. */
const TAKES_JSON = new Set([undefined, '*/*', 'application/json']);

const isAbsentOr = (test: (value: unknown) => boolean, value: unknown) =>
  value === undefined || value === null || test(value);
const isText = (value: unknown) => typeof value === 'string';

/** The operation of a request about whose form there is nothing to decide: JSON that is posted and JSON that is wanted. */
function plainOperation({ method, headers, body }: FastifyRequest): GraphQLRequest | null {
  if (method !== 'POST' || !TAKES_JSON.has(headers.accept)) return null;
  if (!JSON_TYPE.test(headers['content-type'] ?? '') || !isObject(body)) return null;
  const { query, variables, operationName, extensions } = body;
  const isWellFormed =
    isText(query) &&
    query !== '' &&
    isAbsentOr(isObject, variables) &&
    isAbsentOr(isText, operationName) &&
    isAbsentOr(isObject, extensions);
  if (!isWellFormed) return null;
  const request: Record<string, unknown> = { query };
  if (variables) request['variables'] = variables;
  if (operationName) request['operationName'] = operationName;
  if (extensions) request['extensions'] = extensions;
  return request;
}

/**
 * Apollo Server behind Fastify. Nearly all requests are plain JSON: they go straight into its pipeline, past all that finds
 * out what else a request could mean, which takes as long as a fetch. Everything else is left to its integration, and
 * what both answer is the same to the byte.
 */
export function createApolloHandler(
  apollo: ApolloServer<Caller>,
  callerOf: (request: FastifyRequest) => Caller,
) {
  const handle = fastifyApolloHandler(apollo, { context: async request => callerOf(request) });
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const operation = plainOperation(request);
    if (!operation) return handle.call(request.server, request, reply);
    const { body, http } = await apollo.executeOperation(operation, { contextValue: callerOf(request) });
    if (body.kind !== 'single') throw new Error('Incremental delivery is not supported.');
    for (const [name, value] of http.headers) reply.header(name, value);
    reply.code(http.status ?? 200).header('content-type', 'application/json; charset=utf-8');
    const { errors, data, extensions } = body.singleResult;
    return `${JSON.stringify({ errors, data, extensions })}\n`;
  };
}
