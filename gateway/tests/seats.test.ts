import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { ask, giveUp, join, type Seat } from './kit/seats.ts';
import { bookable, slotsOf, type TestSlot } from './kit/stories.ts';
import { team } from './kit/teams.ts';

/** What a link shows: everything of a booking that could tell of others. */
const ofGuest = (past: string) => `query ($id: ID!, $manageToken: String) {
  booking(id: $id, manageToken: $manageToken) { status title guests canCancel canReschedule
    attendees { name email answers { slug value } } ${past} } }`;
const past = 'history { totalCount } asOf(at: "2199-01-01T00:00:00Z") { title }';

interface Shown {
  booking: {
    status: string;
    title: string;
    guests: string[];
    canCancel: boolean;
    canReschedule: boolean;
    attendees: { name: string; email: string; answers: { slug: string; value: unknown }[] }[];
    history?: { totalCount: number } | null;
    asOf?: { title: string } | null;
  } | null;
}

async function shownTo(graph: TestGraph, seat: { id: string; manageToken?: string }, key?: string) {
  const variables = { id: seat.id, manageToken: seat.manageToken ?? null };
  const answer = await graph.execute<Shown, typeof variables>(
    ofGuest(key ? past : ''),
    variables,
    key ? { key } : {},
  );
  return answer.data.booking;
}

async function seatsAt(graph: TestGraph, eventTypeId: string, slot: TestSlot | undefined) {
  const list = (await slotsOf(graph, eventTypeId)) as (TestSlot & { seatsRemaining: number | null })[];
  return list.find(({ startsAt }) => startsAt === slot?.startsAt)?.seatsRemaining;
}

async function failuresAt(graph: TestGraph, eventTypeId: string, slot: TestSlot | undefined) {
  const variables = { eventTypeId, startsAt: slot?.startsAt ?? '' };
  const { explainSlot } = (await graph.execute(ops.ExplainSlotDocument, variables)).data;
  return explainSlot.verdicts.filter(({ passed }) => !passed);
}

describe('guests who share slots', () => {
  let graph: TestGraph;
  let ada: TestUser;

  beforeAll(async () => {
    graph = await startGraph();
    ada = await graph.signUp({ handle: 'ada', name: 'Ada Lovelace' });
  });
  afterAll(() => graph.stop());

  const course = (settings: Partial<ops.CreateEventTypeInput> = {}) =>
    bookable(graph, ada, { title: 'Course', seatsPerSlot: 3, minimumNoticeMinutes: 0, ...settings });
  /** A slot that no other test of the same host uses. */
  let used = 0;
  const freshSlot = async (eventTypeId: string) =>
    (await slotsOf(graph, eventTypeId, { first: 100 }))[++used * 3];

  it('take one seat after the other, until the slot is gone', async () => {
    const { id } = await course();
    const slot = await freshSlot(id);
    expect(await seatsAt(graph, id, slot)).toBe(3);
    const first = await join(graph, id, slot);
    expect(await seatsAt(graph, id, slot)).toBe(2);
    const second = await join(graph, id, slot, { name: 'Edsger Dijkstra' });
    expect(await seatsAt(graph, id, slot)).toBe(1);
    const third = await join(graph, id, slot, { name: 'Alan Turing' });
    expect(await seatsAt(graph, id, slot)).toBeUndefined();
    expect([second.id, third.id]).toEqual([first.id, first.id]);
    expect([first.version, second.version, third.version]).toEqual([1, 2, 3]);
    expect((await failuresAt(graph, id, slot))[0]).toMatchObject({
      rule: 'SEATS',
      message: 'All 3 seats are taken.',
      opensIf: 'a guest cancels',
    });
    const refused = await ask(graph, id, slot, { name: 'Donald Knuth' });
    if (refused.__typename !== 'SlotUnavailable') throw new Error(JSON.stringify(refused));
    expect(refused.reasons[0]?.rule).toBe('SEATS');
    expect(refused.nextSlots).toHaveLength(3);
    expect(
      await graph.database.query(
        'select count(*)::int as claims from scheduling.claims where booking_id = $1',
        [(await graph.database.query<{ id: string }>('select id from scheduling.bookings'))[0]?.id],
      ),
    ).toEqual([{ claims: 1 }]);
  });

  it('know nothing of each other; their host knows all', async () => {
    const question = { slug: 'why', label: 'Why?', type: 'TEXT' as const, required: false, options: [] };
    const { id } = await course({ bookingFields: [question] });
    const slot = await freshSlot(id);
    const guest = (name: string) => ({
      name,
      guests: [`friend.of.${name.split(' ')[0]}@example.com`, 'both@example.com'],
      answers: [{ slug: 'why', value: `Because of ${name}.` }],
    });
    const seats = [
      await join(graph, id, slot, guest('Grace Hopper')),
      await join(graph, id, slot, guest('Alan Turing')),
    ] as const;
    for (const [seat, own, other] of [
      [seats[0], 'Grace', 'Alan'],
      [seats[1], 'Alan', 'Grace'],
    ] as const) {
      const shown = await shownTo(graph, seat);
      expect(shown?.attendees).toHaveLength(1);
      expect(shown?.guests).toEqual([`friend.of.${own}@example.com`, 'both@example.com']);
      expect(shown).toMatchObject({ canCancel: true, canReschedule: false });
      expect(shown?.title).toBe('Course with Ada Lovelace');
      expect(JSON.stringify([shown, seat])).toContain(own);
      expect(JSON.stringify([shown, seat])).not.toContain(other);
    }
    // Nor does a guest who is signed in and has a link.
    const member = await graph.signUp();
    expect(await shownTo(graph, seats[0], member.key)).toMatchObject({ history: null, asOf: null });
    expect(await shownTo(graph, { id: seats[0].id })).toBeNull();

    const seen = await shownTo(graph, { id: seats[0].id }, ada.key);
    expect(seen?.attendees.map(({ name }) => name)).toEqual(['Grace Hopper', 'Alan Turing']);
    expect(seen?.guests).toEqual([
      'friend.of.Grace@example.com',
      'both@example.com',
      'friend.of.Alan@example.com',
    ]);
    expect(seen).toMatchObject({ canReschedule: true, history: { totalCount: 2 } });
  });

  it('get no more to know from a refused change', async () => {
    const { id } = await course();
    const slot = await freshSlot(id);
    const [grace] = [await join(graph, id, slot), await join(graph, id, slot, { name: 'Alan Turing' })];
    const input = {
      bookingId: grace.id,
      manageToken: grace.manageToken,
      expectedVersion: 1,
      idempotencyKey: 'outdated',
    };
    const conflict = await graph.execute<{ cancelBooking: { __typename: string } }, { input: typeof input }>(
      `mutation ($input: CancelBookingInput!) { cancelBooking(input: $input) { __typename
        ... on BookingVersionConflict { current { title attendees { name } } } } }`,
      { input },
    );
    expect(conflict.data.cancelBooking).toEqual({
      __typename: 'BookingVersionConflict',
      current: { title: 'Course with Ada Lovelace', attendees: [{ name: 'Grace Hopper' }] },
    });
  });

  it('give up their seat alone, and the slot is open again', async () => {
    const { id } = await course({ seatsPerSlot: 2 });
    const slot = await freshSlot(id);
    const grace = await join(graph, id, slot, { guests: ['friend@example.com'] });
    const alan = await join(graph, id, slot, { name: 'Alan Turing' });
    expect(await seatsAt(graph, id, slot)).toBeUndefined();

    const cancelled = await giveUp(graph, grace);
    expect(cancelled.data.cancelBooking).toMatchObject({
      __typename: 'BookingCancelled',
      booking: { id: grace.id, status: 'CANCELLED' },
    });
    expect(await seatsAt(graph, id, slot)).toBe(1);
    // Asked again, the answer is the same; the link itself opens nothing any more.
    expect((await giveUp(graph, grace)).body).toEqual(cancelled.body);
    expect(await shownTo(graph, grace)).toBeNull();
    const again = { bookingId: grace.id, manageToken: grace.manageToken, idempotencyKey: 'again' };
    expect((await graph.execute(ops.CancelBookingDocument, { input: again })).code).toBe('NOT_FOUND');
    expect(await shownTo(graph, alan)).toMatchObject({ status: 'CONFIRMED', canReschedule: true });
    expect(await shownTo(graph, { id: alan.id }, ada.key)).toMatchObject({ status: 'CONFIRMED', guests: [] });

    const last = await giveUp(graph, alan);
    expect(last.data.cancelBooking).toMatchObject({ booking: { status: 'CANCELLED' } });
    expect(await shownTo(graph, alan)).toMatchObject({ status: 'CANCELLED', canCancel: false });
    expect(await seatsAt(graph, id, slot)).toBe(2);
    expect((await join(graph, id, slot)).id).not.toBe(grace.id);
  });

  it('are told of in history, in what is replayed and in the log', async () => {
    const { id } = await course();
    const slot = await freshSlot(id);
    const watching = await graph.watch(ada.key, ops.BookingChangedDocument, {
      filter: { eventTypeIds: [id] },
    });
    const grace = await join(graph, id, slot);
    await join(graph, id, slot, { name: 'Alan Turing' });
    await giveUp(graph, grace);
    const changes = (await watching.take(3)).map(({ bookingChanged }) => bookingChanged);
    watching.end();
    expect(changes.map(({ kind, booking }) => [kind, booking.attendees.map(({ name }) => name)])).toEqual([
      ['BOOKING_CREATED', ['Grace Hopper']],
      ['BOOKING_ATTENDEE_ADDED', ['Grace Hopper', 'Alan Turing']],
      ['BOOKING_ATTENDEE_REMOVED', ['Alan Turing']],
    ]);
    interface Life {
      booking: {
        history: { nodes: { kind: string; changes: { field: string }[] }[] };
        asOf: { attendees: { name: string }[] };
      };
    }
    const variables = { id: grace.id, at: new Date(graph.now() + 1000).toISOString() };
    const { booking } = (
      await graph.execute<Life, typeof variables>(
        `query ($id: ID!, $at: DateTime!) { booking(id: $id) {
          history { nodes { kind changes { field } } } asOf(at: $at) { attendees { name } } } }`,
        variables,
        { key: ada.key },
      )
    ).data;
    expect(booking.history.nodes.slice(1)).toEqual([
      { kind: 'BOOKING_ATTENDEE_ADDED', changes: [{ field: 'attendees' }] },
      { kind: 'BOOKING_ATTENDEE_REMOVED', changes: [{ field: 'attendees' }] },
    ]);
    expect(booking.asOf.attendees).toEqual([{ name: 'Alan Turing' }]);
    const [news] = await graph.database.query<{ payload: { attendee: { name: string }; reason: string } }>(
      `select payload from scheduling.outbox_events where name = 'booking.attendee_removed' order by 1 limit 1`,
    );
    expect(news?.payload).toMatchObject({ reason: 'ill', attendee: { email: expect.any(String) } });
  });

  it('cannot move what they share; its host moves all of it, and joins it to nothing', async () => {
    const { id } = await course();
    const slot = await freshSlot(id);
    const [free, other] = [await freshSlot(id), await freshSlot(id)];
    const grace = await join(graph, id, slot);
    await join(graph, id, slot, { name: 'Alan Turing' });
    await join(graph, id, other, { name: 'Donald Knuth' });
    const move = async (to: TestSlot | undefined, by: { manageToken: string } | { key: string }) => {
      const manageToken = 'manageToken' in by ? by.manageToken : null;
      const input = { bookingId: grace.id, manageToken, startsAt: to?.startsAt ?? '' };
      return graph.execute(
        ops.RescheduleBookingDocument,
        { input: { ...input, idempotencyKey: `move ${Math.random()}` } },
        'key' in by ? by : {},
      );
    };
    expect((await move(free, grace)).data.rescheduleBooking).toMatchObject({
      __typename: 'BookingShared',
      code: 'BOOKING_SHARED',
    });
    const taken = (await move(other, { key: ada.key })).data.rescheduleBooking;
    expect(taken).toMatchObject({ __typename: 'SlotUnavailable' });
    expect((await move(free, { key: ada.key })).data.rescheduleBooking).toMatchObject({
      __typename: 'BookingRescheduled',
    });
    expect(await seatsAt(graph, id, slot)).toBe(3);
    expect(await seatsAt(graph, id, free)).toBe(1);
    const whole = await giveUp(graph, { id: grace.id }, ada.key);
    expect(whole.data.cancelBooking).toMatchObject({ booking: { status: 'CANCELLED' } });
    expect(await shownTo(graph, grace)).toMatchObject({ status: 'CANCELLED' });
    expect(await seatsAt(graph, id, free)).toBe(3);
  });

  it('join a booking that was made before, whose guest stays unknown to them', async () => {
    const { id } = await course({ seatsPerSlot: null });
    const slot = await freshSlot(id);
    const grace = await join(graph, id, slot);
    expect(grace.title).toBe('Course with Ada Lovelace and Grace Hopper');
    await graph.execute(ops.UpdateEventTypeDocument, { input: { id, seatsPerSlot: 2 } }, { key: ada.key });
    const alan = await join(graph, id, slot, { name: 'Alan Turing' });
    expect([alan.id, alan.title]).toEqual([grace.id, 'Course with Ada Lovelace']);
    expect((await shownTo(graph, grace))?.attendees.map(({ name }) => name)).toEqual(['Grace Hopper']);
    await giveUp(graph, grace);
    expect(await shownTo(graph, alan)).toMatchObject({ status: 'CONFIRMED' });
    await graph.execute(ops.UpdateEventTypeDocument, { input: { id, seatsPerSlot: null } }, { key: ada.key });
    expect(await ask(graph, id, slot, { name: 'Donald Knuth' })).toMatchObject({
      __typename: 'SlotUnavailable',
    });
  });

  it('count for limits of guests, and for no other', async () => {
    const perDay = { unit: 'BOOKINGS' as const, period: 'DAY' as const };
    const limits = [
      { ...perDay, scope: 'EVENT_TYPE' as const, max: 1 },
      { ...perDay, scope: 'BOOKER' as const, max: 2 },
    ];
    const { id } = await course({ seatsPerSlot: 5, limits });
    const slot = await freshSlot(id);
    const outcomes = [];
    for (const name of ['Grace Hopper', 'Alan Turing', 'Grace Hopper', 'Grace Hopper', 'Donald Knuth'])
      outcomes.push((await ask(graph, id, slot, { name })).__typename);
    expect(outcomes).toEqual([
      'BookingCreated',
      'BookingCreated',
      'BookingCreated',
      'BookingLimitReached',
      'BookingCreated',
    ]);
  });

  it('fill the booking of one host before another hosts too', async () => {
    const [grace, member] = [await graph.signUp(), await graph.signUp()];
    const ownerId = await team(graph, grace, { MEMBER: member });
    const { id } = await bookable(graph, grace, {
      ownerId,
      schedulingMode: 'ROUND_ROBIN',
      hostIds: [grace.id, member.id],
      seatsPerSlot: 2,
    });
    const [slot] = await slotsOf(graph, id);
    const seats: Seat[] = [];
    for (let guest = 0; guest < 4; guest++)
      seats.push(await join(graph, id, slot, { name: `Guest ${guest}` }));
    const hosts = seats.map(seat => seat.hosts[0]?.id);
    expect(hosts[1]).toBe(hosts[0]);
    expect(hosts[3]).toBe(hosts[2]);
    expect(new Set(hosts)).toEqual(new Set([grace.id, member.id]));
    expect(await seatsAt(graph, id, slot)).toBeUndefined();
    // Seats are free with both again: the fuller one is joined first.
    await giveUp(graph, seats[0] as Seat);
    expect(await seatsAt(graph, id, slot)).toBe(1);
  });

  it.each([1, 0, -1, 1001])('are not %d', async seatsPerSlot => {
    const input = { title: 'T', slug: 'seats-refused', durationMinutes: 30, seatsPerSlot };
    const created = await graph.execute(ops.CreateEventTypeDocument, { input }, { key: ada.key });
    expect([created.code, created.errors[0]?.extensions.field]).toEqual(['BAD_USER_INPUT', 'seatsPerSlot']);
    const { id } = await course();
    const change = { id, seatsPerSlot };
    const updated = await graph.execute(ops.UpdateEventTypeDocument, { input: change }, { key: ada.key });
    expect([updated.code, updated.errors[0]?.extensions.field]).toEqual(['BAD_USER_INPUT', 'seatsPerSlot']);
  });

  it('are two to a thousand, and none when cleared', async () => {
    const settings = async (id: string) =>
      (await graph.execute(ops.EventTypeSettingsDocument, { id }, { key: ada.key })).data.eventType
        ?.seatsPerSlot;
    const { id } = await course({ seatsPerSlot: 1000 });
    expect(await settings(id)).toBe(1000);
    const change = (input: Partial<ops.UpdateEventTypeInput>) =>
      graph.execute(ops.UpdateEventTypeDocument, { input: { id, ...input } }, { key: ada.key });
    await change({ seatsPerSlot: 2 });
    expect(await settings(id)).toBe(2);
    await change({ title: 'Another title' });
    expect(await settings(id)).toBe(2);
    await change({ seatsPerSlot: null });
    expect(await settings(id)).toBeNull();
  });

  it('are told of a slot when it is full, and when a seat is free again', async () => {
    const { id, nextWeek } = await course({ seatsPerSlot: 2 });
    const slot = await freshSlot(id);
    const variables = { eventTypeId: id, ...nextWeek, timeZone: 'UTC' };
    const watching = await graph.watch(undefined, ops.SlotsChangedDocument, variables);
    const grace = await join(graph, id, slot);
    await join(graph, id, slot, { name: 'Alan Turing' });
    const [full] = await watching.take(1);
    expect(full?.slotsChanged).toMatchObject({ added: [], removed: [{ startsAt: slot?.startsAt }] });
    await giveUp(graph, grace);
    const [, open] = await watching.take(2);
    expect(open?.slotsChanged).toMatchObject({ added: [{ startsAt: slot?.startsAt }], removed: [] });
    watching.end();
  });
});
