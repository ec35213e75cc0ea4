import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tzdbVersion } from '#platform/clock.ts';
import { uuidOf } from '#platform/ids.ts';
import { createTestClock, type TestClock } from '#platform/testing/clock.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph, type TestUser, type Topology } from './kit/graph.ts';
import { type BookableEventType, book, bookable, slotsOf } from './kit/stories.ts';

const QUERY = `query ($id: ID!, $at: DateTime!) {
  booking(id: $id) {
    wallTime { startsAt timeZone tzdbVersion }
    asOf(at: $at) { wallTime { startsAt timeZone tzdbVersion } }
    history { nodes { kind changes { field before after } } }
  }
}`;

interface Shown {
  booking: {
    wallTime: unknown;
    asOf: { wallTime: unknown } | null;
    history: { nodes: { kind: string; changes: { field: string; before: unknown; after: unknown }[] }[] };
  };
}

describe.each<Topology>(['standalone', 'distributed'])('the wall time of a booking, %s', topology => {
  let graph: TestGraph;
  let clock: TestClock;
  let ada: TestUser;
  let intro: BookableEventType;

  beforeAll(async () => {
    clock = createTestClock('2027-03-15T08:00:00Z');
    graph = await startGraph({ topology, clock });
    ada = await graph.signUp({ handle: 'ada', name: 'Ada Lovelace', timeZone: 'America/New_York' });
    intro = await bookable(graph, ada, { slug: 'intro' });
  });
  afterAll(() => graph.stop());

  const wall = (startsAt: string | undefined) => ({
    // New York is four hours behind UTC that week.
    startsAt: new Date(Date.parse(startsAt ?? '') - 4 * 3_600_000).toISOString().slice(0, 19),
    timeZone: 'America/New_York',
    tzdbVersion,
  });

  it('is kept when it is made and when it moves, and shown as it was', async () => {
    const [first, second] = await slotsOf(graph, intro.id);
    const { id, manageToken } = await book(graph, intro.id, first);
    const guest = (await graph.execute(ops.BookingForGuestDocument, { id, manageToken })).data.booking;
    expect(guest?.wallTime).toEqual(wall(first?.startsAt));
    expect(guest?.wallTime?.startsAt).toBe('2027-03-22T09:00:00');

    const at = new Date(clock.now() + 1000).toISOString();
    clock.advance(60_000);
    const input = {
      bookingId: id,
      manageToken,
      startsAt: second?.startsAt ?? '',
      idempotencyKey: `move ${id}`,
    };
    await graph.execute(ops.RescheduleBookingDocument, { input });
    const { booking } = (await graph.execute<Shown, object>(QUERY, { id, at }, { key: ada.key })).data;
    expect(booking.wallTime).toEqual(wall(second?.startsAt));
    expect(booking.asOf?.wallTime).toEqual(wall(first?.startsAt));
    expect(booking.history.nodes[1]?.changes).toContainEqual({
      field: 'wallTime',
      before: wall(first?.startsAt),
      after: wall(second?.startsAt),
    });
  });

  it('is null for a booking of before it was kept, which can still move', async () => {
    const [slot, next] = await slotsOf(graph, intro.id);
    const { id, manageToken } = await book(graph, intro.id, slot);
    await graph.database.query(
      `update scheduling.bookings set wall_time = null, time_zone = null, tzdb_version = null where id = $1`,
      [uuidOf(id)],
    );
    await graph.database.query(
      `update scheduling.booking_events set data = data - 'wallTime' where booking_id = $1`,
      [uuidOf(id)],
    );
    const shown = async () =>
      (
        await graph.execute<Shown, object>(
          QUERY,
          { id, at: new Date(clock.now()).toISOString() },
          { key: ada.key },
        )
      ).data.booking;
    expect(await shown()).toMatchObject({ wallTime: null, asOf: { wallTime: null } });
    clock.advance(60_000);
    const input = {
      bookingId: id,
      manageToken,
      startsAt: next?.startsAt ?? '',
      idempotencyKey: `move ${id}`,
    };
    await graph.execute(ops.RescheduleBookingDocument, { input });
    expect(await shown()).toMatchObject({ wallTime: wall(next?.startsAt) });
  });
});
