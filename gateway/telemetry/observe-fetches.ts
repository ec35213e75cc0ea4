import type { Subgraph } from '#platform/subgraph.ts';
import { histogram, outcomeOf, secondsSince } from '#platform/telemetry/metrics.ts';
import { inSpan, SpanKind } from '#platform/telemetry/tracing.ts';
import { requestScope } from '../request-scope.ts';

const duration = histogram(
  'graphql_fetch_duration_seconds',
  'How long the gateway waited for subgraphs. The outcome is OK or the code of the first error.',
  ['subgraph', 'outcome'],
);

export interface FetchTime {
  subgraph: string;
  milliseconds: number;
  outcome: string;
}

const fetchesOf = new WeakMap<object, FetchTime[]>();

/** What a request has fetched so far. */
export const fetchTimesOf = (request: object): readonly FetchTime[] => fetchesOf.get(request) ?? [];

function note(start: number, subgraph: string, outcome: string) {
  const seconds = secondsSince(start);
  duration.observe({ subgraph, outcome }, seconds);
  const request = requestScope.getStore();
  if (!request) return;
  const known = fetchesOf.get(request) ?? [];
  known.push({ subgraph, milliseconds: Math.round(seconds * 1000), outcome });
  fetchesOf.set(request, known);
}

/** The same subgraph, with a figure and a span for everything that it is asked. */
export function observeFetches<Observed extends Subgraph>(name: string, subgraph: Observed): Observed {
  return {
    ...subgraph,
    async execute(request, call) {
      const start = performance.now();
      const options = { kind: SpanKind.CLIENT, attributes: { 'graphql.subgraph': name } };
      try {
        const result = await inSpan(`fetch ${name}`, options, () => subgraph.execute(request, call));
        note(start, name, outcomeOf(result.errors));
        return result;
      } catch (error) {
        note(start, name, outcomeOf([{ extensions: { code: (error as { code?: unknown }).code } }]));
        throw error;
      }
    },
  };
}
