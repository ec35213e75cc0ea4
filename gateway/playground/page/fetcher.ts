import type { Fetcher, FetcherOpts, FetcherParams } from '@graphiql/toolkit';
import { getOperationAST, type OperationDefinitionNode, parse } from 'graphql';
import { credentials } from './api-key.ts';
import { versionHeader } from './api-version.ts';
import { learnFrom } from './example-tabs.ts';
import { ask, lastAnswer, type Operation } from './http.ts';
import { subscribeLive } from './socket.ts';

const INTROSPECTION = 'IntrospectionQuery';

/**
 * What will run, or undefined where the server has to say what is wrong. GraphiQL learns the operations of a
 * document 100 ms after it is shown: whoever is faster is given the name of an operation of the last one.
 */
function operationIn({ query, operationName }: FetcherParams): OperationDefinitionNode | undefined {
  try {
    const document = parse(query);
    return getOperationAST(document, operationName) ?? getOperationAST(document) ?? undefined;
  } catch {
    return undefined;
  }
}

/** How GraphiQL reaches the graph: subscriptions over the socket, everything else over HTTP. */
async function fetchResult(params: FetcherParams, options?: FetcherOpts) {
  const found = operationIn(params);
  const operationName = found ? found.name?.value : params.operationName;
  const operation: Operation = { query: params.query, operationName, variables: params.variables };
  const headers = { ...versionHeader(), ...options?.headers };
  // The schema is public: a wrong key shall not take the documentation away.
  if (operationName === INTROSPECTION) return (await ask(operation, headers)).result;
  lastAnswer.set(null);
  if (found?.operation === 'subscription') return subscribeLive(operation);
  const { result, answer } = await ask(operation, { ...credentials(), ...headers });
  lastAnswer.set(answer);
  learnFrom(result);
  return result;
}

/** Its type wants the errors of a schema that runs in the same process. */
export const fetcher = fetchResult as Fetcher;
