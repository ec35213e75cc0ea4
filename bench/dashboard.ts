import * as ops from '../examples/operations/operations.generated.ts';
import type { Benchmark } from './kit/benchmark.ts';
import { bookingInput, createBookable, disjoint } from './kit/bookable.ts';
import { percentile, printTable } from './kit/figures.ts';
import { type Product, startProduct } from './kit/product.ts';

const RUNS = 100;

/** Statements that the subgraphs' roles ran since the last reset. */
async function statements(product: Product): Promise<number> {
  const { rows } = await product.database.query(`
    select coalesce(sum(s.calls), 0)::int as calls from pg_stat_statements s
    join pg_roles r on r.oid = s.userid
    where r.rolname like any(array['%identity', '%scheduling', '%integrations']) and s.toplevel
      and s.query not ilike all(array['begin%', 'commit%', '%_jobs%', '%outbox_events%', 'listen%', '%pg_notify%'])`);
  return rows[0].calls;
}

export const benchDashboard: Benchmark = {
  about: 'a dashboard of 1, 10 and 100 bookings with fields of all three subgraphs',
  method: `
Standalone product in its own process, PostgreSQL with durable writes. Ada's key reads DashboardBookings ${RUNS} times, one
request after the other, after ten to warm up. Statements are counted by pg_stat_statements over one request, jobs
apart; gateway/tests/dashboard.test.ts asserts that they and the fetches are the same for every size.`,
  async run(onStop) {
    const product = await startProduct(onStop, {
      settings: { shared_preload_libraries: 'pg_stat_statements' },
    });
    await product.database.query('create extension pg_stat_statements');
    const { eventTypeId, slots } = await createBookable(product);
    const free = disjoint(slots, 100);
    const filter = { eventTypeIds: [eventTypeId] };
    const rows = [];
    let made = 0;
    for (const size of [1, 10, 100]) {
      while (made < size) {
        const input = bookingInput(eventTypeId, free[made++] ?? 0);
        await product.execute(ops.CreateBookingDocument, { input });
      }
      const read = () =>
        product.execute(ops.DashboardBookingsDocument, { filter, first: 100 }, product.apiKeys.ada);
      for (let round = 0; round < 10; round++) await read();
      await product.database.query('select pg_stat_statements_reset()');
      const { bookings } = await read();
      if (bookings.nodes.length !== size) throw new Error(`${bookings.nodes.length} bookings, not ${size}.`);
      const count = await statements(product);
      const times: number[] = [];
      for (let round = 0; round < RUNS; round++) {
        const begun = performance.now();
        await read();
        times.push(performance.now() - begun);
      }
      rows.push([size, count, percentile(times, 0.5), percentile(times, 0.99)]);
    }
    printTable(['bookings', 'SQL statements', 'p50 ms', 'p99 ms'], rows);
  },
};
