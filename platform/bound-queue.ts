import type { Pool } from 'pg';

/** Where work takes 10 ms, the last of so many waits a second. */
const WAITING_PER_CONNECTION = 100;
/** However much there is to do, in a pool that works a connection becomes free many times in this time. */
const STUCK_MS = 2_000;

const refusal = () => new Error('No database connection is free, and none will be soon.');

/**
 * Refuses at once whoever asks a full pool for a connection that it would not get: where the queue is too long, and
 * where nothing in it moves. Those that wait in a queue that moves are left alone, up to the pool's own timeout:
 * a moment with much to do is no fault.
 */
export function boundQueue(pool: Pool, stuckMs = STUCK_MS): void {
  let moved = performance.now();
  const note = () => {
    moved = performance.now();
  };
  pool.on('acquire', note);
  pool.on('release', note);

  const mustRefuse = () => {
    const { max } = pool.options;
    if (pool.totalCount < max || pool.idleCount > 0) return false;
    return pool.waitingCount >= max * WAITING_PER_CONNECTION || performance.now() - moved > stuckMs;
  };

  type Callback = Parameters<Pool['connect']>[0];
  const connect = pool.connect.bind(pool) as (callback?: Callback) => unknown;
  pool.connect = ((callback?: Callback) => {
    if (!mustRefuse()) return connect(callback);
    if (!callback) return Promise.reject(refusal());
    process.nextTick(callback, refusal(), undefined, () => {});
    return undefined;
  }) as Pool['connect'];
}
