import { counter, readings } from '#platform/telemetry/metrics.ts';
import { inSpan, SpanKind } from '#platform/telemetry/tracing.ts';
import type { Subscriptions } from '../live/subscriptions.ts';

type Figure = Exclude<keyof ReturnType<Subscriptions['stats']>, 'sent' | 'missed'>;

const figures: Record<Figure, ReturnType<typeof readings<never>>> = {
  active: readings('graphql_subscriptions_active', 'Subscriptions that run.', []),
  started: readings('graphql_subscriptions_started_total', 'Subscriptions that began.', [], 'counter'),
  feeds: readings('graphql_subscription_upstreams', 'What those that ask the same share.', []),
  executed: readings(
    'graphql_subscription_executions_total',
    'Events that were executed, each once for all who share it.',
    [],
    'counter',
  ),
};
const events = readings(
  'graphql_subscription_events_total',
  'Events for subscribers: sent, or dropped for one who was too slow and was told of the gap.',
  ['outcome'],
  'counter',
);
const ended = counter('graphql_subscriptions_ended_total', 'Subscriptions that ended, by why.', ['reason']);

/** Shows how subscriptions are, without a step more for each event; returns what ends it. */
export function watchSubscriptions({ stats }: Pick<Subscriptions, 'stats'>): () => void {
  const stops = Object.entries(figures).map(([name, figure]) =>
    figure.watch(() => [{ labels: {}, value: stats()[name as Figure] }]),
  );
  stops.push(
    events.watch(() => [
      { labels: { outcome: 'sent' }, value: stats().sent },
      { labels: { outcome: 'dropped' }, value: stats().missed },
    ]),
  );
  return () => {
    for (const stop of stops) stop();
  };
}

/** The same, with a trace of what leads to the first event, and a count of why each one ended. */
export function observeSubscriptions(subscriptions: Subscriptions): Subscriptions {
  return {
    ...subscriptions,
    async subscribe(request, subscriber) {
      let hasEnded = false;
      const end = (reason: 'client' | 'refused' | 'failed' | 'complete') => {
        if (!hasEnded) ended.inc({ reason });
        hasEnded = true;
      };
      const watched: typeof subscriber = {
        ...subscriber,
        onEnd(last, reason) {
          end(reason ? 'refused' : last?.errors ? 'failed' : 'complete');
          subscriber.onEnd(last, reason);
        },
      };
      const outcome = await inSpan('subscription', { kind: SpanKind.SERVER, root: true }, () =>
        subscriptions.subscribe(request, watched),
      );
      if (typeof outcome !== 'function') return outcome;
      return () => {
        end('client');
        outcome();
      };
    },
  };
}
