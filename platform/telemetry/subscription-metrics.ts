import { counter, gauge } from './metrics.ts';

const active = gauge('graphql_subscriptions_active', 'Subscriptions that run.', []);
const started = counter('graphql_subscriptions_started_total', 'Subscriptions that were begun.', []);
const ended = counter('graphql_subscriptions_ended_total', 'Subscriptions that ended, by why.', ['reason']);
const events = counter(
  'graphql_subscription_events_total',
  'Events of subscriptions, by what became of them.',
  ['outcome'],
);

/** `client`: it went or had enough. `refused`: its credential is not taken any more. `failed`: the source broke. */
type EndReason = 'client' | 'complete' | 'refused' | 'failed' | 'shutdown' | 'reload';

/** What becomes of a subscription, told by who serves it. */
export const subscriptionMetrics = {
  started() {
    started.inc();
    active.inc();
  },
  ended(reason: EndReason) {
    ended.inc({ reason });
    active.dec();
  },
  /** `lagged`: the reader was told of a gap. `dropped`: events in such a gap. */
  events(outcome: 'sent' | 'lagged' | 'dropped', count = 1) {
    events.inc({ outcome }, count);
  },
};
