import type { Pool, PoolClient } from 'pg';
import { withoutValues } from './sql-text.ts';
import { isTracing, markFailed, openSpan, SpanKind } from './tracing.ts';

/** `select`, `insert`, …: what statements are called in a list of spans. */
const verbOf = (statement: string) => /^\s*(\w+)/.exec(statement)?.[1]?.toLowerCase() ?? 'statement';

type Query = (...args: unknown[]) => unknown;

function traced(query: Query, namespace: string): Query {
  return (...args) => {
    const [first] = args;
    const text = typeof first === 'string' ? first : (first as { text?: unknown } | undefined)?.text;
    // Work that nobody asked for, as reading the event log every second, begins no trace.
    const span = typeof text === 'string' ? openSpan(verbOf(text), { kind: SpanKind.CLIENT }) : undefined;
    const outcome = query(...args);
    if (!span) return outcome;
    if (span.isRecording())
      span.setAttributes({
        'db.system.name': 'postgresql',
        'db.namespace': namespace,
        'db.query.text': withoutValues(text as string),
      });
    // Called with a callback, as nobody here does, it returns nothing to wait for.
    Promise.resolve(outcome)
      .catch(error => markFailed(span, { name: (error as { code?: string }).code ?? 'DatabaseError' }))
      .finally(() => span.end());
    return outcome;
  };
}

/** Every statement of this pool becomes a span of the trace in which it was asked for. */
export function traceStatements(namespace: string, pool: Pool): void {
  if (!isTracing()) return;
  pool.on('connect', (client: PoolClient) => {
    client.query = traced(client.query.bind(client) as Query, namespace) as typeof client.query;
  });
}
