import type { ApolloServerPlugin } from '@apollo/server';
import type { Logger } from '#platform/logger.ts';
import { bounded, counter, histogram, outcomeOf, secondsSince } from '#platform/telemetry/metrics.ts';
import { currentSpan, openSpan } from '#platform/telemetry/tracing.ts';
import type { Caller } from '../caller.ts';
import { requestScope } from '../request-scope.ts';
import { fetchTimesOf } from './observe-fetches.ts';

const duration = histogram(
  'graphql_operation_duration_seconds',
  'How long queries and mutations took. The code is OK or that of the first error.',
  ['type', 'code'],
);
const total = counter(
  'graphql_operations_total',
  'Queries and mutations by name, as far as names are kept.',
  ['type', 'name', 'code'],
);

/** Names are made up by clients: so many are kept apart, as they come; all others are one. */
const MAX_NAMES = 100;
const nameLabel = bounded(MAX_NAMES);

interface Options {
  log: Logger;
  /** From when on an operation is worth a line in the log. */
  slowMs: number;
}

/** Figures, spans and the log of slow ones for each operation. Nothing of what a client sent but the name is told. */
export function observeOperations({ log, slowMs }: Options): ApolloServerPlugin<Caller> {
  return {
    async requestDidStart() {
      const start = performance.now();
      let type = 'unknown';
      /** Of a document that is valid: what is not has a name that means nothing. */
      let name = 'invalid';
      return {
        async parsingDidStart() {
          const span = openSpan('parse');
          return async () => span?.end();
        },
        async validationDidStart() {
          const span = openSpan('validate');
          return async () => span?.end();
        },
        async didResolveOperation({ operation }) {
          if (!operation) return;
          type = operation.operation;
          name = operation.name?.value ?? 'anonymous';
          currentSpan()
            ?.updateName(`${type} ${name}`)
            .setAttributes({ 'graphql.operation.type': type, 'graphql.operation.name': name });
        },
        async willSendResponse({ response, queryHash }) {
          if (response.body.kind !== 'single') return;
          const { errors, extensions } = response.body.singleResult;
          const code = outcomeOf(errors);
          const seconds = secondsSince(start);
          duration.observe({ type, code }, seconds);
          total.inc({ type, name: nameLabel(name), code });
          currentSpan()?.setAttribute('graphql.operation.outcome', code);
          const durationMs = Math.round(seconds * 1000);
          if (durationMs < slowMs) return;
          // Apollo's context is a copy.
          const request = requestScope.getStore();
          const cost = extensions?.['cost'];
          log.warn(
            {
              requestId: request?.requestId,
              operation: { type, name, hash: queryHash },
              durationMs,
              code,
              fetches: request ? fetchTimesOf(request) : [],
              ...(cost !== undefined && { cost }),
            },
            'slow operation',
          );
        },
      };
    },
  };
}
