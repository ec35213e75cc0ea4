import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestClock, type TestClock } from '#platform/testing/clock.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph, type TestUser, type Topology } from './kit/graph.ts';
import { type BookableEventType, book, bookable, cancel, delivered, slotsOf } from './kit/stories.ts';

const MINUTE_MS = 60_000;

describe.each<Topology>(['standalone', 'distributed'])('the dashboard, %s', topology => {
  let graph: TestGraph;
  let clock: TestClock;
  let ada: TestUser;
  let intro: BookableEventType;

  beforeAll(async () => {
    clock = createTestClock('2027-03-01T08:00:00Z');
    graph = await startGraph({ topology, clock });
    ada = await graph.signUp({ handle: 'ada', name: 'Ada Lovelace' });
    intro = await bookable(graph, ada, { slug: 'intro', durationMinutes: 15 });
  });
  afterAll(() => graph.stop());

  it('is empty before the first booking', async () => {
    const { bookings } = (await graph.execute(ops.DashboardBookingsDocument, {}, { key: ada.key })).data;
    expect(bookings).toEqual({ totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] });
  });

  it('costs the same statements and fetches for 1, 10 and 100 bookings', async () => {
    const slots = await slotsOf(graph, intro.id, { first: 200 });
    const costs: unknown[] = [];
    let made = 0;
    for (const size of [1, 10, 100]) {
      while (made < size) await book(graph, intro.id, slots[made++]);
      await graph.execute(ops.DashboardBookingsDocument, { first: 100 }, { key: ada.key });
      await delivered(graph);
      await graph.database.resetStatements();
      graph.resetFetches();
      const { bookings } = (
        await graph.execute(ops.DashboardBookingsDocument, { first: 100 }, { key: ada.key })
      ).data;
      expect(bookings.nodes).toHaveLength(size);
      expect(bookings.nodes[0]).toMatchObject({
        eventType: { id: intro.id, slug: 'intro' },
        hosts: [{ id: ada.id, name: 'Ada Lovelace', calendarConnections: [] }],
        attendees: [{ name: 'Grace Hopper', email: 'grace@example.com', noShow: false }],
        references: [],
      });
      costs.push({
        scheduling: await graph.database.countStatements('scheduling'),
        identity: await graph.database.countStatements('identity'),
        integrations: await graph.database.countStatements('integrations'),
        fetches: { ...graph.fetches },
      });
    }
    expect(costs[1]).toEqual(costs[0]);
    expect(costs[2]).toEqual(costs[0]);
    // Bookings, their number, hosts, attendees, event types; users; nothing for calendars that do not exist.
    expect(costs[0]).toEqual({
      scheduling: 5,
      identity: 1,
      integrations: 0,
      fetches: { scheduling: 1, identity: 1, integrations: 2 },
    });
  }, 120_000);

  it('filters and pages by keyset', async () => {
    const filter = { eventTypeIds: [intro.id], statuses: ['CONFIRMED' as const] };
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { bookings }: ops.PartnerBookingsQuery = (
        await graph.execute(ops.PartnerBookingsDocument, { filter, first: 33, after }, { key: ada.key })
      ).data;
      seen.push(...bookings.edges.map(edge => edge.node.id));
      after = bookings.pageInfo.hasNextPage ? bookings.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seen).size).toBe(100);
    expect(seen).toHaveLength(100);
  });

  it.each([
    ['teamIds', { teamIds: ['team_01jc000000e008000000000000'] }, 0],
    ['hostIds', { hostIds: ['usr_01jc000000e008000000000000'] }, 0],
    ['attendeeEmail', { attendeeEmail: 'GRACE@example.com' }, 100],
    ['statuses', { statuses: ['CANCELLED' as const] }, 0],
    ['startsBefore', { startsBefore: '2027-01-01T00:00:00Z' }, 0],
    ['updatedSince', { updatedSince: '2099-01-01T00:00:00Z' }, 0],
  ])('honours the filter %s', async (_name, filter, count) => {
    const { bookings } = (await graph.execute(ops.DashboardBookingsDocument, { filter }, { key: ada.key }))
      .data;
    expect(bookings.totalCount).toBe(count);
  });

  it('shows an organizer nothing of others', async () => {
    const stranger = await graph.signUp();
    const { bookings } = (await graph.execute(ops.DashboardBookingsDocument, {}, { key: stranger.key })).data;
    expect(bookings.totalCount).toBe(0);
  });

  it('keeps the history of a booking and shows it as it stood', async () => {
    const own = await bookable(graph, ada, { durationMinutes: 60 });
    const [slot] = (await slotsOf(graph, own.id)).slice(-1);
    const booking = await book(graph, own.id, slot);
    const asOf = new Date(clock.now() + MINUTE_MS).toISOString();
    clock.advance(2 * MINUTE_MS);
    await cancel(graph, booking);
    const answer = await graph.execute(
      ops.BookingHistoryDocument,
      { id: booking.id, asOf },
      { key: ada.key },
    );
    const shown = answer.data.booking;
    expect(shown?.version).toBe(2);
    expect(shown?.history?.nodes.map(entry => [entry.version, entry.kind])).toEqual([
      [1, 'BOOKING_CREATED'],
      [2, 'BOOKING_CANCELLED'],
    ]);
    expect(shown?.history?.nodes[1]).toMatchObject({
      actor: { kind: 'ANONYMOUS', id: null },
      changes: [{ field: 'status', before: 'CONFIRMED', after: 'CANCELLED' }],
    });
    expect(shown?.asOf).toEqual({
      status: 'CONFIRMED',
      startsAt: slot?.startsAt,
      endsAt: slot?.endsAt,
      version: 1,
    });
  });
});
