import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testEnvironment } from '#platform/testing/environment.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph } from './kit/graph.ts';
import { dropBookingGuards, dropTimeGuards } from './kit/guards.ts';
import { ask, giveUp, join, type Seat } from './kit/seats.ts';
import { bookable, slotsOf, type TestSlot } from './kit/stories.ts';

const SEATS = 5;
const CLIENTS = 25;
const ROUNDS = testEnvironment.isLong ? 20 : 5;

/** Everybody asks for a seat at once. */
async function raceIn(graph: TestGraph, eventTypeId: string, slot: TestSlot | undefined) {
  const attempts = Array.from({ length: CLIENTS }, (_, client) =>
    ask(graph, eventTypeId, slot, { name: `Guest ${client}` }),
  );
  const outcomes = await Promise.all(attempts);
  const made = outcomes.filter(outcome => outcome.__typename === 'BookingCreated');
  const reasons = outcomes.flatMap(outcome =>
    outcome.__typename === 'SlotUnavailable' ? [outcome.reasons[0]?.rule] : [],
  );
  return { made: made.length, reasons };
}

/** What stands in the database for one start. */
const storedIn = (graph: TestGraph, slot: TestSlot | undefined) =>
  graph.database.query<{ bookings: number; attendees: number; kinds: string[] }>(
    `select count(distinct b.id)::int as bookings, count(distinct a.id)::int as attendees,
      array(select e.kind from scheduling.booking_events e join scheduling.bookings o on o.id = e.booking_id
        where o.starts_at = $1 order by e.version) as kinds
     from scheduling.bookings b join scheduling.attendees a on a.booking_id = b.id where b.starts_at = $1`,
    [slot?.startsAt],
  );

describe('twenty-five guests who want five seats at once', () => {
  let graph: TestGraph;

  beforeAll(async () => {
    graph = await startGraph();
  });
  afterAll(() => graph.stop());

  const race = (eventTypeId: string, slot: TestSlot | undefined) => raceIn(graph, eventTypeId, slot);
  const stored = (slot: TestSlot | undefined) => storedIn(graph, slot);
  const kinds = ['CREATED', ...Array.from({ length: SEATS - 1 }, () => 'ATTENDEE_ADDED')];

  it('get five, in one booking; twenty hear that the seats are gone', async () => {
    const { id } = await bookable(graph, await graph.signUp(), { seatsPerSlot: SEATS });
    const slots = await slotsOf(graph, id);
    expect(slots.length).toBeGreaterThan(65);
    // The other tests have their own slots.
    for (const slot of slots.slice(0, ROUNDS)) {
      const { made, reasons } = await race(id, slot);
      expect([made, reasons.length, new Set(reasons)]).toEqual([SEATS, CLIENTS - SEATS, new Set(['SEATS'])]);
      expect(await stored(slot)).toEqual([{ bookings: 1, attendees: SEATS, kinds }]);
    }
  }, 600_000);

  it('leave and come at once, and nobody sits twice or stands', async () => {
    const { id } = await bookable(graph, await graph.signUp(), { seatsPerSlot: SEATS });
    const slot = (await slotsOf(graph, id))[20];
    const seats: Seat[] = [];
    for (let guest = 0; guest < SEATS; guest++)
      seats.push(await join(graph, id, slot, { name: `First ${guest}` }));
    const leaving = Promise.all(seats.slice(0, 3).map(seat => giveUp(graph, seat)));
    const { made } = await race(id, slot);
    for (const left of await leaving) expect(left.data.cancelBooking.__typename).toBe('BookingCancelled');
    const [row] = await stored(slot);
    expect(row).toMatchObject({ bookings: 1, attendees: SEATS - 3 + made });
    expect(made).toBeLessThanOrEqual(3);
  }, 60_000);

  it('come while the host moves the booking, and sit where it is then or where it was', async () => {
    const host = await graph.signUp();
    const { id } = await bookable(graph, host, { seatsPerSlot: SEATS });
    const [from, to] = (await slotsOf(graph, id)).slice(30, 32);
    const first = await join(graph, id, from, { name: 'First' });
    const input = { bookingId: first.id, startsAt: to?.startsAt ?? '', idempotencyKey: 'move' };
    const moving = graph.execute(ops.RescheduleBookingDocument, { input }, { key: host.key });
    const { made } = await race(id, from);
    expect((await moving).data.rescheduleBooking.__typename).toBe('BookingRescheduled');
    const [moved, fresh] = [(await stored(to))[0], (await stored(from))[0]];
    expect(moved).toMatchObject({ bookings: 1 });
    expect(fresh).toMatchObject({ bookings: fresh?.attendees ? 1 : 0 });
    expect((moved?.attendees ?? 0) + (fresh?.attendees ?? 0)).toBe(made + 1);
    expect(Math.max(moved?.attendees ?? 0, fresh?.attendees ?? 0)).toBeLessThanOrEqual(SEATS);
  }, 60_000);

  it('all leave at once, and the last one cancels the booking', async () => {
    const { id } = await bookable(graph, await graph.signUp(), { seatsPerSlot: SEATS });
    for (const slot of (await slotsOf(graph, id)).slice(60, 65)) {
      const seats: Seat[] = [];
      for (let guest = 0; guest < 3; guest++)
        seats.push(await join(graph, id, slot, { name: `Guest ${guest}` }));
      await Promise.all(seats.map(seat => giveUp(graph, seat)));
      const left = await graph.database.query(
        `select b.status, (select count(*)::int from scheduling.attendees a where a.booking_id = b.id) as attendees,
          (select count(*)::int from scheduling.claims c where c.booking_id = b.id) as claims
         from scheduling.bookings b where b.starts_at = $1 and b.event_type_id = (
           select event_type_id from scheduling.bookings order by created_at desc, id desc limit 1)`,
        [slot.startsAt],
      );
      expect(left).toEqual([{ status: 'CANCELLED', attendees: 1, claims: 0 }]);
    }
  }, 60_000);

  it('are turned away from free seats when the lock is off, though its own lock keeps the booking from being oversold', async () => {
    await graph.database.query(
      `create or replace function scheduling.lock_claimants(ids uuid[]) returns void language plpgsql as $$ begin end $$`,
    );
    const { id } = await bookable(graph, await graph.signUp(), { seatsPerSlot: SEATS });
    const slots = (await slotsOf(graph, id)).slice(40, 45);
    const all: (string | undefined)[] = [];
    for (const slot of slots) {
      all.push(...(await race(id, slot)).reasons);
      const [row] = await stored(slot);
      expect(row?.bookings).toBe(1);
      expect(row?.attendees).toBeLessThanOrEqual(SEATS);
    }
    expect(all).toContain('CONFLICT');
    // And whoever passed both locks would meet the key: a booking has one event for each version.
    const again = `insert into scheduling.booking_events select * from scheduling.booking_events where kind = 'ATTENDEE_ADDED' limit 1`;
    await expect(graph.database.query(again)).rejects.toMatchObject({ constraint: 'booking_events_pkey' });
  }, 60_000);
});

describe('seats without their guards', () => {
  let graph: TestGraph;

  beforeEach(async () => {
    graph = await startGraph();
  });
  afterEach(() => graph.stop());

  /** What comes of the race of the first test, slot by slot. */
  async function outcomes(prepare: (eventTypeId: string, slot: TestSlot) => Promise<unknown>) {
    const { id } = await bookable(graph, await graph.signUp(), { seatsPerSlot: SEATS });
    const found = [];
    for (const slot of (await slotsOf(graph, id)).slice(0, 5)) {
      await prepare(id, slot);
      const { made } = await raceIn(graph, id, slot);
      const [row] = await storedIn(graph, slot);
      found.push({ made, bookings: row?.bookings ?? 0, attendees: row?.attendees ?? 0 });
    }
    return found;
  }

  it('are sold in more than one booking when lock and constraint of the time are off', async () => {
    await dropTimeGuards(graph);
    const found = await outcomes(async () => undefined);
    expect(Math.max(...found.map(({ bookings }) => bookings))).toBeGreaterThan(1);
    expect(Math.max(...found.map(({ made }) => made))).toBeGreaterThan(SEATS);
  }, 60_000);

  it('are oversold in one booking when no lock makes guests wait, and versions may be made twice', async () => {
    await dropTimeGuards(graph);
    await dropBookingGuards(graph);
    const found = await outcomes((eventTypeId, slot) => join(graph, eventTypeId, slot, { name: 'First' }));
    expect(new Set(found.map(({ bookings }) => bookings))).toEqual(new Set([1]));
    expect(Math.max(...found.map(({ attendees }) => attendees))).toBeGreaterThan(SEATS);
    expect(Math.max(...found.map(({ made }) => made))).toBeGreaterThan(SEATS - 1);
  }, 60_000);
});
