import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { until } from './collect.ts';
import type { TestGraph } from './graph.ts';

/**
 * Runs something while a transaction is open, and ends that once the other waits for it; with `holdMs` only so long
 * after, or once the other has given up.
 */
export async function meanwhile<T>(
  graph: TestGraph,
  statement: string,
  work: () => Promise<T>,
  holdMs = 0,
): Promise<T> {
  const client = new pg.Client({ connectionString: graph.database.url });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(statement);
    const working = work();
    await until(async () => {
      const waiting = await graph.database.query(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return waiting.length > 0;
    });
    if (holdMs > 0) await Promise.race([working, sleep(holdMs, undefined, { ref: false })]);
    await client.query('commit');
    return await working;
  } finally {
    await client.end();
  }
}
