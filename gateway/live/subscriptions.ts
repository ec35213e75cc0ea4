import { GraphQLError } from 'graphql';
import { formatError } from '#platform/errors.ts';
import type { Logger } from '#platform/logger.ts';
import type { SubgraphRequest, SubgraphResult } from '#platform/subgraph.ts';
import type { CurrentSupergraph } from '../current-supergraph.ts';
import type { Result } from '../execution/execute.ts';
import type { Admission } from '../protection/admission.ts';
import { withoutSuggestions } from '../protection/hide-suggestions.ts';
import { enrol, type OpenSubscription, type Subscriber } from './enrol.ts';
import { createFeeds, type FeedsOptions } from './feeds.ts';
import { createSubscriptionPreparation } from './prepare-subscription.ts';
import { type ReaderLimits, readerLimits } from './reader.ts';

interface Stats {
  /** Clients' subscriptions that ever began: what is committed behind that is told. */
  started: number;
  /** Clients' subscriptions at this moment. */
  active: number;
  /** Upstreams that those share. */
  feeds: number;
  /** Events that were executed, each for all who share it. */
  executed: number;
  sent: number;
  /** Left out for readers that were too slow. */
  missed: number;
}

export interface Subscriptions {
  /** Returns the function that ends it, or why it cannot begin. Events go to the subscriber's outlet. */
  subscribe(request: SubgraphRequest, subscriber: Subscriber): Promise<(() => void) | SubgraphResult>;
  stats(): Stats;
  close(): void;
}

interface SubscriptionsOptions extends Omit<FeedsOptions, 'present' | 'explain'> {
  supergraph: Pick<CurrentSupergraph, 'current' | 'onChange'>;
  admission: Admission;
  /** Whether anybody may read the schema. */
  introspection: boolean;
  log: Logger;
  limits?: ReaderLimits | undefined;
}

/**
 * Subscriptions over a federated graph. Apollo's planner gives a plan a `primary` fetch, which is subscribed to in
 * its subgraph, and the `rest`, which resolves fields of other subgraphs and is executed for each event. Clients
 * that ask the same with the same rights share both.
 */
export function createSubscriptions(options: SubscriptionsOptions): Subscriptions {
  const { admission, authenticator, log, limits = readerLimits } = options;
  let prepare = createSubscriptionPreparation(options.supergraph.current, admission);
  const open = new Set<OpenSubscription>();
  options.supergraph.onChange(next => {
    prepare = createSubscriptionPreparation(next, admission);
    // What was planned before may ask for what is no more.
    for (const subscription of [...open]) subscription.restart();
  });
  const counts = { started: 0, active: 0, sent: 0, missed: 0 };

  function present({ errors, ...result }: Result, requestId: string): SubgraphResult {
    const formatted = errors?.map(error => {
      const shown = formatError(error.toJSON(), error, { log, requestId });
      return options.introspection ? shown : withoutSuggestions(shown);
    });
    return { ...result, ...(formatted && { errors: formatted }) } as SubgraphResult;
  }

  function explain(error: unknown, requestId: string): SubgraphResult {
    return present(
      { errors: [new GraphQLError(String(error), { originalError: error as Error })] },
      requestId,
    );
  }

  const feeds = createFeeds({ ...options, present, explain });

  const parts = { feeds, admission, authenticator, limits, counts, open, explain };

  return {
    async subscribe(request, subscriber) {
      const { caller } = subscriber;
      const prepared = prepare(request);
      if (Array.isArray(prepared)) return present({ errors: prepared }, caller.requestId);
      try {
        await admission.admit(prepared.cost, prepared.variables, caller);
      } catch (error) {
        return explain(error, caller.requestId);
      }
      const { enter, leave } = enrol(prepared, subscriber, parts);
      const refusal = await enter(caller.principal, prepared.after);
      if (refusal) {
        leave();
        return refusal;
      }
      counts.started++;
      return leave;
    },
    stats: () => ({ ...counts, ...feeds.stats }),
    close: feeds.close,
  };
}
