import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph } from './kit/graph.ts';
import { createRoom } from './kit/resources.ts';
import { bookable, bookingInput, slotsOf, type TestSlot } from './kit/stories.ts';
import { teamOf } from './kit/teams.ts';

const CLIENTS = 50;

const clashes = `
  select count(*)::int as pairs from scheduling.bookings a
  join scheduling.booking_resources ra on ra.booking_id = a.id
  join scheduling.booking_resources rb on rb.resource_id = ra.resource_id
  join scheduling.bookings b on b.id = rb.booking_id and b.id > a.id
  where a.status = 'CONFIRMED' and b.status = 'CONFIRMED' and a.starts_at < b.ends_at and a.ends_at > b.starts_at`;

describe('fifty guests of two event types with different hosts and one room', () => {
  let graph: TestGraph;

  beforeAll(async () => {
    graph = await startGraph();
  });
  afterAll(() => graph.stop());

  /** Two event types that have nothing in common but a room. */
  async function sharing() {
    const [ada, bob] = [await graph.signUp(), await graph.signUp()];
    const ownerId = await teamOf(graph, ada, bob);
    const room = await createRoom(graph, ada, { ownerId });
    const resourceRequirements = [{ resourceIds: [room.id] }];
    const typeOf = async (host: string, durationMinutes: number) =>
      (await bookable(graph, ada, { ownerId, hostIds: [host], durationMinutes, resourceRequirements })).id;
    const types = [await typeOf(ada.id, 30), await typeOf(bob.id, 60)] as const;
    const slots = await slotsOf(graph, types[1]);
    return { types, slots };
  }

  async function race(types: readonly string[], slot: TestSlot | undefined) {
    const attempts = Array.from({ length: CLIENTS }, (_, client) =>
      graph.execute(ops.CreateBookingDocument, {
        input: bookingInput(types[client % types.length] ?? '', slot),
      }),
    );
    return (await Promise.all(attempts)).map(answer => answer.data.createBooking);
  }

  it('make one booking a time, and the others hear that the room is taken', async () => {
    const { types, slots } = await sharing();
    for (const slot of slots.slice(0, 5)) {
      const outcomes = await race(types, slot);
      const names = Map.groupBy(outcomes, ({ __typename }) => __typename);
      expect([...names].map(([name, list]) => [name, list.length]).sort()).toEqual([
        ['BookingCreated', 1],
        ['SlotUnavailable', CLIENTS - 1],
      ]);
      const rules = new Set(
        (names.get('SlotUnavailable') ?? []).flatMap(outcome =>
          outcome.__typename === 'SlotUnavailable' ? outcome.reasons.map(({ rule }) => rule) : [],
        ),
      );
      expect(rules).toContain('RESOURCE');
    }
    expect(await graph.database.query(clashes)).toEqual([{ pairs: 0 }]);
    expect(
      await graph.database.query('select count(*)::int as made from scheduling.booking_resources'),
    ).toEqual([{ made: 5 }]);
  }, 120_000);

  it('meet in one room when lock and constraint are off: without them the test above would fail', async () => {
    await graph.database.query('alter table scheduling.claims drop constraint claims_do_not_overlap');
    await graph.database.query(
      `create or replace function scheduling.lock_claimants(ids uuid[]) returns void language plpgsql as $$ begin end $$`,
    );
    const { types, slots } = await sharing();
    for (const slot of slots.slice(0, 5)) await race(types, slot);
    const [row] = await graph.database.query<{ pairs: number }>(clashes);
    expect(row?.pairs).toBeGreaterThan(0);
  }, 60_000);
});
