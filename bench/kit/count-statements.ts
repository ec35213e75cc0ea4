import type { Product } from './product.ts';

/** Settings with which PostgreSQL counts statements. */
export const countingSettings = { shared_preload_libraries: 'pg_stat_statements' };

/** Statements that the subgraphs' roles run for some work, jobs and transaction control apart. */
export async function countStatements(product: Product, work: () => Promise<unknown>): Promise<number> {
  const { database } = product;
  await database.query('create extension if not exists pg_stat_statements');
  await database.query('select pg_stat_statements_reset()');
  await work();
  const { rows } = await database.query(`
    select coalesce(sum(s.calls), 0)::int as calls from pg_stat_statements s
    join pg_roles r on r.oid = s.userid
    where r.rolname like any(array['%identity', '%scheduling', '%integrations']) and s.toplevel
      and s.query not ilike all(array['begin%', 'commit%', '%_jobs%', '%outbox_events%', 'listen%', '%pg_notify%'])`);
  return rows[0].calls;
}
