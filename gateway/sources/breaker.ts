import {
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleType,
  isBrokenCircuitError,
} from 'cockatiel';
import type { Logger } from '#platform/logger.ts';
import { SubgraphFailure } from '#platform/subgraph-failure.ts';

/** How often a subgraph that is not asked is looked at. */
const LOOK_MS = 1_000;

interface BreakerOptions {
  name: string;
  /** So many in a row open the circuit. */
  failures: number;
  /** Then one fetch is let through to see. */
  cooldownMs: number;
  /** Resolves where the subgraph is ready again, which closes the circuit at once. */
  ping(): Promise<unknown>;
  log: Logger;
}

export interface Breaker {
  run<T>(attempt: () => Promise<T>): Promise<T>;
  close(): void;
}

/**
 * Keeps fetches from a subgraph that fails, so that nobody waits for it and it gets air. A restart takes two seconds
 * and the cooldown a minute: meanwhile the subgraph is asked whether it is ready.
 */
export function createBreaker({ name, failures, cooldownMs, ping, log }: BreakerOptions): Breaker {
  const counter = new ConsecutiveBreaker(failures);
  const policy: CircuitBreakerPolicy = circuitBreaker(handleType(SubgraphFailure), {
    halfOpenAfter: cooldownMs,
    breaker: counter,
  });
  let looking: NodeJS.Timeout | undefined;

  /** The library has no other way to close a circuit than to let go of one that is held open. */
  function close() {
    counter.success();
    policy.isolate().dispose();
  }

  function look() {
    looking = setTimeout(async () => {
      const isReady = await ping().then(
        () => true,
        () => false,
      );
      if (policy.state !== CircuitState.Open || !looking) return;
      if (isReady) close();
      else look();
    }, LOOK_MS).unref();
  }

  policy.onStateChange(state => {
    clearTimeout(looking);
    looking = undefined;
    if (state === CircuitState.Open) {
      log.warn({ subgraph: name }, 'a subgraph fails and is not asked for now');
      look();
    }
    if (state === CircuitState.Closed) log.info({ subgraph: name }, 'a subgraph is asked again');
  });

  return {
    run: attempt =>
      policy.execute(attempt).catch(error => {
        if (!isBrokenCircuitError(error)) throw error;
        throw new SubgraphFailure(
          `The ${name} part of the graph failed several times in a row: it is not asked until it is well.`,
          { cause: error },
        );
      }),
    close() {
      clearTimeout(looking);
      looking = undefined;
    },
  };
}
