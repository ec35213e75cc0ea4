import { isResult, type SubgraphResult } from '#platform/subgraph.ts';
import { subscriptionMetrics } from '#platform/telemetry/subscription-metrics.ts';
import { inSpan, SpanKind } from '#platform/telemetry/tracing.ts';
import type { Subscribe } from '../subscriptions.ts';

/** Counts what becomes of one subscription; it ends once, whoever says so first. */
function count(events: AsyncIterableIterator<SubgraphResult>): AsyncIterableIterator<SubgraphResult> {
  subscriptionMetrics.started();
  let hasEnded = false;
  const end = (reason: 'client' | 'complete' | 'failed') => {
    if (!hasEnded) subscriptionMetrics.ended(reason);
    hasEnded = true;
  };
  return {
    async next() {
      try {
        const step = await events.next();
        if (step.done) end('complete');
        else subscriptionMetrics.events('sent');
        return step;
      } catch (error) {
        end('failed');
        throw error;
      }
    },
    async return() {
      end('client');
      await events.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** The same, counted; what leads to the first event is a trace of its own. */
export function observeSubscriptions(subscribe: Subscribe): Subscribe {
  return async (request, caller) => {
    const events = await inSpan('subscription', { kind: SpanKind.SERVER, root: true }, () =>
      subscribe(request, caller),
    );
    return isResult(events) ? events : count(events);
  };
}
