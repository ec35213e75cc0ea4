import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { AppError, errorCodes, formatError, isErrorCode } from '#platform/errors.ts';
import type { Logger } from '#platform/logger.ts';
import type { Caller } from './caller.ts';
import { withoutSuggestions } from './protection/hide-suggestions.ts';
import { requestScope } from './request-scope.ts';
import { observeOperations } from './telemetry/observe-operations.ts';

/** Where there is no data at all, the HTTP status says why: that of the first error's code. */
const httpStatus: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async willSendResponse({ response }) {
        if (response.body.kind !== 'single') return;
        const { data, errors } = response.body.singleResult;
        const code = errors?.[0]?.extensions?.['code'];
        const { http } = response;
        // 500 is what Apollo says of everything that it did not say itself.
        const isOpen = http.status === undefined || http.status === 500;
        if (!data && isErrorCode(code) && isOpen) http.status = errorCodes[code].status;
        const retryAfter = errors?.[0]?.extensions?.['retryAfter'];
        if (typeof retryAfter === 'number') http.headers.set('retry-after', String(retryAfter));
      },
    };
  },
};

/** What the gateway's executor would answer with a fault of ours: an operation that it cannot run at all. */
const runnableOperation: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation, request }) {
        if (!operation) {
          const named = request.operationName ? ` called ${request.operationName}` : '';
          throw new AppError(
            'OPERATION_RESOLUTION_FAILURE',
            `The document has no single operation${named}: name one of its operations in operationName.`,
          );
        }
        if (operation.operation === 'subscription') {
          throw new AppError(
            'BAD_REQUEST',
            'Subscriptions are served at the same address over WebSocket, with the sub-protocol graphql-transport-ws.',
          );
        }
      },
    };
  },
};

interface ApolloOptions {
  executor: GatewayInterface;
  introspection: boolean;
  /** From how many milliseconds on an operation is logged. */
  slowMs: number;
  log: Logger;
}

/** Apollo Server's pipeline for queries and mutations, in front of our executor. */
export async function startApollo(options: ApolloOptions): Promise<ApolloServer<Caller>> {
  const { executor, introspection, slowMs, log } = options;
  const apollo = new ApolloServer<Caller>({
    gateway: executor,
    introspection,
    includeStacktraceInErrorResponses: false,
    // Texts are looked up before they come here (gateway/protection/persisted-operations.ts).
    persistedQueries: false,
    stopOnTerminationSignals: false,
    formatError(formatted, error) {
      const source = { log, requestId: requestScope.getStore()?.requestId ?? '' };
      const shown = formatError(formatted, error, source);
      return introspection ? shown : withoutSuggestions(shown);
    },
    plugins: [
      // Its landing page loads an explorer from elsewhere; ours is at /playground.
      ApolloServerPluginLandingPageDisabled(),
      runnableOperation,
      httpStatus,
      // Who observes comes last and sees what the others have made of an answer.
      observeOperations({ log, slowMs }),
    ],
    logger: log,
  });
  await apollo.start();
  return apollo;
}
