import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestClock } from '#platform/testing/clock.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { type Crew, crewOf, fairnessOf, remembered, sharedType } from './kit/crew.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { bookSeries, later, SERIES, seriesInput } from './kit/series.ts';
import { book, bookable } from './kit/stories.ts';

const NINE = '2027-03-08T09:00:00.000Z';
const slotAt = (startsAt: string) => ({ startsAt, endsAt: startsAt });

describe('a series of those who take turns', () => {
  let graph: TestGraph;
  let crew: Crew;
  /** In the order of their ids, in which ties are broken. */
  let members: [TestUser, TestUser, TestUser];

  beforeAll(async () => {
    graph = await startGraph({ clock: createTestClock('2027-03-01T08:00:00Z') });
  });
  beforeEach(async () => {
    crew = await crewOf(graph, 3);
    members = [...crew.members].sort((a, b) => (a.id < b.id ? -1 : 1)) as typeof members;
  });
  afterAll(() => graph.stop());

  const decisionsOf = async (bookings: readonly { id: string }[]) => {
    const found = [];
    for (const { id } of bookings) {
      const { key } = crew.leader;
      const { booking } = (await graph.execute(ops.BookingAssignmentDocument, { id }, { key })).data;
      found.push(booking?.assignments?.[0]);
    }
    return found;
  };
  const hostsOf = (bookings: readonly { hosts: readonly { id: string }[] }[]) =>
    bookings.map(({ hosts }) => members.findIndex(({ id }) => id === hosts[0]?.id));
  const countsOf = async (eventTypeId: string) => {
    const { hosts } = await fairnessOf(graph, crew, eventTypeId);
    return members.map(({ id }) => hosts.find(({ host }) => host.id === id)?.count);
  };

  it('has one host, and each booking its decision and its place in the count', async () => {
    const type = await sharedType(graph, crew, SERIES);
    const first = await bookSeries(graph, seriesInput(type.id, NINE));
    const second = await bookSeries(graph, seriesInput(type.id, later(NINE, 1)));
    expect([hostsOf(first.bookings), hostsOf(second.bookings)]).toEqual([Array(4).fill(0), Array(4).fill(1)]);
    const decisions = await decisionsOf([...first.bookings, ...second.bookings]);
    // One look at the counts for a whole series.
    expect(decisions.map(one => [one?.decidedBy, one?.candidates.map(({ count }) => count)])).toEqual([
      ...Array(4).fill(['LOWEST_ID', [0, 0, 0]]),
      ...Array(4).fill(['LOWEST_ID', [4, 0, 0]]),
    ]);
    expect(decisions[4]).toMatchObject({
      host: { id: members[1].id },
      turnOf: { id: members[1].id },
      candidates: members.map(({ id }) => ({ host: { id }, isFree: true })),
    });
    expect(await countsOf(type.id)).toEqual([4, 4, 0]);
    expect((await remembered(graph, type.id)).toSorted()).toEqual([0, 4, 4]);
  });

  it('is given back with what is cancelled of it', async () => {
    const type = await sharedType(graph, crew, SERIES);
    const { bookings, manageToken } = await bookSeries(graph, seriesInput(type.id, NINE));
    const input = {
      bookingId: bookings[1]?.id ?? '',
      scope: 'FOLLOWING' as const,
      manageToken,
      idempotencyKey: 'cancel',
    };
    await graph.execute(ops.CancelSeriesDocument, { input });
    expect(await countsOf(type.id)).toEqual([1, 0, 0]);
    expect((await remembered(graph, type.id)).toSorted()).toEqual([0, 0, 1]);
    const next = await bookSeries(graph, seriesInput(type.id, later(NINE, 1)));
    expect(hostsOf(next.bookings)).toEqual(Array(4).fill(1));
  });

  it('goes to whoever can take all that can be booked, before whose turn it is, and says so', async () => {
    const type = await sharedType(graph, crew, SERIES);
    const ownTypeOf = async ({ id }: TestUser) =>
      (await bookable(graph, crew.leader, { ownerId: crew.teamId, hostIds: [id], durationMinutes: 60 })).id;
    const [first, second, third] = [
      await ownTypeOf(members[0]),
      await ownTypeOf(members[1]),
      await ownTypeOf(members[2]),
    ];
    // The first two miss one of the four each, and the last one nobody can take.
    await book(graph, first, slotAt(later(NINE, 7)));
    await book(graph, second, slotAt(NINE));
    for (const id of [first, second, third]) await book(graph, id, slotAt(later(NINE, 21)));
    const series = await bookSeries(graph, seriesInput(type.id, NINE, { strategy: 'SKIP' }));
    expect(series.skipped.map(({ position }) => position)).toEqual([4]);
    expect(hostsOf(series.bookings)).toEqual([2, 2, 2]);
    const decisions = await decisionsOf(series.bookings);
    expect(
      decisions.map(one => [
        one?.decidedBy,
        one?.candidates.map(({ isFree, shortfall }) => [isFree, shortfall]),
      ]),
    ).toEqual([
      [
        'SERIES',
        [
          [true, null],
          [false, null],
          [true, 1],
        ],
      ],
      [
        'SERIES',
        [
          [false, null],
          [true, null],
          [true, 1],
        ],
      ],
      [
        'SERIES',
        [
          [true, null],
          [true, null],
          [true, 1],
        ],
      ],
    ]);
    expect(await countsOf(type.id)).toEqual([0, 0, 3]);
  });

  it('counts right when many are booked at once', async () => {
    const type = await sharedType(graph, crew, SERIES);
    const hours = [0, 1, 2, 3, 4, 5];
    const made = await Promise.all(
      hours.map(hour => bookSeries(graph, seriesInput(type.id, later(NINE, 0, hour)))),
    );
    // Each has one host, and each host as many.
    expect(made.map(({ bookings }) => new Set(hostsOf(bookings)).size)).toEqual(hours.map(() => 1));
    expect(await countsOf(type.id)).toEqual([8, 8, 8]);
    expect(await remembered(graph, type.id)).toEqual([8, 8, 8]);
  }, 60_000);
});

describe('series of those who take turns, without the lock of hosts', () => {
  let graph: TestGraph;

  beforeAll(async () => {
    graph = await startGraph({ clock: createTestClock('2027-03-01T08:00:00Z') });
  });
  afterAll(() => graph.stop());

  it('go to the same host several times over: with the lock that cannot be', async () => {
    await graph.database.query(
      `create or replace function scheduling.lock_claimants(ids uuid[]) returns void language plpgsql as $$ begin end $$`,
    );
    const crew = await crewOf(graph, 3);
    const type = await sharedType(graph, crew, SERIES);
    const hours = [0, 1, 2, 3, 4, 5];
    await Promise.all(hours.map(hour => bookSeries(graph, seriesInput(type.id, later(NINE, 0, hour)))));
    const { maximumLead } = await fairnessOf(graph, crew, type.id);
    expect(maximumLead).toBeGreaterThan(0);
  }, 60_000);
});
