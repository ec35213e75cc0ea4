import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestClock, type TestClock } from '#platform/testing/clock.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph } from './kit/graph.ts';
import { meanwhile } from './kit/meanwhile.ts';
import { bookable, bookingInput, slotsOf, type TestSlot } from './kit/stories.ts';

const KEYS = process.env['ALMANAC_LONG'] ? 100 : 10;
const KEYS_AT_ONCE = 10;
const CALLS = 20;
const SEATS = 1000;
const DAY_MS = 86_400_000;

/**
 * Seats that nobody runs out of: what a call that is repeated does twice, it does for all to see. Without them the
 * host's time alone would let only one through.
 */
describe('requests that are sent many times at once', () => {
  let graph: TestGraph;
  let clock: TestClock;
  let eventTypeId: string;
  let slots: TestSlot[];

  beforeAll(async () => {
    clock = createTestClock('2027-03-03T08:00:00Z');
    graph = await startGraph({ clock });
    eventTypeId = (await bookable(graph, await graph.signUp(), { seatsPerSlot: SEATS })).id;
    slots = await slotsOf(graph, eventTypeId);
  });
  afterAll(() => graph.stop());

  const inputOf = (key: string, slot: TestSlot | undefined): ops.CreateBookingInput => ({
    ...bookingInput(eventTypeId, slot),
    idempotencyKey: key,
  });
  const send = (input: ops.CreateBookingInput) => graph.execute(ops.CreateBookingDocument, { input });
  const effects = async () => {
    const [row] = await graph.database.query<{ made: number }>(
      'select count(*)::int as made from scheduling.attendees',
    );
    return row?.made ?? 0;
  };

  /** Many calls at once with each of many keys, of which some are under way at a time: more would only wait for a socket. */
  async function storm(name: string) {
    const before = await effects();
    const keys = Array.from({ length: KEYS }, (_, index) => `${name} ${index}`);
    const answers: Awaited<ReturnType<typeof send>>[][] = [];
    for (let first = 0; first < KEYS; first += KEYS_AT_ONCE) {
      const storms = keys.slice(first, first + KEYS_AT_ONCE).map((key, index) => {
        const input = inputOf(key, slots[(first + index) % slots.length]);
        return Promise.all(Array.from({ length: CALLS }, () => send(input)));
      });
      answers.push(...(await Promise.all(storms)));
    }
    return { made: (await effects()) - before, answers };
  }

  it('take effect once a key, and all calls get the same bytes', async () => {
    const { made, answers } = await storm('once');
    expect(made).toBe(KEYS);
    for (const [index, calls] of answers.entries()) {
      const bodies = new Set(calls.map(({ body }) => JSON.stringify(body)));
      expect(bodies.size).toBe(1);
      expect(calls[0]?.data.createBooking.__typename).toBe('BookingCreated');
      // Later, too.
      const replay = await send(inputOf(`once ${index}`, slots[index % slots.length]));
      expect(bodies).toEqual(new Set([JSON.stringify(replay.body)]));
    }
    expect(await effects()).toBe(made);
  }, 300_000);

  it('are refused when the key comes with another payload', async () => {
    const input = inputOf('payload', slots[0]);
    await send(input);
    for (const other of [
      { ...input, startsAt: slots[1]?.startsAt ?? '' },
      { ...input, attendee: { ...input.attendee, name: 'Somebody else' } },
      { ...input, guests: ['more@example.com'] },
    ]) {
      const refused = await send(other);
      expect([refused.status, refused.code]).toEqual([409, 'IDEMPOTENCY_MISMATCH']);
    }
  });

  it('are told to wait when the first takes too long', async () => {
    const input = inputOf('slow', slots[0]);
    await send(input);
    const before = await effects();
    // The first transaction with the key is still open, for longer than a lock is waited for.
    const hang = `delete from scheduling.idempotency_keys`;
    const answer = await meanwhile(graph, hang, () => send({ ...input, idempotencyKey: 'slow' }), 7_000);
    expect([answer.status, answer.code]).toEqual([409, 'IDEMPOTENCY_IN_PROGRESS']);
    expect(await effects()).toBe(before);
  }, 30_000);

  it('are new ones after a day', async () => {
    const input = inputOf('day', slots[2]);
    const first = await send(input);
    const before = await effects();
    clock.advance(DAY_MS - 1);
    expect((await send(input)).body).toEqual(first.body);
    expect(await effects()).toBe(before);
    clock.advance(2);
    const second = await send(input);
    expect(second.data.createBooking.__typename).toBe('BookingCreated');
    expect(second.body).not.toEqual(first.body);
    expect(await effects()).toBe(before + 1);
  });

  it('take effect many times when keys are not claimed: without that the first test would fail', async () => {
    await graph.database.query(`
      create function scheduling.unclaimed() returns trigger language plpgsql as $$
      begin new.key_hash := gen_random_uuid()::text; return new; end $$`);
    await graph.database.query(`
      create trigger unclaimed before insert on scheduling.idempotency_keys
      for each row execute function scheduling.unclaimed()`);
    expect((await storm('unclaimed')).made).toBeGreaterThan(KEYS);
  }, 300_000);
});
