const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * What is waited before each attempt after the first: eight attempts over about 27 hours, the schedule that
 * the Standard Webhooks community settled on.
 */
const WAITS = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR];
const JITTER = 0.2;

export const MAX_ATTEMPTS = WAITS.length + 1;

/**
 * Milliseconds until the next attempt after `attempts` failed ones, or `null` when it was the last. `random`
 * is in [0, 1) and spreads the waits by 20 % either way, so that a recovering endpoint is not hit all at once.
 */
export function retryDelay(attempts: number, random: number): number | null {
  const wait = WAITS[attempts - 1];
  return wait === undefined ? null : Math.round(wait * (1 - JITTER + 2 * JITTER * random));
}
