import pg from 'pg';
import type { TestGraph } from './graph.ts';

/** Whoever reads or writes a table waits until it is released. */
export async function lockTable(graph: TestGraph, table: string) {
  const client = new pg.Client({ connectionString: graph.database.url });
  await client.connect();
  await client.query(`begin; lock ${table} in access exclusive mode`);
  return {
    /** How many wait for it now. */
    async waiting(): Promise<number> {
      const [row] = await graph.database.query<{ count: number }>(
        `select count(*)::int from pg_locks where not granted and relation = '${table}'::regclass`,
      );
      return row?.count ?? 0;
    },
    release: () => client.end(),
  };
}
