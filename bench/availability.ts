import { randomUUID } from 'node:crypto';
import { fromUuid, uuidOf } from '#platform/ids.ts';
import * as ops from '../examples/operations/operations.generated.ts';
import type { Benchmark } from './kit/benchmark.ts';
import { percentile, printTable } from './kit/figures.ts';
import { type Product, startProduct } from './kit/product.ts';

const RUNS = 60;
const WARM_UP = 5;
const BUSY_PER_USER = 60;
const DAY_MS = 86_400_000;

/** Colleagues of Ada's with office hours and as much taken time as a full calendar has. */
async function addColleagues(product: Product, adaId: string, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  const { database } = product;
  await database.query(
    `with ids as (select id, 'bench-' || position as handle from unnest($1::uuid[]) with ordinality u(id, position)),
     named as (insert into identity.handles (handle, owner_id) select handle, id::text from ids)
     insert into identity.users (id, organization_id, handle, email, name, time_zone, locale, created_at, updated_at)
     select ids.id, ada.organization_id, ids.handle, ids.handle || '@example.com', ids.handle, ada.time_zone, ada.locale, now(), now()
     from ids, (select * from identity.users where id = $2) ada`,
    [ids, uuidOf(adaId)],
  );
  await database.query(
    `insert into scheduling.memberships (id, team_id, user_id, role, is_ended, version)
     select gen_random_uuid(), m.team_id, u.id, 'MEMBER', false, 1
     from unnest($1::uuid[]) u(id), (select team_id from scheduling.memberships where user_id = $2 limit 1) m`,
    [ids, uuidOf(adaId)],
  );
  await database.query(
    `insert into scheduling.schedules (id, organization_id, user_id, name, time_zone, is_default, weekly_hours, created_at, updated_at)
     select gen_random_uuid(), s.organization_id, u.id, s.name, s.time_zone, true, s.weekly_hours, now(), now()
     from unnest($1::uuid[]) u(id), (select * from scheduling.schedules where user_id = $2 and is_default) s`,
    [ids, uuidOf(adaId)],
  );
  await database.query('insert into scheduling.claimants (id) select unnest($1::uuid[])', [ids]);
  await database.query(
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
    const people = [me.id, ...(await addColleagues(product, me.id, 199))];
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
