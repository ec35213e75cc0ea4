import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AppError } from '#platform/errors.ts';
import { testEnvironment } from '#platform/testing/environment.ts';
import { cancelBooking } from '../../subgraphs/scheduling/bookings/cancel-booking.ts';
import { createBooking } from '../../subgraphs/scheduling/bookings/create-booking.ts';
import { rescheduleBooking } from '../../subgraphs/scheduling/bookings/reschedule-booking.ts';
import type { SchedulingContext } from '../../subgraphs/scheduling/context.ts';
import { type Dice, dice } from './kit/dice.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { bookable, createTeam, joinTeam } from './kit/stories.ts';

const ATTEMPTS = testEnvironment.isLong ? 1_000_000 : 2_000;
/** Past what the long form can lose to a busy machine. */
const TIME_LIMIT_MS = testEnvironment.isLong ? 4 * 3_600_000 : 120_000;
const PROGRESS_EVERY = 50_000;
/** Fewer than the subgraph has connections: nobody waits for one. */
const CLIENTS = 10;
const HOSTS = 5;
const QUARTER_MS = 15 * 60_000;
/** Quarters of an hour of two working days: few enough that everybody is in everybody's way. */
const QUARTERS_A_DAY = 30;

interface World {
  eventTypeIds: string[];
  monday: number;
  /** Bookings that were made, some of them over by now. */
  made: { id: string; manageToken: string }[];
}

/** One team whose members meet in every way at once: alone, in turn, together, with shared seats, with buffers. */
async function createWorld(graph: TestGraph): Promise<World> {
  const people: TestUser[] = [];
  for (let index = 0; index < HOSTS; index++) people.push(await graph.signUp());
  const [lead] = people;
  if (!lead) throw new Error('There is nobody.');
  const teamId = await createTeam(graph, lead);
  for (const member of people.slice(1)) await joinTeam(graph, { teamId, inviter: lead, member });
  const ids = people.map(({ id }) => id);
  const often = { slotIntervalMinutes: 15, minimumNoticeMinutes: 0 };
  const alone = await Promise.all(people.map(person => bookable(graph, person, often)));
  const padded = await bookable(graph, lead, { ...often, bufferBeforeMinutes: 15, bufferAfterMinutes: 5 });
  const seats = await bookable(graph, lead, { ...often, seatsPerSlot: 3 });
  const ofTeam = { ...often, ownerId: teamId };
  const inTurn = await bookable(graph, lead, { ...ofTeam, schedulingMode: 'ROUND_ROBIN', hostIds: ids });
  const together = await bookable(graph, lead, {
    ...ofTeam,
    schedulingMode: 'COLLECTIVE',
    hostIds: ids.slice(0, 3),
    durationMinutes: 45,
  });
  const backwards = await bookable(graph, lead, {
    ...ofTeam,
    schedulingMode: 'COLLECTIVE',
    hostIds: ids.toReversed().slice(1),
  });
  const types = [...alone, padded, seats, inTurn, together, backwards];
  return { eventTypeIds: types.map(({ id }) => id), monday: Date.parse(padded.nextWeek.from), made: [] };
}

/** A visitor of the subgraph itself; nobody is told of what they do, which would take most of the time. */
function visit(graph: TestGraph): SchedulingContext {
  const viewer = {
    kind: 'ANONYMOUS',
    id: '',
    credential: null,
    scopes: [],
    organizationId: null,
    roles: {},
  } as const;
  return { ...graph.apps.scheduling.openContext(viewer), consumersOf: () => [] };
}

function anyTime({ monday }: World, roll: Dice): Date {
  const day = monday + roll(2) * 86_400_000 + 9 * 3_600_000;
  return new Date(day + roll(QUARTERS_A_DAY) * QUARTER_MS);
}

/** What one attempt came to, for the tally. */
async function attempt(ctx: SchedulingContext, world: World, roll: Dice, key: string): Promise<string> {
  const kind = roll(10);
  const idempotencyKey = key;
  const known = world.made[roll(world.made.length)];
  if (known && kind < 2) {
    const gone = await cancelBooking(ctx, {
      bookingId: known.id,
      manageToken: known.manageToken,
      idempotencyKey,
    });
    return gone.ok ? 'cancelled' : gone.error.kind;
  }
  if (known && kind < 4) {
    const change = { bookingId: known.id, manageToken: known.manageToken, idempotencyKey };
    const moved = await rescheduleBooking(ctx, { ...change, startsAt: anyTime(world, roll) });
    return moved.ok ? 'moved' : moved.error.kind;
  }
  const booked = await createBooking(ctx, {
    eventTypeId: world.eventTypeIds[roll(world.eventTypeIds.length)] ?? '',
    startsAt: anyTime(world, roll),
    attendee: { name: 'Grace Hopper', email: `${key}@example.com`, timeZone: 'UTC' },
    idempotencyKey,
  });
  if (!booked.ok) return booked.error.kind;
  const { booking, manageToken } = booked.value;
  const made = { id: booking.id, manageToken };
  // Whoever is over makes room for the next: the list stays short.
  if (world.made.length < 200) world.made.push(made);
  else world.made[roll(world.made.length)] = made;
  return 'booked';
}

/** Who gave up their seat has no booking any more; everything else that is thrown is a fault. */
function refusedBecause(error: unknown): string {
  if (error instanceof AppError && error.code === 'NOT_FOUND') return error.code;
  throw error;
}

/** So many attempts by clients that take turns as the machine lets them. What each tries follows from the seed. */
async function race(
  graph: TestGraph,
  world: World,
  attempts: number,
  seed: number,
): Promise<Map<string, number>> {
  const tally = new Map<string, number>();
  let begun = 0;
  const clients = Array.from({ length: CLIENTS }, async (_, client) => {
    const roll = dice(seed + client);
    while (begun < attempts) {
      const outcome = await attempt(visit(graph), world, roll, `attempt-${seed}-${++begun}`).catch(
        refusedBecause,
      );
      tally.set(outcome, (tally.get(outcome) ?? 0) + 1);
      if (begun % PROGRESS_EVERY === 0) process.stdout.write(`${begun.toLocaleString('en')} attempts\n`);
    }
  });
  await Promise.all(clients);
  return tally;
}

/** Pairs of bookings, with their buffers, that need one host at the same time. Does not look at claims. */
const overlaps = `
  with taken as (
    select h.user_id, b.id, b.starts_at - make_interval(mins => e.buffer_before_minutes) as since,
      b.ends_at + make_interval(mins => e.buffer_after_minutes) as until
    from scheduling.bookings b join scheduling.booking_hosts h on h.booking_id = b.id
    join scheduling.event_types e on e.id = b.event_type_id where b.status = 'CONFIRMED'
  )
  select count(*)::int as pairs from taken a join taken b on b.user_id = a.user_id and b.id > a.id
  where a.since < b.until and a.until > b.since`;

/** Bookings whose hosts' claims are not exactly their time. */
const unclaimed = `
  select count(*)::int as wrong from scheduling.bookings b
  where (b.status = 'CONFIRMED') is distinct from (
    select count(*) = (select count(*) from scheduling.booking_hosts h where h.booking_id = b.id) and count(*) > 0
    from scheduling.claims c where c.booking_id = b.id)`;

describe(`${ATTEMPTS.toLocaleString('en')} attempts at the time of ${HOSTS} people`, () => {
  let graph: TestGraph;

  beforeEach(async () => {
    graph = await startGraph();
  });
  afterEach(() => graph.stop());

  it(
    'never take the time of anybody twice',
    async () => {
      const world = await createWorld(graph);
      const seed = 20_261_121;
      const tally = await race(graph, world, ATTEMPTS, seed);
      const total = [...tally.values()].reduce((sum, count) => sum + count, 0);
      process.stdout.write(
        `seed ${seed}: ${[...tally].map(([outcome, count]) => `${count} ${outcome}`).join(', ')}\n`,
      );
      expect(total).toBeGreaterThanOrEqual(ATTEMPTS);
      expect(tally.get('booked')).toBeGreaterThan(ATTEMPTS / 50);
      expect(tally.get('moved')).toBeGreaterThan(0);
      expect(tally.get('SLOT_UNAVAILABLE')).toBeGreaterThan(ATTEMPTS / 10);
      expect(await graph.database.query(overlaps)).toEqual([{ pairs: 0 }]);
      expect(await graph.database.query(unclaimed)).toEqual([{ wrong: 0 }]);
    },
    TIME_LIMIT_MS,
  );

  it('do, with lock and constraint off: without them the test above would fail', async () => {
    const world = await createWorld(graph);
    await graph.database.query('alter table scheduling.claims drop constraint claims_do_not_overlap');
    await graph.database.query(
      'create or replace function scheduling.lock_claimants(ids uuid[]) returns void language plpgsql as $$ begin end $$',
    );
    await race(graph, world, 2_000, 7);
    const [row] = await graph.database.query<{ pairs: number }>(overlaps);
    expect(row?.pairs).toBeGreaterThan(0);
  }, 120_000);
});
