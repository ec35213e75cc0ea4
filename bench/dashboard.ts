import * as ops from '../examples/operations/operations.generated.ts';
import type { Benchmark } from './kit/benchmark.ts';
import { bookingInput, createBookable, disjoint } from './kit/bookable.ts';
import { countingSettings, countStatements } from './kit/count-statements.ts';
import { percentile, printTable } from './kit/figures.ts';
import { startProduct } from './kit/product.ts';

const RUNS = 100;

export const benchDashboard: Benchmark = {
  about: 'a dashboard of 1, 10 and 100 bookings with fields of all three subgraphs',
  method: `
Standalone product in its own process, PostgreSQL with durable writes. Ada's key reads DashboardBookings ${RUNS} times, one
request after the other, after ten to warm up. Statements are counted by pg_stat_statements over one request, jobs
apart; gateway/tests/dashboard.test.ts asserts that they and the fetches are the same for every size.`,
  async run(onStop) {
    const product = await startProduct(onStop, { settings: countingSettings });
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
      const { bookings } = await read();
      if (bookings.nodes.length !== size) throw new Error(`${bookings.nodes.length} bookings, not ${size}.`);
      const count = await countStatements(product, read);
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
