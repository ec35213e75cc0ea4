import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '#platform/errors.ts';
import { marksOf } from '#platform/live-marks.ts';
import { isResult, type SubgraphResult } from '#platform/subgraph.ts';

export interface UpstreamSource {
  /** Subscribes in the subgraph, which says first that it is open. Rejects while it does not answer. */
  open(after: string | null): Promise<AsyncIterableIterator<SubgraphResult> | SubgraphResult>;
  /** What is said of a failure. */
  explain(error: unknown): SubgraphResult;
  /** Whether it can be opened again behind a cursor. */
  isResumable: boolean;
  /** Where it begins; null: at its opening. */
  after: string | null;
}

export interface UpstreamEvent {
  result: SubgraphResult;
  /** Where it stands in its log; null where it has no place in one. */
  cursor: string | null;
  /** Whether it tells the whole state. */
  isState: boolean;
  /** The trace of what the subgraph did for it, if there is one. */
  trace: Readonly<Record<string, string>>;
}

export interface Upstream {
  /** The refusal of the subgraph, or null once it is open: what is committed behind that is told. */
  readonly opened: Promise<SubgraphResult | null>;
  /** The next event; where there is none, the last word of whoever ended it, if they said one. */
  next(): Promise<{ event: UpstreamEvent } | { last: SubgraphResult | null }>;
  close(): void;
}

const OPEN_MS = 10_000;
const MAX_RETRY_MS = 2_000;
/** Clients are told when a subgraph is away for longer. */
const GIVE_UP_MS = 60_000;

type Events = AsyncIterator<SubgraphResult>;

const ended = () => new AppError('UPSTREAM_FAILED', 'The subscription was cut off. Subscribe again.');

/** A subgraph that stops or cannot be reached says nothing of the subscription itself. */
function isAway({ data, errors }: SubgraphResult): boolean {
  const code = errors?.[0]?.extensions?.['code'];
  return !data && (code === 'UNAVAILABLE' || code === 'UPSTREAM_FAILED');
}

/** Nobody waits for what says goodbye: a silent upstream might never answer. */
function letGo(events: Events | null) {
  void Promise.resolve(events?.return?.()).catch(() => {});
}

async function inTime<T>(promise: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(ended()), OPEN_MS);
  return Promise.race([promise, late.promise]).finally(() => clearTimeout(timer));
}

/**
 * A subscription in a subgraph. One that can go on behind a cursor, or that begins with the whole state, is opened
 * again when it breaks, and loses nothing.
 */
export function createUpstream(source: UpstreamSource): Upstream {
  const closed = new AbortController();
  let cursor = source.after;
  let canReopen = source.isResumable;
  let events: Events | null = null;

  /** Null once it said that it is open, otherwise its refusal. */
  async function open(): Promise<SubgraphResult | null> {
    const outcome = await inTime(source.open(cursor));
    if (isResult(outcome)) return outcome;
    const step = await inTime(outcome.next()).catch(error => {
      letGo(outcome);
      throw error;
    });
    if (step.done) throw ended();
    const { isOpen, isState, cursor: from } = marksOf(step.value);
    if (!isOpen || closed.signal.aborted) {
      letGo(outcome);
      if (isOpen) throw ended();
      return step.value;
    }
    // From here on nothing is lost, even if it breaks before the first event.
    if (source.isResumable) cursor ??= from ?? null;
    canReopen ||= isState === true;
    events = outcome;
    return null;
  }

  /** Null as soon as the subgraph is back, otherwise what is to be said of it. */
  async function reopen(failure: unknown): Promise<SubgraphResult | null> {
    const until = performance.now() + GIVE_UP_MS;
    for (let wait = 100; performance.now() < until; wait = Math.min(wait * 2, MAX_RETRY_MS)) {
      const options = { signal: closed.signal, ref: false };
      await sleep(wait * (0.5 + Math.random()), undefined, options).catch(() => {});
      if (closed.signal.aborted) break;
      const refusal = await open().catch(source.explain);
      if (!refusal || !isAway(refusal)) return refusal;
    }
    return source.explain(failure);
  }

  /** One step; null where it broke. */
  async function step(from: Events) {
    const { done, value } = await from.next();
    // A log has no end: where it stops, its subgraph did.
    if (done) return source.isResumable ? null : { last: null };
    if (isAway(value)) return null;
    const { isState = false, cursor: place, trace = {} } = marksOf(value);
    if (source.isResumable) cursor = place ?? cursor;
    return { event: { result: value, cursor: source.isResumable ? cursor : null, isState, trace } };
  }

  return {
    opened: open().catch(source.explain),
    async next() {
      while (events && !closed.signal.aborted) {
        const from: Events = events;
        let failure: unknown = ended();
        const outcome = await step(from).catch((error: unknown) => {
          failure = error;
          return null;
        });
        if (outcome) return outcome;
        letGo(from);
        if (closed.signal.aborted) break;
        const refusal = canReopen ? await reopen(failure) : source.explain(failure);
        if (refusal) return { last: refusal };
      }
      return { last: null };
    },
    close() {
      closed.abort();
      letGo(events);
    },
  };
}
