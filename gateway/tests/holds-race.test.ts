import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestClock, type TestClock } from '#platform/testing/clock.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph } from './kit/graph.ts';
import { hold, tryToHold } from './kit/holds.ts';
import { bookable, bookingInput, type TestSlot } from './kit/stories.ts';

const CLIENTS = 50;
const ROUNDS = process.env['ALMANAC_LONG'] ? 40 : 3;
const QUARTER_MS = 15 * 60_000;
const ENDED_MS = 11 * 60_000;

describe('fifty clients and holds', () => {
  let graph: TestGraph;
  let clock: TestClock;

  beforeAll(async () => {
    clock = createTestClock('2027-03-03T08:00:00Z');
    graph = await startGraph({ clock });
  });
  afterAll(() => graph.stop());

  /** Half-hour meetings that can start at every quarter: neighbours overlap without being equal. */
  async function overlapping() {
    const type = await bookable(graph, await graph.signUp(), {
      durationMinutes: 30,
      slotIntervalMinutes: 15,
    });
    const monday = Date.parse(type.nextWeek.from) + 9 * 3_600_000;
    const slotAt = (start: number): TestSlot => ({
      startsAt: new Date(start).toISOString(),
      endsAt: new Date(start + 2 * QUARTER_MS).toISOString(),
    });
    const rounds = Array.from({ length: ROUNDS }, (_, round) => {
      const first = monday + Math.floor(round / 8) * 86_400_000 + (round % 8) * 3_600_000;
      return [slotAt(first), slotAt(first + QUARTER_MS)];
    });
    return { eventTypeId: type.id, rounds };
  }

  const holdAll = (eventTypeId: string, slots: readonly TestSlot[]) =>
    Promise.all(
      Array.from({ length: CLIENTS }, (_, client) =>
        tryToHold(graph, eventTypeId, slots[client % slots.length]),
      ),
    );
  const tryToBook = async (
    eventTypeId: string,
    slot: TestSlot | undefined,
    more: Partial<ops.CreateBookingInput> = {},
  ) => {
    const input = { ...bookingInput(eventTypeId, slot), ...more };
    return (await graph.execute(ops.CreateBookingDocument, { input })).data.createBooking;
  };
  const named = (outcomes: readonly { __typename: string }[], name: string) =>
    outcomes.filter(({ __typename }) => __typename === name).length;

  it('who want overlapping times: one gets the hold', async () => {
    const { eventTypeId, rounds } = await overlapping();
    for (const slots of rounds) {
      const outcomes = await holdAll(eventTypeId, slots);
      expect([named(outcomes, 'SlotHeld'), named(outcomes, 'SlotUnavailable')]).toEqual([1, CLIENTS - 1]);
    }
  }, 120_000);

  it('who try to book what is held: whoever holds it books it, every time', async () => {
    const { eventTypeId, rounds } = await overlapping();
    for (const [round, slots] of rounds.entries()) {
      const { holdToken } = await hold(graph, eventTypeId, slots[0]);
      const place = (round * 17) % CLIENTS;
      const outcomes = await Promise.all(
        Array.from({ length: CLIENTS + 1 }, (_, client) =>
          client === place
            ? tryToBook(eventTypeId, slots[0], { holdToken })
            : tryToBook(eventTypeId, slots[client % 2]),
        ),
      );
      expect(outcomes[place]?.__typename).toBe('BookingCreated');
      expect(named(outcomes, 'SlotUnavailable')).toBe(CLIENTS);
    }
  }, 120_000);

  it('who try to book what is held without its claim: somebody else books it, so that the test before proves something', async () => {
    await graph.database.query(`
      create function scheduling.unheld() returns trigger language plpgsql as $$
      begin if new.source = 'HOLD' then return null; end if; return new; end $$`);
    await graph.database.query(`
      create trigger unheld before insert on scheduling.claims
      for each row execute function scheduling.unheld()`);
    const { eventTypeId, rounds } = await overlapping();
    let taken = 0;
    for (const slots of rounds) {
      await hold(graph, eventTypeId, slots[0]);
      const outcomes = await Promise.all(slots.map(slot => tryToBook(eventTypeId, slot)));
      taken += named(outcomes, 'BookingCreated');
    }
    await graph.database.query('drop trigger unheld on scheduling.claims');
    expect(taken).toBe(rounds.length);
  }, 120_000);

  it('who use one token: it books once', async () => {
    const { eventTypeId, rounds } = await overlapping();
    for (const [slot] of rounds) {
      const { holdToken } = await hold(graph, eventTypeId, slot);
      const outcomes = await Promise.all(
        Array.from({ length: CLIENTS }, () => tryToBook(eventTypeId, slot, { holdToken })),
      );
      expect([named(outcomes, 'BookingCreated'), named(outcomes, 'HoldExpired')]).toEqual([1, CLIENTS - 1]);
    }
  }, 120_000);

  it('who all want what was held until just now: one gets it', async () => {
    const { eventTypeId, rounds } = await overlapping();
    for (const slots of rounds) {
      await hold(graph, eventTypeId, slots[0]);
      clock.advance(ENDED_MS);
      const outcomes = await Promise.all(
        Array.from({ length: CLIENTS }, (_, client) => tryToBook(eventTypeId, slots[client % 2])),
      );
      expect([named(outcomes, 'BookingCreated'), named(outcomes, 'SlotUnavailable')]).toEqual([
        1,
        CLIENTS - 1,
      ]);
    }
  }, 120_000);

  it('leave a hold alone that is being booked at the instant at which it ends', async () => {
    const { eventTypeId, rounds } = await overlapping();
    const slot = rounds[0]?.[0];
    await hold(graph, eventTypeId, slot);
    const booking = new pg.Client({ connectionString: graph.database.url });
    await booking.connect();
    try {
      // What a booking with the token does first.
      await booking.query('begin');
      await booking.query('select 1 from scheduling.holds where outcome is null for update');
      clock.advance(ENDED_MS);
      expect((await tryToBook(eventTypeId, slot)).__typename).toBe('SlotUnavailable');
      await booking.query('rollback');
      expect((await tryToBook(eventTypeId, slot)).__typename).toBe('BookingCreated');
    } finally {
      await booking.end();
    }
  });

  it('hold one time for many when lock and constraint are off: without them the first test would fail', async () => {
    await graph.database.query('alter table scheduling.claims drop constraint claims_do_not_overlap');
    await graph.database.query(
      `create or replace function scheduling.lock_claimants(ids uuid[]) returns void language plpgsql as $$ begin end $$`,
    );
    const { eventTypeId, rounds } = await overlapping();
    let held = 0;
    for (const slots of rounds) held += named(await holdAll(eventTypeId, slots), 'SlotHeld');
    expect(held).toBeGreaterThan(ROUNDS);
  }, 120_000);
});
