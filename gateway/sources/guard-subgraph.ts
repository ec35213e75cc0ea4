import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '#platform/logger.ts';
import {
  isResult,
  mapResults,
  type Subgraph,
  type SubgraphCall,
  type SubgraphRequest,
} from '#platform/subgraph.ts';
import { SubgraphFailure } from '#platform/subgraph-failure.ts';
import { type Breaker, createBreaker } from './breaker.ts';
import type { SourcesConfig } from './config.ts';
import { Flight, variablesOf } from './flight.ts';

/** Counts what this gateway has told anybody to have changed: answers of mutations, and events. */
interface Changes {
  revision: number;
}

/** So long at least, and twice as long at the most, is waited before a second try. */
const RETRY_MS = 25;

interface GuardOptions {
  name: string;
  config: SourcesConfig;
  ping(): Promise<unknown>;
  /** The same for all subgraphs of a gateway: a mutation of one may change what another one answers. */
  changes: Changes;
  log: Logger;
}

const isMutation = ({ query }: SubgraphRequest) => query.startsWith('mutation');

/** The answer, or the end of the wait for it: work in this process does not stop by itself. */
function orAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

/** Once more where nobody was there, or nobody was ready: a connection that was just closed, a restart. */
async function twice<T>(attempt: () => Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof SubgraphFailure) || !error.isTransient || signal.aborted) throw error;
    await sleep(RETRY_MS * (1 + Math.random()), undefined, { signal });
    return attempt();
  }
}

/**
 * A subgraph that costs its own fields at the worst: whoever asks gets an answer or a failure by the deadline, and at
 * once where the subgraph is known to fail. Queries are asked twice where nobody was there, end when nobody waits for
 * them any more, and are asked once for all who ask the same at the same moment. Mutations are asked once and finished.
 *
 * Who joins a query that is under way may get what was read before they asked, but nothing older than what this
 * gateway has told anybody to be so.
 */
export function guardSubgraph(subgraph: Subgraph, options: GuardOptions): Subgraph & Pick<Breaker, 'close'> {
  const { name, config, ping, changes, log } = options;
  const breaker = createBreaker({
    name,
    failures: config.BREAKER_FAILURES,
    cooldownMs: config.BREAKER_COOLDOWN_MS,
    ping,
    log,
  });
  const underWay = new Map<string, Flight[]>();

  const attempt = (request: SubgraphRequest, call: SubgraphCall, signal: AbortSignal) =>
    breaker.run(() => orAborted(signal, subgraph.execute(request, { ...call, signal })));

  function query(request: SubgraphRequest, call: SubgraphCall) {
    const flights = underWay.get(request.query) ?? [];
    let variables: string | undefined;
    const same = flights.find(flight => {
      if (!flight.isFor(call, changes.revision)) return false;
      variables ??= variablesOf(request);
      return flight.variables === variables;
    });
    if (same) return same.answer(call.signal);
    const flight = new Flight(request, call, changes.revision, landed => {
      flights.splice(flights.indexOf(landed), 1);
      if (flights.length === 0) underWay.delete(request.query);
    });
    if (flights.push(flight) === 1) underWay.set(request.query, flights);
    const answer = flight.answer(call.signal);
    flight.depart(name, config.QUERY_DEADLINE_MS, signal =>
      twice(() => attempt(request, call, signal), signal),
    );
    return answer;
  }

  async function mutate(request: SubgraphRequest, call: SubgraphCall) {
    const flight = new Flight(request, call, 0, () => {});
    const answer = flight.answer(undefined);
    flight.depart(name, config.MUTATION_DEADLINE_MS, signal => attempt(request, call, signal));
    try {
      return await answer;
    } finally {
      changes.revision++;
    }
  }

  return {
    execute: (request, call) => (isMutation(request) ? mutate(request, call) : query(request, call)),
    async subscribe(request, call) {
      const events = await subgraph.subscribe(request, call);
      if (isResult(events)) return events;
      return mapResults(events, event => {
        changes.revision++;
        return event;
      });
    },
    close: breaker.close,
  };
}
