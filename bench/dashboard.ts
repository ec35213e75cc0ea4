import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { print } from 'graphql';
import { Agent, request } from 'undici';
import { projectFolder } from '#platform/config.ts';
import type { OnStop } from '#platform/process.ts';
import * as ops from '../examples/operations/operations.generated.ts';
import type { Benchmark } from './kit/benchmark.ts';
import { bookingInput, createBookable, disjoint } from './kit/bookable.ts';
import { countingSettings, countStatements } from './kit/count-statements.ts';
import { percentile, printTable } from './kit/figures.ts';
import { startNode } from './kit/gateways.ts';
import { type Product, startProduct } from './kit/product.ts';

const RUNS = 100;
const PAGE = 20;
const CONNECTIONS = 16;
const SECONDS = 4;
const ROUNDS = 5;

type Ask = () => Promise<{ data: { bookings: { totalCount: number; nodes: unknown[] } } }>;

/** How many requests a second, each of so many connections asking again as soon as it has its answer. */
async function rateOf(ask: Ask, seconds: number): Promise<number> {
  let count = 0;
  const begun = performance.now();
  const client = async () => {
    for (; performance.now() - begun < seconds * 1000; count++) await ask();
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, client));
  return count / ((performance.now() - begun) / 1000);
}

/** The same page of the product, and by hand from the same rows, in turns. */
async function beside(onStop: OnStop, product: Product, eventTypeId: string): Promise<void> {
  const script = join(projectFolder, 'dist/bench/kit/handwritten-dashboard.js');
  const { line: port } = await startNode(onStop, script, product.databaseUrl);
  const dispatcher = new Agent({ connections: CONNECTIONS });
  onStop(() => dispatcher.close());
  const post = async (url: string, content: object, headers = {}) => {
    const options = { dispatcher, method: 'POST', body: JSON.stringify(content) } as const;
    const type = { 'content-type': 'application/json' };
    const { body } = await request(url, { ...options, headers: { ...type, ...headers } });
    return JSON.parse(await body.text());
  };
  const query = print(ops.DashboardBookingsDocument);
  // Other variables every time: who merges equal requests has nothing to merge.
  let asked = 0;
  const variables = () => {
    const createdFrom = new Date(Date.UTC(2020, 0, 1) + ++asked).toISOString();
    return { filter: { eventTypeIds: [eventTypeId], createdFrom }, first: PAGE };
  };
  const authorization = `Bearer ${product.apiKeys.ada}`;
  const asks: Record<string, Ask> = {
    product: () => post(product.url, { query, variables: variables() }, { authorization }),
    'by hand': () => post(`http://127.0.0.1:${port}/dashboard`, { eventTypeId, first: PAGE }),
  };
  const rounds = new Map<string, number[]>();
  const pages = [];
  for (const [name, ask] of Object.entries(asks)) {
    const { totalCount, nodes } = (await ask()).data.bookings;
    pages.push({ totalCount, nodes });
    await rateOf(ask, 2);
    rounds.set(name, []);
  }
  if (!isDeepStrictEqual(pages[0], pages[1])) throw new Error('They do not answer the same.');
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, ask] of Object.entries(asks)) rounds.get(name)?.push(await rateOf(ask, SECONDS));
  const [ours = 0, theirs = 0] = [...rounds.values()].map(rates => percentile(rates, 0.5));
  printTable(
    [`page of ${PAGE}`, 'requests/s'],
    [
      ['product', ours],
      ['by hand', theirs],
    ],
  );
  console.log(`product ÷ by hand: ${(ours / theirs).toFixed(2)} (floor 0.3, goal 0.6)`);
}

export const benchDashboard: Benchmark = {
  about: 'a dashboard of 1, 10 and 100 bookings with fields of all three subgraphs',
  method: `
Standalone product in its own process, PostgreSQL with durable writes. Ada's key reads DashboardBookings ${RUNS} times, one
request after the other, after ten to warm up. Statements are counted by pg_stat_statements over one request, jobs
apart; gateway/tests/dashboard.test.ts asserts that they and the fetches are the same for every size. Then ${CONNECTIONS} connections ask for a
page of ${PAGE}, ${SECONDS} s in turn, ${ROUNDS} rounds: the product, and a Fastify server that reads the same rows by three hand-written statements,
asks nobody who they are and writes the same JSON.`,
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
    await beside(onStop, product, eventTypeId);
  },
};
