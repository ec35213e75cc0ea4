import * as ops from '../examples/operations/operations.generated.ts';
import type { Benchmark } from './kit/benchmark.ts';
import { bookingInput, createBookable, disjoint } from './kit/bookable.ts';
import { percentile, printTable } from './kit/figures.ts';
import { type Product, startProduct } from './kit/product.ts';

const CLIENTS = 50;
const ROUNDS = 20;
const QUARTER_MS = 15 * 60_000;

const overlappingPairs = `
  select count(*)::int as pairs from scheduling.bookings a
  join scheduling.booking_hosts ha on ha.booking_id = a.id
  join scheduling.booking_hosts hb on hb.user_id = ha.user_id
  join scheduling.bookings b on b.id = hb.booking_id and b.id > a.id
  where a.event_type_id = $1 and a.status = 'CONFIRMED' and b.status = 'CONFIRMED'
    and a.starts_at < b.ends_at and a.ends_at > b.starts_at`;

async function rounds(product: Product): Promise<(string | number)[]> {
  const { eventTypeId, slots } = await createBookable(product);
  const offered = new Set(slots);
  const neighbours = slots.filter(slot => offered.has(slot + QUARTER_MS));
  const latencies: number[] = [];
  let winners = 0;
  let losers = 0;
  for (const slot of disjoint(neighbours, ROUNDS, 4 * QUARTER_MS)) {
    const attempts = Array.from({ length: CLIENTS }, async (_, client) => {
      const input = bookingInput(eventTypeId, slot + (client % 2) * QUARTER_MS);
      const begun = performance.now();
      const { createBooking } = await product.execute(ops.CreateBookingDocument, { input });
      latencies.push(performance.now() - begun);
      if (createBooking.__typename === 'BookingCreated') winners++;
      if (createBooking.__typename === 'SlotUnavailable') losers++;
    });
    await Promise.all(attempts);
  }
  const { uuid } = (
    await product.database.query(
      'select id as uuid from scheduling.event_types where slug like $1 order by created_at desc',
      ['bench-%'],
    )
  ).rows[0] as { uuid: string };
  const { pairs } = (await product.database.query(overlappingPairs, [uuid])).rows[0] as { pairs: number };
  return [winners, losers, pairs, percentile(latencies, 0.5), percentile(latencies, 0.99)];
}

export const benchRace: Benchmark = {
  about: '50 guests want overlapping times of one host, 20 times over',
  method: `
Standalone product in its own process, PostgreSQL with durable writes. ${CLIENTS} keep-alive connections send
createBooking at once, half of them for a time and half for the quarter of an hour after it; ${ROUNDS} rounds on
fresh times after one round to warm up. Latency is from sending the request to having read the answer, for winners and
losers alike, with all ${CLIENTS} requests under way. Pairs are bookings of one host that overlap, counted by SQL. The
control drops the exclusion constraint and makes the lock do nothing.`,
  async run(onStop) {
    const product = await startProduct(onStop, { connections: CLIENTS });
    await rounds(product);
    const guarded = await rounds(product);
    await product.database.query('alter table scheduling.claims drop constraint claims_do_not_overlap');
    await product.database.query(
      'create or replace function scheduling.lock_claimants(ids uuid[]) returns void language plpgsql as $$ begin end $$',
    );
    const unguarded = await rounds(product);
    printTable(
      ['', 'winners', 'SlotUnavailable', 'overlapping pairs', 'p50 ms', 'p99 ms'],
      [
        ['as shipped', ...guarded],
        ['lock and constraint off (control)', ...unguarded],
      ],
    );
  },
};
