import type { Pool, PoolClient } from 'pg';

/** Long enough for a query that failed with its connection to have given it back by itself. */
const GRACE_MS = 250;

/**
 * Takes connections that the server cut out of the pool. Kysely gives back the connection of a transaction
 * only after a rollback that succeeded, which it cannot on a dead connection: without this a restart of the
 * database would use up the pool for good.
 */
export function reclaimLostConnections(pool: Pool): void {
  const inUse = new WeakSet<PoolClient>();
  pool.on('acquire', client => inUse.add(client));
  pool.on('release', (_error, client) => inUse.delete(client));
  pool.on('connect', client => {
    client.once('end', () => {
      setTimeout(() => {
        if (inUse.has(client)) client.release(true);
      }, GRACE_MS).unref();
    });
  });
}
