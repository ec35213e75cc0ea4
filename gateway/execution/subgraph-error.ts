import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { ResponsePath } from './places.ts';

/** An error that a subgraph answered, at its place in the client's response. */
export function fromSubgraph(
  error: GraphQLFormattedError,
  serviceName: string,
  path: ResponsePath | undefined,
): GraphQLError {
  const code = error.extensions?.['code'] ?? 'DOWNSTREAM_SERVICE_ERROR';
  return new GraphQLError(error.message || `Error while fetching subquery from service "${serviceName}"`, {
    ...(path && { path }),
    extensions: { ...error.extensions, code, serviceName },
    originalError: error as unknown as Error,
  });
}

export function toGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
}
