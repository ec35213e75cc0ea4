import type { AppError } from '#platform/errors.ts';
import type { Principal } from '#platform/principal.ts';
import type { SubgraphResult } from '#platform/subgraph.ts';
import type { Authenticator } from '../authentication.ts';
import type { Caller } from '../caller.ts';
import type { Admission } from '../protection/admission.ts';
import type { Feed, Member } from './feed.ts';
import type { createFeeds } from './feeds.ts';
import type { PreparedSubscription } from './prepare-subscription.ts';
import { createReader, type Outlet, type ReaderLimits } from './reader.ts';

/** A client that subscribes. */
export interface Subscriber {
  caller: Caller;
  /** What says who the client is; none for anonymous ones. */
  authorization: string | undefined;
  outlet: Outlet;
  /** Nothing comes behind `last`; `reason` where it was the credential that ended. */
  onEnd(last: SubgraphResult | null, reason?: AppError): void;
}

/** A client's subscription, from its beginning to its end. */
export interface OpenSubscription {
  /** Lets the client in with what its credential may do now. Returns the refusal, where there is one. */
  enter(principal: Principal, after: string | null): Promise<SubgraphResult | null>;
  leave(): void;
  /** Lets the client go, that it may come again. */
  restart(): void;
}

interface Parts {
  feeds: ReturnType<typeof createFeeds>;
  admission: Admission;
  authenticator: Authenticator;
  limits: ReaderLimits;
  counts: { active: number; sent: number; missed: number };
  /** All that are open. */
  open: Set<OpenSubscription>;
  explain(error: unknown, requestId: string): SubgraphResult;
}

/** Ties a client to the feeds that tell it, until one of them ends. */
export function enrol(
  prepared: PreparedSubscription,
  { caller, authorization, outlet, onEnd }: Subscriber,
  { feeds, admission, authenticator, limits, counts, open, explain }: Parts,
): OpenSubscription {
  let feed: Feed | null = null;
  const countEvent = admission.eventsOf(prepared.cost, prepared.variables, caller);
  const send = (json: string) => {
    counts.sent++;
    countEvent();
    outlet.send(json);
  };
  const reader = createReader({ ...outlet, send }, limits, prepared.after, () => counts.missed++);

  function leave(): boolean {
    if (!open.delete(subscription)) return false;
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
        // The client may have gone meanwhile.
        .then(principal => (open.has(subscription) ? enter(principal, after) : null))
        .then(refusal => refusal && end(refusal))
        .catch(error => end(explain(error, caller.requestId)));
    },
  };
  const subscription: OpenSubscription = {
    enter,
    leave() {
      if (leave()) reader.stop();
    },
    restart() {
      subscription.leave();
      outlet.restart('The graph has changed: connect again.');
    },
  };
  counts.active++;
  open.add(subscription);
  const unwatch = authenticator.watch(authorization, caller.principal, reason =>
    end(explain(reason, caller.requestId), reason),
  );
  return subscription;
}
