import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testEnvironment } from '#platform/testing/environment.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { dropTimeGuards } from './kit/guards.ts';
import { bookable, bookingInput, type TestSlot } from './kit/stories.ts';

const CLIENTS = 50;
const ROUNDS = 20;
/** Each has as many rounds in a week as there is room for. */
const HOSTS = testEnvironment.isLong ? 5 : 1;
const QUARTER_MS = 15 * 60_000;

/** Half-hour meetings that can start at every quarter: neighbours overlap without being equal. */
async function overlapping(
  graph: TestGraph,
  host: TestUser,
): Promise<{ eventTypeId: string; rounds: TestSlot[][] }> {
  const type = await bookable(graph, host, { durationMinutes: 30, slotIntervalMinutes: 15 });
  const start = Date.parse(type.nextWeek.from) + 9 * 3_600_000;
  const rounds = Array.from({ length: ROUNDS }, (_, round) => {
    const day = Math.floor(round / 8);
    const first = start + day * 86_400_000 + (round % 8) * 3_600_000;
    return [first, first + QUARTER_MS].map(at => ({
      startsAt: new Date(at).toISOString(),
      endsAt: new Date(at + 2 * QUARTER_MS).toISOString(),
    }));
  });
  return { eventTypeId: type.id, rounds };
}

async function race(graph: TestGraph, eventTypeId: string, slots: readonly TestSlot[]) {
  const attempts = Array.from({ length: CLIENTS }, (_, client) =>
    graph.execute(ops.CreateBookingDocument, {
      input: bookingInput(eventTypeId, slots[client % slots.length]),
    }),
  );
  return (await Promise.all(attempts)).map(answer => answer.data.createBooking);
}

const overlappingPairs = `
  select count(*)::int as pairs from scheduling.bookings a
  join scheduling.booking_hosts ha on ha.booking_id = a.id
  join scheduling.booking_hosts hb on hb.user_id = ha.user_id
  join scheduling.bookings b on b.id = hb.booking_id and b.id > a.id
  where a.status = 'CONFIRMED' and b.status = 'CONFIRMED' and a.starts_at < b.ends_at and a.ends_at > b.starts_at`;

describe('fifty guests who want overlapping times of one host', () => {
  let graph: TestGraph;
  let ada: TestUser;

  beforeAll(async () => {
    graph = await startGraph();
    ada = await graph.signUp();
  });
  afterAll(() => graph.stop());

  it('make one booking a round, and the others are offered what is free', async () => {
    const weeks = [await overlapping(graph, ada)];
    while (weeks.length < HOSTS) weeks.push(await overlapping(graph, await graph.signUp()));
    const all = weeks.flatMap(({ eventTypeId, rounds }) => rounds.map(slots => ({ eventTypeId, slots })));
    expect(all).toHaveLength(HOSTS * ROUNDS);
    for (const { eventTypeId, slots } of all) {
      const outcomes = await race(graph, eventTypeId, slots);
      const names = Map.groupBy(outcomes, outcome => outcome.__typename);
      expect([...names].map(([name, list]) => [name, list.length]).sort()).toEqual([
        ['BookingCreated', 1],
        ['SlotUnavailable', CLIENTS - 1],
      ]);
      const [loser] = names.get('SlotUnavailable') ?? [];
      if (loser?.__typename !== 'SlotUnavailable') throw new Error('There is no loser.');
      expect(loser.reasons[0]?.rule).toBe('CONFLICT');
      expect(loser.nextSlots).toHaveLength(3);
    }
    expect(await graph.database.query(overlappingPairs)).toEqual([{ pairs: 0 }]);
  }, 600_000);

  it('double-book when lock and constraint are off: without them the test above would fail', async () => {
    await dropTimeGuards(graph);
    const { eventTypeId, rounds } = await overlapping(graph, await graph.signUp());
    for (const slots of rounds.slice(0, 5)) await race(graph, eventTypeId, slots);
    const [row] = await graph.database.query<{ pairs: number }>(overlappingPairs);
    expect(row?.pairs).toBeGreaterThan(0);
  }, 60_000);

  it('are stopped by the constraint alone, when only the lock is off', async () => {
    const other = await startGraph();
    try {
      await other.database.query(
        `create or replace function scheduling.lock_claimants(ids uuid[]) returns void language plpgsql as $$ begin end $$`,
      );
      // Without the lock writers meet on the constraint and deadlock: sort them out quickly.
      await other.database.query(
        `alter database ${new URL(other.database.url).pathname.slice(1)} set deadlock_timeout = '20ms'`,
      );
      const { eventTypeId, rounds } = await overlapping(other, await other.signUp());
      for (const slots of rounds.slice(0, 3)) await race(other, eventTypeId, slots).catch(() => []);
      expect(await other.database.query(overlappingPairs)).toEqual([{ pairs: 0 }]);
    } finally {
      await other.stop();
    }
  }, 60_000);
});

describe('one request that is sent many times at once', () => {
  let graph: TestGraph;

  beforeAll(async () => {
    graph = await startGraph();
  });
  afterAll(() => graph.stop());

  it('books once, and everybody gets the same answer', async () => {
    const ada = await graph.signUp();
    const { eventTypeId, rounds } = await overlapping(graph, ada);
    for (const [slot] of rounds.slice(0, 5)) {
      const input = bookingInput(eventTypeId, slot);
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => graph.execute(ops.CreateBookingDocument, { input })),
      );
      expect(new Set(answers.map(answer => JSON.stringify(answer.body))).size).toBe(1);
      expect(answers[0]?.data.createBooking.__typename).toBe('BookingCreated');
    }
    expect(await graph.database.query('select count(*)::int as made from scheduling.bookings')).toEqual([
      { made: 5 },
    ]);
  });

  it('books many times when the key is new every time: the key is what protects', async () => {
    const ada = await graph.signUp();
    const { eventTypeId, rounds } = await overlapping(graph, ada);
    const slots = rounds.slice(0, 3).map(([slot]) => slot);
    for (const slot of slots) {
      for (let attempt = 0; attempt < 2; attempt++) {
        const answer = await graph.execute(ops.CreateBookingDocument, {
          input: bookingInput(eventTypeId, slot),
        });
        expect(answer.data.createBooking.__typename).toBe(
          attempt === 0 ? 'BookingCreated' : 'SlotUnavailable',
        );
      }
    }
  });

  it('is refused with another payload, and runs again after a day', async () => {
    const ada = await graph.signUp();
    const { eventTypeId, rounds } = await overlapping(graph, ada);
    const input = bookingInput(eventTypeId, rounds[0]?.[0]);
    expect((await graph.execute(ops.CreateBookingDocument, { input })).data.createBooking.__typename).toBe(
      'BookingCreated',
    );
    const other = { ...input, attendee: { ...input.attendee, name: 'Somebody else' } };
    const refused = await graph.execute(ops.CreateBookingDocument, { input: other });
    expect([refused.status, refused.code]).toEqual([409, 'IDEMPOTENCY_MISMATCH']);
    await graph.database.query(
      `update scheduling.idempotency_keys set created_at = created_at - interval '25 hours'`,
    );
    const later = await graph.execute(ops.CreateBookingDocument, { input: other });
    expect(later.data.createBooking.__typename).toBe('SlotUnavailable');
  });

  it('needs a key, in the input or in the header', async () => {
    const ada = await graph.signUp();
    const { eventTypeId, rounds } = await overlapping(graph, ada);
    const { idempotencyKey: _, ...input } = bookingInput(eventTypeId, rounds[0]?.[0]);
    const without = await graph.execute(ops.CreateBookingDocument, { input });
    expect([without.status, without.code]).toEqual([400, 'IDEMPOTENCY_KEY_REQUIRED']);
    const headers = { 'idempotency-key': 'from the header' };
    const withHeader = await graph.execute(ops.CreateBookingDocument, { input }, { headers });
    expect(withHeader.data.createBooking.__typename).toBe('BookingCreated');
    expect((await graph.execute(ops.CreateBookingDocument, { input }, { headers })).body).toEqual(
      withHeader.body,
    );
  });

  it('keeps the secret of the link out of the database', async () => {
    const ada = await graph.signUp();
    const { eventTypeId, rounds } = await overlapping(graph, ada);
    const answer = await graph.execute(ops.CreateBookingDocument, {
      input: bookingInput(eventTypeId, rounds[0]?.[0]),
    });
    const { createBooking } = answer.data;
    if (createBooking.__typename !== 'BookingCreated') throw new Error(JSON.stringify(createBooking));
    const dumps = await graph.database.query<{ dump: string }>(
      `select json_agg(t)::text as dump from scheduling.manage_tokens t
       union all select json_agg(t)::text from scheduling.idempotency_keys t
       union all select json_agg(t)::text from scheduling.outbox_events t
       union all select json_agg(t)::text from scheduling.booking_events t`,
    );
    expect(dumps.map(({ dump }) => dump).join()).not.toContain(createBooking.manageToken.slice(4));
  });
});
