import type { GraphQLDataSource } from '@apollo/gateway';
import type { FormattedExecutionResult } from 'graphql';
import { AppError } from '#platform/errors.ts';
import type { PrincipalSigner } from '#platform/principal.ts';
import type { Subgraph, SubgraphRequest } from '#platform/subgraph.ts';
import type { Caller } from './caller.ts';

type Response = Awaited<ReturnType<GraphQLDataSource<Caller>['process']>>;

/** A subgraph that does not answer costs its own fields, not the whole response. */
async function answerOf(request: () => Promise<FormattedExecutionResult>): Promise<FormattedExecutionResult> {
  try {
    return await request();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { data: null, errors: [{ message: error.message, extensions: { code: error.code } }] };
  }
}

/** Lets Apollo's executor fetch from a subgraph, in the caller's name. */
export function createDataSource(
  name: string,
  subgraph: Subgraph,
  sign: PrincipalSigner,
): GraphQLDataSource<Caller> {
  return {
    async process({ request, context }) {
      const caller = context as Caller;
      const { requestId, idempotencyKey, clientAddress, userAgent, signal } = caller;
      const token = await sign(caller.principal);
      const asked = { query: request.query, variables: request.variables } as SubgraphRequest;
      const answer = await answerOf(() =>
        subgraph.execute(asked, { token, requestId, idempotencyKey, clientAddress, userAgent, signal }),
      );
      if (name === 'identity' && request.query?.startsWith('mutation')) caller.forget();
      return answer as Response;
    },
  };
}
