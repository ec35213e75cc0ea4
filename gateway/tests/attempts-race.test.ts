import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AppError } from '#platform/errors.ts';
import { translateDatabaseError } from '#platform/postgres-errors.ts';
import { testEnvironment } from '#platform/testing/environment.ts';
import { attemptAnything, type Crowd, createCrowd } from './kit/crowd.ts';
import { dice } from './kit/dice.ts';
import { startGraph, type TestGraph } from './kit/graph.ts';

const ATTEMPTS = testEnvironment.isLong ? 1_000_000 : 1_000;
/** Past what the long form can lose to a busy machine. */
const TIME_LIMIT_MS = testEnvironment.isLong ? 4 * 3_600_000 : 120_000;
/** Who has one time with somebody else is found while they have it: bookings come and go. */
const CHECK_EVERY = ATTEMPTS / 200;
/** That have nothing to do with each other: one waits less than the machine could do. */
const CROWDS = 2;
/** Of each crowd; together fewer than the subgraph has connections, so that nobody waits for one. */
const CLIENTS = 5;

/**
 * Who gave up their seat has no booking any more, and on a busy machine a lock can be waited for too long: then nothing
 * was changed. Everything else that is thrown is a fault.
 */
function refusedBecause(thrown: unknown): string {
  const error = translateDatabaseError(thrown);
  if (error instanceof AppError && (error.code === 'NOT_FOUND' || error.code === 'UNAVAILABLE'))
    return error.code;
  throw error;
}

/** Pairs of bookings and holds that need one host or one room at the same time, buffers included. Does not look at claims. */
const overlaps = `
  with meetings as (
    select b.id, b.event_type_id, b.starts_at, b.ends_at, h.user_id as claimant
    from scheduling.bookings b join scheduling.booking_hosts h on h.booking_id = b.id where b.status in ('CONFIRMED', 'RESCHEDULED')
    union all
    select b.id, b.event_type_id, b.starts_at, b.ends_at, r.resource_id
    from scheduling.bookings b join scheduling.booking_resources r on r.booking_id = b.id where b.status in ('CONFIRMED', 'RESCHEDULED')
    union all
    select o.id, o.event_type_id, o.starts_at, o.ends_at, claimant
    from scheduling.holds o, unnest(o.host_ids || o.resource_ids) as claimant
    where o.outcome is null and not o.is_swept
  ), taken as (
    select m.id, m.claimant, m.starts_at - make_interval(mins => e.buffer_before_minutes) as since,
      m.ends_at + make_interval(mins => e.buffer_after_minutes) as until
    from meetings m join scheduling.event_types e on e.id = m.event_type_id
  )
  select count(*)::int as pairs from taken a join taken b on b.claimant = a.claimant and b.id > a.id
  where a.since < b.until and a.until > b.since`;

/**
 * Bookings whose claims are not exactly their hosts' and their rooms'. Requests here take none; one that was confirmed
 * and is moved by its guest has the new time while it waits.
 */
const unclaimed = `
  select b.id, b.status, taken.ids as taken, needed.ids as needed from scheduling.bookings b
  cross join lateral (
    select array_agg(c.claimant_id order by c.claimant_id) as ids from scheduling.claims c where c.booking_id = b.id
  ) taken
  cross join lateral (
    select array_agg(id order by id) as ids from (
      select user_id as id from scheduling.booking_hosts where booking_id = b.id
      union all select resource_id from scheduling.booking_resources where booking_id = b.id
    ) people
  ) needed
  where taken.ids is distinct from case when b.status in ('CONFIRMED', 'RESCHEDULED') then needed.ids end`;

/** So many attempts by clients that take turns as the machine lets them. What each tries follows from the seed. */
async function race(
  graph: TestGraph,
  crowds: readonly Crowd[],
  { attempts, seed, check }: { attempts: number; seed: number; check?(begun: number): Promise<void> },
): Promise<Map<string, number>> {
  const tally = new Map<string, number>();
  let begun = 0;
  const clients = crowds.flatMap(crowd => Array.from({ length: CLIENTS }, () => crowd));
  const playing = clients.map(async (crowd, client) => {
    const roll = dice(seed + client);
    while (begun < attempts) {
      const count = ++begun;
      const key = `attempt-${seed}-${count}`;
      const outcome = await attemptAnything({ graph, crowd, roll, key }).catch(refusedBecause);
      tally.set(outcome, (tally.get(outcome) ?? 0) + 1);
      if (count % CHECK_EVERY === 0) await check?.(count);
    }
  });
  await Promise.all(playing);
  return tally;
}

describe(`${ATTEMPTS.toLocaleString('en')} attempts at the time of a few people and rooms`, () => {
  let graph: TestGraph;

  beforeEach(async () => {
    graph = await startGraph();
  });
  afterEach(() => graph.stop());

  it(
    'never take the time of anybody twice',
    async () => {
      const crowds: Crowd[] = [];
      for (let count = 0; count < CROWDS; count++) crowds.push(await createCrowd(graph));
      const seed = 20_261_121;
      const check = async (begun: number) => {
        if (testEnvironment.isLong) process.stdout.write(`${begun.toLocaleString('en')} attempts\n`);
        expect(await graph.database.query(overlaps)).toEqual([{ pairs: 0 }]);
      };
      const tally = await race(graph, crowds, { attempts: ATTEMPTS, seed, check });
      const total = [...tally.values()].reduce((sum, count) => sum + count, 0);
      process.stdout.write(
        `seed ${seed}: ${[...tally].map(([outcome, count]) => `${count} ${outcome}`).join(', ')}\n`,
      );
      expect(total).toBeGreaterThanOrEqual(ATTEMPTS);
      expect(tally.get('booked')).toBeGreaterThan(ATTEMPTS / 20);
      for (const outcome of ['moved', 'cancelled', 'held and booked', 'confirmed', 'series booked'])
        expect(tally.get(outcome)).toBeGreaterThan(0);
      expect(tally.get('SLOT_UNAVAILABLE')).toBeGreaterThan(ATTEMPTS / 10);
      await check(total);
      expect(await graph.database.query(unclaimed)).toEqual([]);
    },
    TIME_LIMIT_MS,
  );

  it('do, with lock and constraint off: without them the test above would fail', async () => {
    const crowd = await createCrowd(graph);
    await graph.database.query('alter table scheduling.claims drop constraint claims_do_not_overlap');
    await graph.database.query(
      'create or replace function scheduling.lock_claimants(ids uuid[]) returns void language plpgsql as $$ begin end $$',
    );
    let pairs = 0;
    for (let round = 0; round < 20 && pairs === 0; round++) {
      await race(graph, [crowd], { attempts: 200, seed: round });
      const [row] = await graph.database.query<{ pairs: number }>(overlaps);
      pairs = row?.pairs ?? 0;
    }
    expect(pairs).toBeGreaterThan(0);
  }, 180_000);
});
