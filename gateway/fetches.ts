import type { FormattedExecutionResult } from 'graphql';
import { AppError } from '#platform/errors.ts';
import type { PrincipalSigner } from '#platform/principal.ts';
import type { Subgraph } from '#platform/subgraph.ts';
import type { Caller } from './caller.ts';
import type { Fetch, FetchAnswer } from './execution/run.ts';

/** A subgraph that does not answer costs its own fields, not the whole response. */
async function answerOf(request: () => Promise<FormattedExecutionResult>): Promise<FetchAnswer> {
  try {
    return (await request()) as FetchAnswer;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { data: null, errors: [{ message: error.message, extensions: { code: error.code } }] };
  }
}

/** How the executor asks subgraphs in the name of a caller. */
export function createFetches(
  subgraphs: Readonly<Record<string, Subgraph>>,
  sign: PrincipalSigner,
): (caller: Caller) => Fetch {
  return caller =>
    async ({ service, query, variables }) => {
      const subgraph = subgraphs[service];
      if (!subgraph) throw new Error(`The supergraph names a subgraph ${service} that is not configured.`);
      const { requestId, idempotencyKey, clientAddress, userAgent, mustBeCurrent, signal } = caller;
      const token = await sign(caller.principal);
      const call = { token, requestId, idempotencyKey, clientAddress, userAgent, mustBeCurrent, signal };
      const answer = await answerOf(() => subgraph.execute({ query, variables }, call));
      if (service === 'identity' && query.startsWith('mutation')) caller.forget();
      return answer;
    };
}
