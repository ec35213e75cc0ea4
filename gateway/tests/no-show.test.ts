import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { servicePrincipal } from '#platform/principal.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { completeBookings } from '../../subgraphs/scheduling/expiry/complete-bookings.ts';
import { startGraph, type TestGraph, type TestUser, type Topology } from './kit/graph.ts';
import { progress } from './kit/lifecycle.ts';
import { join } from './kit/seats.ts';
import { book, bookable, cancel, slotsOf } from './kit/stories.ts';

describe.each<Topology>(['standalone', 'distributed'])('who did not come, %s', topology => {
  let at = Date.now();
  let graph: TestGraph;
  let ada: TestUser;

  beforeAll(async () => {
    graph = await startGraph({ topology, clock: { now: () => at } });
    ada = await graph.signUp();
  });
  afterAll(() => graph.stop());

  const mark = (input: Omit<ops.MarkNoShowInput, 'idempotencyKey'>, user = ada) =>
    graph.execute(
      ops.MarkNoShowDocument,
      { input: { ...input, idempotencyKey: `key ${Math.random()}` } },
      { key: user.key },
    );

  it('is noted from the start on, for guests and hosts, and taken back', async () => {
    const { id } = await bookable(graph, ada, { seatsPerSlot: 3 });
    const [slot] = await slotsOf(graph, id);
    const seat = await join(graph, id, slot, { name: 'Grace Hopper' });
    await join(graph, id, slot, { name: 'Alan Turing' });
    const bookingId = seat.id;
    const [grace, alan] = (await progress(graph, ada, bookingId)).attendees.map(attendee => attendee.id);
    const attendeeIds = [grace ?? ''];
    at = Date.parse(seat.startsAt) - 1;
    expect((await mark({ bookingId, attendeeIds })).data.markNoShow.__typename).toBe('TransitionRefused');
    at += 1;
    expect((await mark({ bookingId, attendeeIds })).data.markNoShow).toEqual({
      __typename: 'NoShowMarked',
      booking: {
        id: bookingId,
        attendees: [
          { id: grace, noShow: true },
          { id: alan, noShow: false },
        ],
      },
    });
    at = Date.parse(seat.endsAt);
    await completeBookings(graph.apps.scheduling.openContext(servicePrincipal('scheduling')));
    const watching = await graph.watch(ada.key, ops.BookingChangedDocument, {
      filter: { kinds: ['BOOKING_NO_SHOW_MARKED'] },
    });
    expect((await mark({ bookingId, hostIds: [ada.id] })).data.markNoShow.__typename).toBe('NoShowMarked');
    const [change] = await watching.take(1);
    expect(change?.bookingChanged).toMatchObject({ kind: 'BOOKING_NO_SHOW_MARKED' });
    expect(await progress(graph, ada, bookingId)).toMatchObject({
      status: 'COMPLETED',
      noShowHosts: [{ id: ada.id }],
      attendees: [{ noShow: true }, { noShow: false }],
    });
    const query =
      'query ($id: ID!, $manageToken: String) { booking(id: $id, manageToken: $manageToken) { noShowHosts { id } } }';
    const guest = await graph.execute<unknown, Record<string, string>>(query, {
      id: bookingId,
      manageToken: seat.manageToken,
    });
    expect(JSON.stringify(guest.body)).not.toContain(ada.id);
    await mark({ bookingId, hostIds: [ada.id], attendeeIds, noShow: false });
    expect(await progress(graph, ada, bookingId)).toMatchObject({
      version: 6,
      noShowHosts: [],
      attendees: [{ noShow: false }, { noShow: false }],
      kinds: ['CREATED', 'ATTENDEE_ADDED', 'NO_SHOW_MARKED', 'COMPLETED', 'NO_SHOW_MARKED', 'NO_SHOW_MARKED'],
    });
  });

  it('is refused of bookings that did not take place, of strangers and by strangers', async () => {
    const { id } = await bookable(graph, ada);
    const [first, second] = await slotsOf(graph, id);
    const [cancelled, held] = [await book(graph, id, first), await book(graph, id, second)];
    await cancel(graph, cancelled);
    at = Date.parse(held.startsAt);
    expect((await mark({ bookingId: cancelled.id, hostIds: [ada.id] })).data.markNoShow.__typename).toBe(
      'TransitionRefused',
    );
    const stranger = await graph.signUp();
    expect((await mark({ bookingId: held.id, hostIds: [ada.id] }, stranger)).code).toBe('NOT_FOUND');
    const wrong: [Partial<ops.MarkNoShowInput>, string][] = [
      [{ hostIds: [stranger.id] }, 'hostIds'],
      [{ attendeeIds: ['att_00000000000000000000000000'] }, 'attendeeIds'],
      [{}, 'attendeeIds'],
    ];
    for (const [input, field] of wrong) {
      const refused = await mark({ bookingId: held.id, ...input });
      expect(refused.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
    }
    expect((await progress(graph, ada, held.id)).version).toBe(1);
  });
});
