import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidOf } from '#platform/ids.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { hold, release } from './kit/holds.ts';
import { confirm, draft, submit } from './kit/lifecycle.ts';
import { createRoom, resourcesOf } from './kit/resources.ts';
import { bookSeries, later, SERIES, seriesInput } from './kit/series.ts';
import { book, bookable, bookingInput, cancel, slotsOf, type TestSlot } from './kit/stories.ts';

/** Rooms are promised like hosts' time, in whatever way a booking comes to take its time. */
describe('rooms', () => {
  let graph: TestGraph;
  let ada: TestUser;
  let bob: TestUser;
  let rooms: { id: string; name: string }[];

  beforeAll(async () => {
    graph = await startGraph();
    [ada, bob] = [await graph.signUp({ name: 'Ada' }), await graph.signUp({ name: 'Bob' })];
  });
  afterAll(() => graph.stop());

  /** Two rooms of Ada's, of which one is needed. */
  async function inOneOfTwo(settings: Partial<ops.CreateEventTypeInput> = {}) {
    rooms = [
      await createRoom(graph, ada, { name: 'Small' }),
      await createRoom(graph, ada, { name: 'Large' }),
    ];
    const resourceRequirements = [{ resourceIds: rooms.map(({ id }) => id), required: 1 }];
    return bookable(graph, ada, { resourceRequirements, ...settings });
  }

  const namesOf = async (booking: { id: string; manageToken: string }) =>
    (await resourcesOf(graph, booking)).resources.map(({ name }) => name);

  const claimed = (slot: TestSlot | undefined) =>
    graph.database.query<{ name: string; source: string }>(
      `select r.name, c.source from scheduling.claims c join scheduling.resources r on r.id = c.claimant_id
        where c.during && tstzrange($1, $2) and r.name in ('Small', 'Large') order by r.name`,
      [slot?.startsAt, slot?.endsAt],
    );

  /** Somebody outside takes a room, as an event type of another host would. */
  async function takeRoom(name: string, slot: TestSlot | undefined) {
    const room = rooms.find(candidate => candidate.name === name);
    await graph.database.query(
      `insert into scheduling.claims (organization_id, claimant_id, during, source, booking_id)
        select organization_id, $1::uuid, tstzrange($2, $3), 'BOOKING', id from scheduling.bookings limit 1`,
      [uuidOf(room?.id ?? ''), slot?.startsAt, slot?.endsAt],
    );
  }

  it('are kept by a hold, taken over by its booking, and given back with it', async () => {
    const { id } = await inOneOfTwo();
    const [slot, other] = (await slotsOf(graph, id)).slice(4);
    const held = await hold(graph, id, slot);
    expect(await claimed(slot)).toEqual([{ name: 'Small', source: 'HOLD' }]);
    const input = { ...bookingInput(id, slot), holdToken: held.holdToken };
    const { createBooking } = (await graph.execute(ops.CreateBookingDocument, { input })).data;
    if (createBooking.__typename !== 'BookingCreated') throw new Error(JSON.stringify(createBooking));
    const booking = { ...createBooking.booking, manageToken: createBooking.manageToken };
    expect(await namesOf(booking)).toEqual(['Small']);
    expect(await claimed(slot)).toEqual([{ name: 'Small', source: 'BOOKING' }]);
    await release(graph, (await hold(graph, id, other)).holdToken);
    expect(await claimed(other)).toEqual([]);
    await cancel(graph, booking);
    expect(await claimed(slot)).toEqual([]);
  });

  it('are chosen anew when a request that took none is confirmed, and refuse it when there are none', async () => {
    const { id } = await inOneOfTwo({ requiresConfirmation: true, pendingTakesTime: false });
    const [slot, other] = (await slotsOf(graph, id)).slice(8);
    const [asked, late] = [await book(graph, id, slot), await book(graph, id, other)];
    expect([await namesOf(asked), await claimed(slot)]).toEqual([['Small'], []]);
    await takeRoom('Small', slot);
    expect(await confirm(graph, ada, asked.id)).toMatchObject({ __typename: 'BookingConfirmed' });
    expect(await namesOf(asked)).toEqual(['Large']);
    await takeRoom('Small', other);
    await takeRoom('Large', other);
    expect(await confirm(graph, ada, late.id)).toMatchObject({ __typename: 'SlotUnavailable' });
  });

  it('are taken when a draft is submitted', async () => {
    const { id } = await inOneOfTwo();
    const slot = (await slotsOf(graph, id))[12];
    const prepared = await draft(graph, ada, id, slot);
    expect(await claimed(slot)).toEqual([]);
    await takeRoom('Small', slot);
    expect(await submit(graph, ada, prepared.id)).toMatchObject({ __typename: 'BookingSubmitted' });
    expect(await namesOf(prepared)).toEqual(['Large']);
  });

  it('are taken again when a cancellation is taken back: the same, or others that are free', async () => {
    const { id } = await inOneOfTwo();
    const slot = (await slotsOf(graph, id))[14];
    const booking = await book(graph, id, slot);
    const undo = async () => {
      const version = 2;
      const input = { bookingId: booking.id, version, idempotencyKey: `${Math.random()}` };
      const answer = await graph.execute(ops.UndoBookingChangeDocument, { input }, { key: ada.key });
      return answer.data.undoBookingChange.__typename;
    };
    await cancel(graph, booking);
    await takeRoom('Small', slot);
    expect(await undo()).toBe('BookingChangeUndone');
    expect(await namesOf(booking)).toEqual(['Large']);
  });

  it('are taken for each booking of a series, and follow it when it moves', async () => {
    const { id } = await inOneOfTwo(SERIES);
    const other = await bookable(graph, bob, {});
    const mornings = (await slotsOf(graph, id)).filter(({ startsAt }) => startsAt.includes('T10:00'));
    const start = mornings.at(-1)?.startsAt ?? '';
    await book(graph, other.id, (await slotsOf(graph, other.id))[0]);
    await takeRoom('Small', { startsAt: later(start, 7), endsAt: later(start, 7, 1) } as TestSlot);
    const series = await bookSeries(graph, seriesInput(id, start));
    const [first] = series.bookings;
    const taken = async () => {
      const found = [];
      for (const booking of series.bookings)
        found.push((await namesOf({ id: booking.id, manageToken: series.manageToken })).join());
      return found;
    };
    expect(await taken()).toEqual(['Small', 'Large', 'Small', 'Small']);
    const input = {
      bookingId: first?.id ?? '',
      manageToken: series.manageToken,
      scope: 'ALL' as const,
      startsAt: later(start, 0, 1),
      strategy: 'FAIL' as const,
      idempotencyKey: `${Math.random()}`,
    };
    const { rescheduleSeries } = (await graph.execute(ops.RescheduleSeriesDocument, { input })).data;
    if (rescheduleSeries.__typename !== 'SeriesRescheduled')
      throw new Error(JSON.stringify(rescheduleSeries));
    // The second keeps the room that it has.
    expect(await taken()).toEqual(['Small', 'Large', 'Small', 'Small']);
    const moved = { startsAt: later(start, 7, 1), endsAt: later(start, 7, 2) } as TestSlot;
    expect(await claimed(moved)).toEqual([{ name: 'Large', source: 'BOOKING' }]);
  });
});
