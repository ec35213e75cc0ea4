import { GraphQLError } from 'graphql';
import { type AppError, formatError } from '#platform/errors.ts';
import type { Logger } from '#platform/logger.ts';
import type { Principal } from '#platform/principal.ts';
import type { SubgraphRequest, SubgraphResult } from '#platform/subgraph.ts';
import type { Caller } from '../caller.ts';
import type { CurrentSupergraph } from '../current-supergraph.ts';
import type { Result } from '../execution/execute.ts';
import type { Admission } from '../protection/admission.ts';
import { withoutSuggestions } from '../protection/hide-suggestions.ts';
import type { Feed, Member } from './feed.ts';
import { createFeeds, type FeedsOptions } from './feeds.ts';
import { createSubscriptionPreparation, type PreparedSubscription } from './prepare-subscription.ts';
import { createReader, type Outlet, type ReaderLimits, readerLimits } from './reader.ts';

/** A client that subscribes. */
interface Subscriber {
  caller: Caller;
  /** What says who the client is; none for anonymous ones. */
  authorization: string | undefined;
  outlet: Outlet;
  /** Nothing comes behind `last`; `reason` where it was the credential that ended. */
  onEnd(last: SubgraphResult | null, reason?: AppError): void;
}

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
  options.supergraph.onChange(next => {
    prepare = createSubscriptionPreparation(next, admission);
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

  /** Ties a subscriber to its feed until one of them ends. */
  function createMember(
    prepared: PreparedSubscription,
    { caller, authorization, outlet, onEnd }: Subscriber,
  ) {
    let feed: Feed | null = null;
    let isOver = false;
    const countEvent = admission.eventsOf(prepared.cost, prepared.variables, caller);
    const send = (json: string) => {
      counts.sent++;
      countEvent();
      outlet.send(json);
    };
    const reader = createReader({ ...outlet, send }, limits, prepared.after, () => counts.missed++);

    function leave(): boolean {
      if (isOver) return false;
      isOver = true;
      counts.active--;
      unwatch();
      feed?.leave(member);
      return true;
    }

    function end(last: SubgraphResult | null, reason?: AppError) {
      if (!leave()) return;
      reader.flush();
      reader.stop();
      onEnd(last, reason);
    }

    /** Lets the member in with what its credential may do now. Returns the refusal, where there is one. */
    async function enter(principal: Principal, after: string | null): Promise<SubgraphResult | null> {
      const entered = feeds.feedFor({ ...prepared, after }, { ...caller, principal });
      entered.join(member);
      return entered.opened;
    }

    const member: Member = {
      authorization,
      joined(joined) {
        feed = joined;
      },
      push: reader.push,
      end: last => end(last),
      moved(after) {
        // Without a cursor the event is lost that this was found with.
        if (prepared.afterVariable === null) reader.miss();
        authenticator
          .authenticate(authorization, caller.requestId)
          .then(principal => enter(principal, after))
          .then(refusal => refusal && end(refusal))
          .catch(error => end(explain(error, caller.requestId)));
      },
    };
    counts.active++;
    const unwatch = authenticator.watch(authorization, caller.principal, reason =>
      end(explain(reason, caller.requestId), reason),
    );
    return {
      enter,
      leave() {
        if (leave()) reader.stop();
      },
    };
  }

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
      const { enter, leave } = createMember(prepared, subscriber);
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
