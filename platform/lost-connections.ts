import type { Socket } from 'node:net';
import type { Pool, PoolClient } from 'pg';

/** Long enough for a query that failed with its connection to have given it back by itself. */
const GRACE_MS = 250;

const GOODBYE_MS = 1_000;
/** No statement may take so long; who says nothing meanwhile is not there any more. */
const SILENCE_MS = 12_000;

/** What of a client is not in the declared types, and the same in every version of `pg` so far. */
interface Connected {
  connection: { stream: Socket };
  /** Whether nothing was asked that is not answered yet. */
  readyForQuery: boolean;
}

/**
 * Cuts connections on which an answer does not come, and with the first of them all that are idle: they went the same
 * way. A host that lost its power, or a proxy that forgot its connections, does not hang up: whoever waited would wait
 * for ever, and the next one on the next connection.
 */
export function cutSilentConnections(pool: Pool, silenceMs = SILENCE_MS): void {
  const clients = new Set<Connected>();
  const cut = ({ connection }: Connected) =>
    connection.stream.destroy(new Error('Connection terminated: no answer came.'));

  pool.on('connect', connected => {
    const client = connected as unknown as Connected;
    clients.add(client);
    connected.once('end', () => clients.delete(client));
    const { stream } = client.connection;
    // Said goodbye to: nobody has to answer.
    stream.once('finish', () => setTimeout(() => stream.destroy(), GOODBYE_MS).unref());
    stream.setTimeout(silenceMs);
    // Each time: given to `setTimeout`, it would be called once, when the connection is first idle for so long.
    stream.on('timeout', () => {
      if (client.readyForQuery) return;
      cut(client);
      for (const other of clients) if (other.readyForQuery) cut(other);
    });
  });
}

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
