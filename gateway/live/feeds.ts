import type { PrincipalSigner } from '#platform/principal.ts';
import type { Subgraph, SubgraphResult } from '#platform/subgraph.ts';
import type { Authenticator } from '../authentication.ts';
import type { Caller } from '../caller.ts';
import type { Result } from '../execution/execute.ts';
import type { Fetch, FetchAnswer } from '../execution/run.ts';
import { eventTracer } from '../telemetry/trace-events.ts';
import { Feed } from './feed.ts';
import type { PreparedSubscription } from './prepare-subscription.ts';
import { scopeKeyOf } from './scope-key.ts';

export interface FeedsOptions {
  subgraphs: Readonly<Record<string, Subgraph>>;
  fetchFor(caller: Caller): Fetch;
  authenticator: Authenticator;
  sign: PrincipalSigner;
  present(result: Result, requestId: string): SubgraphResult;
  explain(error: unknown, requestId: string): SubgraphResult;
}

/** Feeds of what clients subscribe to: one for all who ask the same, from the same cursor on, with the same rights. */
export function createFeeds(options: FeedsOptions) {
  const { present, explain } = options;
  /** Those of one set deliver the same events, from different places on. */
  const feeds = new Map<string, Set<Feed>>();
  const stats = { feeds: 0, executed: 0 };

  /** Two feeds that stand at the same event become one. */
  function merge(delivered: Feed, siblings: ReadonlySet<Feed>) {
    if (delivered.cursor === null) return;
    for (const other of siblings) {
      if (other === delivered || other.cursor !== delivered.cursor) continue;
      // The one that began at its opening stays: newcomers without a cursor join it.
      const [stays, goes] = other.after === null ? [other, delivered] : [delivered, other];
      stays.takeOver(goes);
      return;
    }
  }

  function openFeed(prepared: PreparedSubscription, caller: Caller, key: string): Feed {
    const { afterVariable, execute, variables } = prepared;
    const { requestId, clientAddress, userAgent, principal } = caller;
    const upstream = options.subgraphs[prepared.service];
    const scope = scopeKeyOf(principal);
    const fetch = options.fetchFor({ ...caller, mustBeCurrent: true });
    const siblings = feeds.get(key) ?? new Set();
    const feed = new Feed({
      after: prepared.after,
      isResumable: afterVariable !== null,
      async open(after) {
        if (!upstream) throw new Error(`No subgraph is called ${prepared.service}.`);
        const cursor = afterVariable === null ? {} : { [afterVariable]: after };
        const request = { query: prepared.query, variables: { ...prepared.upstreamVariables, ...cursor } };
        const token = await options.sign(principal);
        return upstream.subscribe(request, { token, requestId, clientAddress, userAgent, hasMarks: true });
      },
      async resolve(event) {
        // What the upstream says without data is its last word: a refusal.
        if (!event.data) return { errors: event.errors ?? [] };
        stats.executed++;
        return present(await execute({ variables, fetch, event: event as FetchAnswer }), requestId);
      },
      isSame: async authorization =>
        scopeKeyOf(await options.authenticator.authenticate(authorization, requestId)) === scope,
      explain: error => explain(error, requestId),
      observe: eventTracer(prepared.service, requestId),
      onDelivered: delivered => merge(delivered, siblings),
      onEnd(ended) {
        stats.feeds--;
        siblings.delete(ended);
        if (siblings.size === 0 && feeds.get(key) === siblings) feeds.delete(key);
      },
    });
    stats.feeds++;
    siblings.add(feed);
    feeds.set(key, siblings);
    return feed;
  }

  return {
    stats: stats as Readonly<typeof stats>,
    /** The feed that a caller's subscription may share; opened where there is none. */
    feedFor(prepared: PreparedSubscription, caller: Caller): Feed {
      const key = `${scopeKeyOf(caller.principal)}\n${prepared.key}`;
      for (const feed of feeds.get(key) ?? []) {
        if (feed.after === prepared.after && feed.canJoin) return feed;
      }
      return openFeed(prepared, caller, key);
    },
    close() {
      for (const siblings of feeds.values()) for (const feed of siblings) feed.dissolve();
    },
  };
}
