import { fromUuid } from '#platform/ids.ts';
import * as ops from '../examples/operations/operations.generated.ts';
import type { Benchmark } from './kit/benchmark.ts';
import { addColleagues } from './kit/colleagues.ts';
import { percentile, printTable } from './kit/figures.ts';
import { type Product, startProduct } from './kit/product.ts';

const RUNS = 60;
const WARM_UP = 5;
const BUSY_PER_USER = 60;
const DAY_MS = 86_400_000;

/** Colleagues of Ada's with as much taken time as a full calendar has. */
async function addBusyColleagues(product: Product, adaId: string, count: number): Promise<string[]> {
  const ids = await addColleagues(product, adaId, count);
  await product.database.query(
    `insert into scheduling.claims (organization_id, claimant_id, during, source)
     select gen_random_uuid(), u.id, tstzrange(date_trunc('day', now()) + n * interval '12 hours',
       date_trunc('day', now()) + n * interval '12 hours' + interval '45 minutes'), 'HOLD'
     from unnest($1::uuid[]) u(id), generate_series(1, ${BUSY_PER_USER}) n`,
    [ids],
  );
  return ids.map(id => fromUuid('usr', id));
}

export const benchAvailability: Benchmark = {
  about: 'who of 1, 50 and 200 people is free within 31 days, in one request',
  method: `
Standalone product in its own process, PostgreSQL with durable writes. Ada's key asks availability through the gateway
${RUNS} times for each size, the sizes taking turns, one request after the other, after ${WARM_UP} to warm up. Every person has
office hours and ${BUSY_PER_USER} taken times of 45 minutes in the 31 days. Time is from sending the request to having parsed
the answer.`,
  async run(onStop) {
    const product = await startProduct(onStop);
    const { me } = await product.execute(ops.MeDocument, {}, product.apiKeys.ada);
    const people = [me.id, ...(await addBusyColleagues(product, me.id, 199))];
    const from = new Date(Date.now() + DAY_MS);
    const ask = async (count: number) => {
      const begun = performance.now();
      const { availability } = await product.execute(
        ops.AvailabilityDocument,
        {
          userIds: people.slice(0, count),
          from: from.toISOString(),
          to: new Date(from.getTime() + 31 * DAY_MS).toISOString(),
        },
        product.apiKeys.ada,
      );
      const took = performance.now() - begun;
      if (!availability.every(({ free }) => free && free.length > 20))
        throw new Error('Somebody has no time.');
      return { took, intervals: availability.reduce((sum, { free }) => sum + (free?.length ?? 0), 0) };
    };
    const sizes = [1, 50, 200];
    const times = new Map(sizes.map(size => [size, [] as number[]]));
    const intervals = new Map<number, number>();
    for (let round = 0; round < WARM_UP + RUNS; round++) {
      for (const size of sizes) {
        const { took, intervals: found } = await ask(size);
        intervals.set(size, found);
        if (round >= WARM_UP) times.get(size)?.push(took);
      }
    }
    printTable(
      ['people', 'free intervals', 'p50 ms', 'p99 ms'],
      sizes.map(size => [
        size,
        intervals.get(size) ?? 0,
        percentile(times.get(size) ?? [], 0.5),
        percentile(times.get(size) ?? [], 0.99),
      ]),
    );
  },
};
