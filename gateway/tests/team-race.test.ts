import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { uuidOf } from '#platform/ids.ts';
import { testEnvironment } from '#platform/testing/environment.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { type Crew, crewOf, fairnessOf, remembered, sharedType, startAt } from './kit/crew.ts';
import { startGraph, type TestGraph } from './kit/graph.ts';
import { type BookableEventType, bookingInput } from './kit/stories.ts';

const { isLong } = testEnvironment;
const CLIENTS = 50;
const ROUNDS = isLong ? 100 : 8;
const TIME_LIMIT_MS = isLong ? 3_600_000 : 120_000;
const UNLIMITED = { bookingWindow: { kind: 'UNLIMITED' as const } };

/** What some clients who ask at the same moment are answered, and how long each of them waited. */
async function race(graph: TestGraph, wanted: readonly { eventTypeId: string; startsAt: string }[]) {
  return Promise.all(
    wanted.map(async ({ eventTypeId, startsAt }) => {
      const input = bookingInput(eventTypeId, { startsAt, endsAt: '' });
      const asked = performance.now();
      const answer = await graph.execute(ops.CreateBookingDocument, { input });
      const waited = performance.now() - asked;
      const outcome = answer.body.data?.createBooking;
      const hostIds =
        outcome?.__typename === 'BookingCreated' ? outcome.booking.hosts.map(({ id }) => id) : null;
      return { outcome: outcome?.__typename ?? answer.code ?? '', hostIds, waited };
    }),
  );
}

type Outcomes = Awaited<ReturnType<typeof race>>;
const madeIn = (outcomes: Outcomes) => outcomes.flatMap(({ hostIds }) => (hostIds ? [hostIds] : []));
const tally = (outcomes: Outcomes) =>
  Object.fromEntries([...Map.groupBy(outcomes, one => one.outcome)].map(([name, all]) => [name, all.length]));
const crowd = (eventTypeId: string, startsAt: string) =>
  Array.from({ length: CLIENTS }, () => ({ eventTypeId, startsAt }));

/** Pairs of bookings that one person would have to be in at the same time. */
async function overlaps(graph: TestGraph): Promise<number> {
  const [row] = await graph.database.query<{ pairs: number }>(`
    select count(*)::int as pairs from scheduling.bookings a
    join scheduling.booking_hosts ha on ha.booking_id = a.id
    join scheduling.booking_hosts hb on hb.user_id = ha.user_id
    join scheduling.bookings b on b.id = hb.booking_id and b.id > a.id
    where a.status = 'CONFIRMED' and b.status = 'CONFIRMED' and a.starts_at < b.ends_at and a.ends_at > b.starts_at`);
  return row?.pairs ?? 0;
}

const noLock = `create or replace function scheduling.lock_claimants(ids uuid[]) returns void language plpgsql
  as $$ begin end $$`;
const noConstraint = 'alter table scheduling.claims drop constraint claims_do_not_overlap';
/** Whoever asks what is taken is told what was known before anybody asked: nothing. */
const staleBusy = `create or replace function scheduling.busy_of(ids uuid[], span tstzrange, but uuid, at timestamptz)
  returns table (user_id uuid, starts_at float8, ends_at float8, source text, is_hold boolean) language plpgsql stable
  as $$ begin end $$`;

describe('fifty guests and the hosts of a team', () => {
  let graph: TestGraph;
  let crew: Crew;

  beforeEach(async () => {
    graph = await startGraph();
    crew = await crewOf(graph, 5);
  });
  afterEach(() => graph.stop());

  describe('who all host, named in opposite order', () => {
    /** Nobody notices deadlocks, as the application tries again; connections report theirs when they end. */
    const deadlocks = async () => {
      await graph.database.query(
        `select pg_terminate_backend(pid, 5000) from pg_stat_activity
         where datname = current_database() and application_name = 'almanac scheduling'`,
      );
      const [row] = await graph.database.query<{ deadlocks: number }>(
        'select deadlocks::int from pg_stat_database where datname = current_database()',
      );
      return row?.deadlocks ?? -1;
    };
    /** Half-hour meetings a quarter of an hour apart: they overlap, and nobody asks for the same. */
    const collide = async (rounds: number) => {
      const settings = {
        ...UNLIMITED,
        schedulingMode: 'COLLECTIVE' as const,
        durationMinutes: 30,
        slotIntervalMinutes: 15,
      };
      const there = await sharedType(graph, crew, settings);
      const back = await sharedType(graph, { ...crew, members: crew.members.toReversed() }, settings);
      const all: Outcomes = [];
      for (let round = 0; round < rounds; round++) {
        const [early, late] = [startAt(there, round * 12), startAt(back, round * 12 + 3)];
        const wanted = Array.from({ length: CLIENTS }, (_, client) =>
          client % 2 === 0
            ? { eventTypeId: there.id, startsAt: early }
            : { eventTypeId: back.id, startsAt: late },
        );
        all.push(...(await race(graph, wanted)));
      }
      return all;
    };

    it(
      'make one booking a round, and nobody waits for somebody who waits',
      async () => {
        const outcomes = await collide(ROUNDS);
        expect(tally(outcomes)).toEqual({ BookingCreated: ROUNDS, SlotUnavailable: (CLIENTS - 1) * ROUNDS });
        expect(madeIn(outcomes).every(hostIds => hostIds.length === crew.members.length)).toBe(true);
        expect(await overlaps(graph)).toBe(0);
        const waits = outcomes.map(({ waited }) => waited).sort((a, b) => a - b);
        const p99 = waits[Math.floor(waits.length * 0.99)] ?? 0;
        // A busy machine that runs all tests at once says little about time.
        expect(p99).toBeLessThan(isLong ? 500 : 5000);
        expect(await deadlocks()).toBe(0);
      },
      TIME_LIMIT_MS,
    );

    it.each([
      ['in the order of their ids', 'select id from unnest(ids) id order by id', false],
      ['in any order: the test above can fail', 'select id from unnest(ids) id order by random()', true],
    ])(
      'are waited for in a circle or not, when locked slowly and %s',
      async (_order, list, isCircle) => {
        const { pathname } = new URL(graph.database.url);
        await graph.database.query(`alter database ${pathname.slice(1)} set deadlock_timeout = '20ms'`);
        await graph.database.query(
          `create or replace function scheduling.lock_claimants(ids uuid[]) returns void language plpgsql as $$
         declare one uuid;
         begin
           for one in ${list} loop
             perform 1 from scheduling.claimants where id = one for update;
             perform pg_sleep(0.002);
           end loop;
         end $$`,
        );
        await collide(1);
        expect((await deadlocks()) > 0).toBe(isCircle);
      },
      TIME_LIMIT_MS,
    );
  });

  describe('who take turns, for one slot', () => {
    const crowds = async (rounds: number) => {
      const type = await sharedType(graph, crew, UNLIMITED);
      const all: Outcomes = [];
      for (let round = 0; round < rounds; round++)
        all.push(...(await race(graph, crowd(type.id, startAt(type, round)))));
      return { type, all };
    };
    const size = () => crew.members.length;

    it(
      'are each booked once a slot',
      async () => {
        const { type, all } = await crowds(ROUNDS);
        expect(tally(all)).toEqual({
          BookingCreated: size() * ROUNDS,
          SlotUnavailable: (CLIENTS - size()) * ROUNDS,
        });
        expect(await overlaps(graph)).toBe(0);
        expect(await remembered(graph, type.id)).toEqual(crew.members.map(() => ROUNDS));
      },
      TIME_LIMIT_MS,
    );

    it(
      'are booked once a slot too when what is known of their time is stale',
      async () => {
        await graph.database.query(staleBusy);
        const { type, all } = await crowds(3);
        expect(tally(all)).toEqual({ BookingCreated: size() * 3, SlotUnavailable: (CLIENTS - size()) * 3 });
        expect(await overlaps(graph)).toBe(0);
        expect(await remembered(graph, type.id)).toEqual(crew.members.map(() => 3));
      },
      TIME_LIMIT_MS,
    );

    it.each([
      ['neither lock nor constraint is there', [noLock, noConstraint]],
      ['time is stale and no constraint is there', [staleBusy, noConstraint]],
    ])(
      'are booked twice when %s: the tests above can fail',
      async (_guards, statements) => {
        for (const statement of statements) await graph.database.query(statement);
        await crowds(3);
        expect(await overlaps(graph)).toBeGreaterThan(0);
      },
      TIME_LIMIT_MS,
    );
  });

  describe('who take turns, for many slots', () => {
    const weights = [100, 250, 70, 400, 180];
    const BOOKINGS = isLong ? 10_000 : 200;

    /** Books so many slots, as many at a time as there are clients. */
    const fill = async (bookings: number): Promise<BookableEventType> => {
      const type = await sharedType(
        graph,
        crew,
        UNLIMITED,
        weights.map(weight => ({ weight })),
      );
      for (let made = 0; made < bookings; made += CLIENTS) {
        const wanted = Array.from({ length: CLIENTS }, (_, client) => ({
          eventTypeId: type.id,
          startsAt: startAt(type, made + client),
        }));
        expect(tally(await race(graph, wanted))).toEqual({ BookingCreated: CLIENTS });
      }
      return type;
    };
    /** What each decision found, in the order of the decisions, and to whom it gave the booking. */
    const ledger = (type: BookableEventType) =>
      graph.database.query<{ made: number; place: string }>(
        `select place_id as place, (select sum((c->>'count')::int) from jsonb_array_elements(decision->'candidates') c)::int as made
         from scheduling.assignments where event_type_id = $1 order by made`,
        [uuidOf(type.id)],
      );
    /** How far anybody was from the share that weights give, after any of the bookings. */
    const furthest = (turns: readonly { place: string }[]) => {
      const total = weights.reduce((sum, weight) => sum + weight);
      const shares = crew.members.map(({ id }, index) => ({
        place: uuidOf(id),
        share: (weights[index] ?? 0) / total,
        count: 0,
      }));
      let apart = 0;
      for (const [index, { place }] of turns.entries())
        for (const one of shares) {
          if (one.place === place) one.count++;
          apart = Math.max(apart, Math.abs(one.count - (index + 1) * one.share));
        }
      return apart;
    };

    it(
      `are never more than one booking from their share, all through ${BOOKINGS} bookings`,
      async () => {
        const type = await fill(BOOKINGS);
        const turns = await ledger(type);
        // Each decision knew of all those before it.
        expect(turns.map(({ made }) => made)).toEqual(Array.from({ length: BOOKINGS }, (_, made) => made));
        expect(furthest(turns)).toBeLessThanOrEqual(1);
        const { total, maximumDeviation, hosts } = await fairnessOf(graph, crew, type.id);
        expect(total).toBe(BOOKINGS);
        expect(maximumDeviation).toBeLessThanOrEqual(1);
        expect(await remembered(graph, type.id)).toEqual(hosts.map(({ count }) => count));
      },
      TIME_LIMIT_MS,
    );

    it(
      'get far from it when nothing is locked: the test above can fail',
      async () => {
        await graph.database.query(noLock);
        const turns = await ledger(await fill(100));
        expect(new Set(turns.map(({ made }) => made)).size).toBeLessThan(100);
        expect(furthest(turns)).toBeGreaterThan(1);
      },
      TIME_LIMIT_MS,
    );
  });
});
