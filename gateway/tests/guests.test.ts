import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestClock, type TestClock } from '#platform/testing/clock.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { ask, join } from './kit/seats.ts';
import { type BookableEventType, book, bookable, cancel, slotsOf, type TestSlot } from './kit/stories.ts';

type Booked = Awaited<ReturnType<typeof book>>;

let calls = 0;
const once = () => `guests ${++calls}`;
const numbered = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => `guest${from + index}@example.com`);

describe('the people of a booking', () => {
  let graph: TestGraph;
  let ada: TestUser;
  let stranger: TestUser;
  let intro: BookableEventType;
  let slots: TestSlot[];
  let booking: Booked;

  beforeAll(async () => {
    graph = await startGraph();
    ada = await graph.signUp({ handle: 'ada', name: 'Ada Lovelace' });
    stranger = await graph.signUp();
    intro = await bookable(graph, ada, {
      title: 'Intro',
      locations: [
        { kind: 'LINK', label: 'https://meet.example.com/ada' },
        { kind: 'IN_PERSON', label: 'Room 1' },
        { kind: 'IN_PERSON', label: 'Room 2' },
      ],
      bookingFields: [{ slug: 'topic', label: 'Topic', type: 'TEXT', required: true, options: [] }],
    });
    slots = await slotsOf(graph, intro.id, { first: 200 });
  });
  afterAll(() => graph.stop());
  beforeEach(async () => {
    booking = await join(graph, intro.id, slots.shift(), { answers: [{ slug: 'topic', value: 'Engines' }] });
  });

  const by = (user?: TestUser) => (user ? { key: user.key } : {});
  async function addGuests(
    guests: string[],
    input: Partial<ops.AddBookingGuestsInput> = {},
    user?: TestUser,
  ) {
    const all = { bookingId: booking.id, guests, idempotencyKey: once(), ...input };
    return graph.execute(ops.AddBookingGuestsDocument, { input: all }, by(user));
  }
  async function removeGuests(
    guests: string[],
    input: Partial<ops.AddBookingGuestsInput> = {},
    user?: TestUser,
  ) {
    const all = { bookingId: booking.id, guests, idempotencyKey: once(), ...input };
    return graph.execute(ops.RemoveBookingGuestsDocument, { input: all }, by(user));
  }
  async function addAttendee(input: Partial<ops.AddAttendeeInput> = {}, user = ada) {
    const attendee = { name: 'Alan Turing', email: 'alan@example.com', timeZone: 'Europe/London' };
    const all = { bookingId: booking.id, attendee, idempotencyKey: once(), ...input };
    return graph.execute(ops.AddAttendeeDocument, { input: all }, by(user));
  }
  async function removeAttendee(attendeeId: string, user = ada) {
    const input = { bookingId: booking.id, attendeeId, idempotencyKey: once() };
    return graph.execute(ops.RemoveAttendeeDocument, { input }, by(user));
  }
  async function shown(manageToken: string | null, user?: TestUser) {
    const answer = await graph.execute(
      ops.BookingDeadlinesDocument,
      { id: booking.id, manageToken },
      by(user),
    );
    return answer.data.booking;
  }
  async function movedTo(
    location: ops.ChosenLocationInput,
    input: { manageToken?: string },
    user?: TestUser,
  ) {
    const all = { bookingId: booking.id, location, idempotencyKey: once(), ...input };
    return graph.execute(ops.UpdateBookingLocationDocument, { input: all }, by(user));
  }

  it('grow and shrink by the link of the guest who brings them', async () => {
    const { manageToken } = booking;
    const added = await addGuests(['b@example.com', 'c@example.com', 'B@example.com'], { manageToken });
    expect(added.data.addBookingGuests).toMatchObject({
      __typename: 'BookingGuestsAdded',
      booking: { guests: ['b@example.com', 'c@example.com'], version: 2 },
    });
    const removed = await removeGuests(['B@EXAMPLE.com'], { manageToken });
    expect(removed.data.removeBookingGuests).toMatchObject({
      booking: { guests: ['c@example.com'], version: 3 },
    });
    expect(await shown(null, ada)).toMatchObject({ guests: ['c@example.com'], version: 3 });
    const entries = (
      await graph.execute(
        ops.BookingHistoryDocument,
        { id: booking.id, asOf: new Date().toISOString() },
        by(ada),
      )
    ).data;
    expect(entries.booking?.history?.nodes.map(({ kind }) => kind)).toEqual([
      'BOOKING_CREATED',
      'BOOKING_UPDATED',
      'BOOKING_UPDATED',
    ]);
  });

  it('are 10 more at once and 30 all in all', async () => {
    const { manageToken } = booking;
    const many = await addGuests(numbered(11), { manageToken });
    expect([many.code, many.errors[0]?.extensions]).toMatchObject([
      'BAD_USER_INPUT',
      { field: 'guests', max: 10 },
    ]);
    for (const from of [0, 10, 20]) {
      expect((await addGuests(numbered(10, from), { manageToken })).data.addBookingGuests.__typename).toBe(
        'BookingGuestsAdded',
      );
    }
    expect((await addGuests(['one@example.com'], { manageToken })).data.addBookingGuests).toMatchObject({
      __typename: 'GuestLimitReached',
      code: 'GUEST_LIMIT_REACHED',
      max: 30,
    });
    expect((await shown(null, ada))?.guests).toHaveLength(30);
  });

  it('take effect once, on the version that is known, and nothing where nothing changes', async () => {
    const again = { manageToken: booking.manageToken, idempotencyKey: once() };
    const first = await addGuests(['b@example.com'], again);
    expect((await addGuests(['b@example.com'], again)).data).toEqual(first.data);
    expect(await shown(null, ada)).toMatchObject({ version: 2 });
    const stale = { manageToken: booking.manageToken, expectedVersion: 1 };
    expect((await addGuests(['c@example.com'], stale)).data.addBookingGuests).toMatchObject({
      code: 'VERSION_CONFLICT',
    });
    const known = await addGuests(['b@example.com'], { manageToken: booking.manageToken });
    expect(known.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'guests' });
    const unknown = await removeGuests(['x@example.com'], {}, ada);
    expect(unknown.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'guests' });
  });

  it('are not changed by others, who learn nothing', async () => {
    const other = await join(graph, intro.id, slots.shift(), { answers: [{ slug: 'topic', value: 'x' }] });
    for (const answer of [
      await addGuests(['b@example.com'], {}, stranger),
      await addGuests(['b@example.com'], { manageToken: other.manageToken }),
      await addAttendee({}, stranger),
      await removeAttendee('att_01jc000000e008000000000000', stranger),
      await movedTo({ kind: 'LINK' }, {}, stranger),
      await graph.execute(
        ops.ReissueManageTokenDocument,
        { input: { bookingId: booking.id, idempotencyKey: once() } },
        by(stranger),
      ),
    ]) {
      expect([answer.status, answer.code]).toEqual([404, 'NOT_FOUND']);
    }
    expect(await shown(null, ada)).toMatchObject({ version: 1, guests: [] });
  });

  it('are joined by attendees with a link of their own, who see nobody else', async () => {
    const added = (await addAttendee({ guests: ['a@example.com'] })).data.addAttendee;
    if (added.__typename !== 'AttendeeAdded') throw new Error(JSON.stringify(added));
    expect(added).toMatchObject({
      attendee: { name: 'Alan Turing', email: 'alan@example.com' },
      booking: { version: 2, title: 'Intro with Ada Lovelace', guests: ['a@example.com'] },
    });
    expect(await shown(added.manageToken)).toMatchObject({
      attendees: [{ name: 'Alan Turing' }],
      guests: ['a@example.com'],
    });
    const own = await addGuests(['b@example.com'], { manageToken: booking.manageToken });
    expect(own.data.addBookingGuests).toMatchObject({ booking: { guests: ['b@example.com'] } });
    const { id } = added.attendee;
    const theirs = await addGuests(['c@example.com'], { manageToken: booking.manageToken, attendeeId: id });
    expect(theirs.code).toBe('NOT_FOUND');
    const forThem = await addGuests(['c@example.com'], { attendeeId: id }, ada);
    expect(forThem.data.addBookingGuests).toMatchObject({
      booking: { guests: ['b@example.com', 'a@example.com', 'c@example.com'] },
    });
    expect((await removeAttendee(id)).data.removeAttendee).toMatchObject({ __typename: 'AttendeeRemoved' });
    expect(await shown(null, ada)).toMatchObject({
      guests: ['b@example.com'],
      attendees: [{ name: 'Grace Hopper' }],
    });
    expect(await shown(added.manageToken)).toBeNull();
  });

  it('keep who booked, and take no attendee twice or with answers that do not fit', async () => {
    const [first] = (await shown(null, ada))?.attendees ?? [];
    expect((await removeAttendee(first?.id ?? '')).data.removeAttendee).toMatchObject({
      __typename: 'AttendeeRequired',
      code: 'ATTENDEE_REQUIRED',
    });
    expect((await removeAttendee('att_01jc000000e008000000000000')).code).toBe('NOT_FOUND');
    const attendee = { name: 'Grace', email: 'GRACE.hopper@example.com', timeZone: 'UTC' };
    expect((await addAttendee({ attendee })).errors[0]?.extensions).toMatchObject({
      field: 'attendee.email',
    });
    expect((await addAttendee({ answers: [{ slug: 'topic', value: 7 }] })).data.addAttendee).toMatchObject({
      code: 'INVALID_ANSWERS',
      fields: [{ slug: 'topic' }],
    });
    await cancel(graph, booking);
    expect((await addAttendee()).data.addAttendee).toMatchObject({ code: 'TRANSITION_REFUSED' });
  });

  it('are as many as there are seats, and one at least', async () => {
    const course = await bookable(graph, ada, { title: 'Course', seatsPerSlot: 2 });
    booking = await join(graph, course.id, slots.shift());
    const added = (await addAttendee()).data.addAttendee;
    expect(added.__typename).toBe('AttendeeAdded');
    const third = { name: 'Third', email: 'third@example.com', timeZone: 'UTC' };
    expect((await addAttendee({ attendee: third })).data.addAttendee).toMatchObject({
      code: 'ATTENDEE_LIMIT_REACHED',
      max: 2,
    });
    const full = await ask(graph, course.id, { ...booking, endsAt: '' }, { name: 'Fourth' });
    expect(full.__typename).toBe('SlotUnavailable');
    const [grace, alan] = (await shown(null, ada))?.attendees ?? [];
    expect((await removeAttendee(grace?.id ?? '')).data.removeAttendee.__typename).toBe('AttendeeRemoved');
    expect((await removeAttendee(alan?.id ?? '')).data.removeAttendee).toMatchObject({
      code: 'ATTENDEE_REQUIRED',
    });
    expect(await shown(booking.manageToken)).toBeNull();
  });

  it('take the last seat one at a time', async () => {
    const course = await bookable(graph, ada, { title: 'Course', seatsPerSlot: 2 });
    const slot = slots.shift();
    booking = await join(graph, course.id, slot);
    const rivals = await Promise.all([
      ...[1, 2, 3].map(async number => {
        const attendee = { name: `Rival ${number}`, email: `rival${number}@example.com`, timeZone: 'UTC' };
        return (await addAttendee({ attendee })).data.addAttendee.__typename;
      }),
      ask(graph, course.id, slot, { name: 'A guest' }).then(asked => asked.__typename),
    ]);
    expect(rivals.filter(name => name === 'AttendeeAdded' || name === 'BookingCreated')).toHaveLength(1);
    expect((await shown(null, ada))?.attendees).toHaveLength(2);
  });

  it('meet at another of the locations that are offered', async () => {
    const { manageToken } = booking;
    const place = await movedTo({ kind: 'IN_PERSON', label: 'Room 2' }, { manageToken });
    expect(place.data.updateBookingLocation).toMatchObject({
      booking: { location: { kind: 'IN_PERSON', label: 'Room 2' }, version: 2 },
    });
    const elsewhere = await movedTo({ kind: 'IN_PERSON', label: 'Room 3' }, {}, ada);
    expect(elsewhere.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'location' });
    await addAttendee();
    const shared = await movedTo({ kind: 'LINK' }, { manageToken });
    expect(shared.data.updateBookingLocation).toMatchObject({ code: 'BOOKING_SHARED' });
    const organizer = await movedTo({ kind: 'LINK' }, {}, ada);
    expect(organizer.data.updateBookingLocation).toMatchObject({ booking: { location: { kind: 'LINK' } } });
    expect(await shown(null, ada)).toMatchObject({ location: { kind: 'LINK' } });
  });
});

describe('the link of a guest', () => {
  let graph: TestGraph;
  let clock: TestClock;
  let ada: TestUser;
  let intro: BookableEventType;
  let slots: TestSlot[];
  const DAY_MS = 86_400_000;

  beforeAll(async () => {
    clock = createTestClock('2027-03-01T08:00:00Z');
    graph = await startGraph({ clock });
    ada = await graph.signUp({ handle: 'ada', name: 'Ada Lovelace' });
    intro = await bookable(graph, ada, {
      title: 'Intro',
      bookingWindow: { kind: 'UNLIMITED' },
    });
    slots = await slotsOf(graph, intro.id, { first: 100 });
  });
  afterAll(() => graph.stop());

  const opens = async (id: string, manageToken: string) =>
    (await graph.execute(ops.BookingDeadlinesDocument, { id, manageToken })).data.booking !== null;
  const cancelled = (bookingId: string, manageToken: string) =>
    graph.execute(ops.CancelUnderPolicyDocument, {
      input: { bookingId, manageToken, idempotencyKey: once() },
    });

  it('opens one booking, whole and unchanged', async () => {
    const [one, other] = [
      await book(graph, intro.id, slots.shift()),
      await book(graph, intro.id, slots.shift()),
    ];
    expect(await opens(one.id, one.manageToken)).toBe(true);
    const last = one.manageToken.endsWith('A') ? 'B' : 'A';
    for (const wrong of [
      other.manageToken,
      one.manageToken.slice(0, -1),
      `${one.manageToken}A`,
      `${one.manageToken.slice(0, -1)}${last}`,
      one.manageToken.toLowerCase(),
      '',
    ]) {
      expect(await opens(one.id, wrong)).toBe(false);
      expect((await cancelled(one.id, wrong)).code).toBe('NOT_FOUND');
    }
    expect((await cancelled(one.id, one.manageToken)).data.cancelBooking.__typename).toBe('BookingCancelled');
  });

  it('is stored as a hash', async () => {
    const { id, manageToken } = await book(graph, intro.id, slots.shift());
    const [row] = await graph.database.query<{ dump: string }>(
      'select json_agg(t)::text as dump from scheduling.manage_tokens t',
    );
    expect(row?.dump.length).toBeGreaterThan(64);
    expect(row?.dump).not.toContain(manageToken.slice(4));
    expect(await opens(id, manageToken)).toBe(true);
  });

  it('ends 30 days after the booking, wherever that moved', async () => {
    const { id, manageToken } = await book(graph, intro.id, slots.shift());
    const startsAt = '2027-05-03T09:00:00.000Z';
    const input = { bookingId: id, manageToken, startsAt, idempotencyKey: once() };
    const moved = (await graph.execute(ops.RescheduleUnderPolicyDocument, { input })).data.rescheduleBooking;
    expect(moved).toMatchObject({ booking: { startsAt } });
    const now = clock.now();
    try {
      clock.advance(Date.parse(startsAt) + 30 * DAY_MS - now);
      expect(await opens(id, manageToken)).toBe(true);
      clock.advance(31 * 60_000);
      expect(await opens(id, manageToken)).toBe(false);
      expect((await cancelled(id, manageToken)).code).toBe('NOT_FOUND');
    } finally {
      clock.advance(now - clock.now());
    }
  });

  it('is given anew by organizers: the old one opens nothing, the answer is the same when repeated', async () => {
    const { id, manageToken } = await book(graph, intro.id, slots.shift());
    const input = { bookingId: id, idempotencyKey: once() };
    const reissue = async () =>
      (await graph.execute(ops.ReissueManageTokenDocument, { input }, { key: ada.key })).data
        .reissueManageToken;
    const link = await reissue();
    expect(await opens(id, manageToken)).toBe(false);
    expect((await cancelled(id, manageToken)).code).toBe('NOT_FOUND');
    expect(await opens(id, link.manageToken)).toBe(true);
    expect(await reissue()).toEqual(link);
    expect((await cancelled(id, link.manageToken)).data.cancelBooking.__typename).toBe('BookingCancelled');
  });
});

describe('until when guests cancel and move', () => {
  let graph: TestGraph;
  let clock: TestClock;
  let ada: TestUser;
  const HOUR_MS = 3_600_000;

  beforeAll(async () => {
    clock = createTestClock('2027-03-01T08:00:00Z');
    graph = await startGraph({ clock });
    ada = await graph.signUp({ handle: 'ada', name: 'Ada Lovelace' });
  });
  afterAll(() => graph.stop());

  let taken = 0;
  async function under(settings: Partial<ops.CreateEventTypeInput>) {
    const type = await bookable(graph, ada, { minimumNoticeMinutes: 0, ...settings });
    const slots = await slotsOf(graph, type.id, { first: 100 });
    return { booking: await book(graph, type.id, slots[++taken]), slots };
  }
  const cancelled = async (bookingId: string, input: Partial<ops.CancelBookingInput>, key?: string) => {
    const all = { bookingId, idempotencyKey: once(), ...input };
    return (await graph.execute(ops.CancelUnderPolicyDocument, { input: all }, key ? { key } : {})).data
      .cancelBooking;
  };
  const moved = async (input: Omit<ops.RescheduleBookingInput, 'idempotencyKey'>, key?: string) => {
    const all = { ...input, idempotencyKey: once() };
    return (await graph.execute(ops.RescheduleUnderPolicyDocument, { input: all }, key ? { key } : {})).data
      .rescheduleBooking;
  };
  const shown = async (id: string, manageToken: string | null, key?: string) =>
    (await graph.execute(ops.BookingDeadlinesDocument, { id, manageToken }, key ? { key } : {})).data.booking;
  async function at<T>(instant: number, work: () => Promise<T>): Promise<T> {
    const now = clock.now();
    clock.advance(instant - now);
    try {
      return await work();
    } finally {
      clock.advance(now - clock.now());
    }
  }

  it('is said before and enforced from the very instant on, for guests only', async () => {
    const policy = 'Tell me a day ahead.';
    const { booking, slots } = await under({
      cancellationCutoffMinutes: 24 * 60,
      rescheduleCutoffMinutes: 2 * 60,
      cancellationPolicy: policy,
    });
    const { id, manageToken } = booking;
    const startsAt = Date.parse(booking.startsAt);
    const [cancelUntil, rescheduleUntil] = [24, 2].map(hours =>
      new Date(startsAt - hours * HOUR_MS).toISOString(),
    );
    const deadlines = { cancelUntil, rescheduleUntil, eventType: { cancellationPolicy: policy } };
    await at(startsAt - 24 * HOUR_MS - 1, async () => {
      expect(await shown(id, manageToken)).toMatchObject({
        ...deadlines,
        canCancel: true,
        canReschedule: true,
      });
    });
    await at(startsAt - 24 * HOUR_MS, async () => {
      expect(await shown(id, manageToken)).toMatchObject({
        ...deadlines,
        canCancel: false,
        canReschedule: true,
      });
      expect(await shown(id, null, ada.key)).toMatchObject({ ...deadlines, canCancel: true });
      expect(await cancelled(id, { manageToken })).toMatchObject({
        __typename: 'ChangeTooLate',
        code: 'CHANGE_TOO_LATE',
        until: cancelUntil,
        policy,
      });
    });
    const target = slots.at(-1)?.startsAt ?? '';
    await at(startsAt - 2 * HOUR_MS, async () => {
      expect(await shown(id, manageToken)).toMatchObject({ canCancel: false, canReschedule: false });
      expect(await moved({ bookingId: id, manageToken, startsAt: target })).toMatchObject({
        code: 'CHANGE_TOO_LATE',
        until: rescheduleUntil,
      });
      expect(await moved({ bookingId: id, startsAt: target }, ada.key)).toMatchObject({
        __typename: 'BookingRescheduled',
      });
    });
    expect(await cancelled(id, {}, ada.key)).toMatchObject({ __typename: 'BookingCancelled' });
  });

  it('lets guests do all of it just before the cut-off', async () => {
    const { booking, slots } = await under({ cancellationCutoffMinutes: 60, rescheduleCutoffMinutes: 60 });
    const { id, manageToken } = booking;
    await at(Date.parse(booking.startsAt) - HOUR_MS - 1, async () => {
      const startsAt = slots.at(-2)?.startsAt ?? '';
      expect(await moved({ bookingId: id, manageToken, startsAt })).toMatchObject({
        __typename: 'BookingRescheduled',
      });
      expect(await cancelled(id, { manageToken })).toMatchObject({ __typename: 'BookingCancelled' });
    });
  });

  it('can be never', async () => {
    const { booking, slots } = await under({ disallowsCancellation: true, disallowsReschedule: true });
    const { id, manageToken } = booking;
    expect(await shown(id, manageToken)).toMatchObject({
      canCancel: false,
      canReschedule: false,
      cancelUntil: null,
      rescheduleUntil: null,
    });
    const startsAt = slots.at(-3)?.startsAt ?? '';
    expect(await cancelled(id, { manageToken })).toMatchObject({ code: 'CHANGE_TOO_LATE', until: null });
    expect(await moved({ bookingId: id, manageToken, startsAt })).toMatchObject({ code: 'CHANGE_TOO_LATE' });
    expect(await cancelled(id, {}, ada.key)).toMatchObject({ __typename: 'BookingCancelled' });
  });

  it.each([
    ['NOBODY', 'BookingCancelled', 'BookingCancelled'],
    ['GUESTS', 'ReasonRequired', 'BookingCancelled'],
    ['EVERYBODY', 'ReasonRequired', 'ReasonRequired'],
  ] as const)('asks %s for a reason', async (requiresCancellationReason, ofGuest, ofOrganizer) => {
    const { booking } = await under({ requiresCancellationReason });
    const { booking: other } = await under({ requiresCancellationReason });
    const { manageToken } = booking;
    expect((await cancelled(booking.id, { manageToken, reason: '  ' })).__typename).toBe(ofGuest);
    expect((await cancelled(other.id, {}, ada.key)).__typename).toBe(ofOrganizer);
    if (ofGuest === 'ReasonRequired') {
      expect(await cancelled(booking.id, { manageToken, reason: 'Ill' })).toMatchObject({
        booking: { status: 'CANCELLED', cancellationReason: 'Ill' },
      });
    }
  });

  it.each([
    ['cancellationCutoffMinutes', -1],
    ['cancellationCutoffMinutes', 525_601],
    ['rescheduleCutoffMinutes', -1],
    ['cancellationPolicy', ' '],
    ['cancellationPolicy', 'x'.repeat(2001)],
  ])('refuses %s of %s', async (field, value) => {
    const input = { title: 'x', slug: `bad-${++calls}`, durationMinutes: 30, [field]: value };
    const answer = await graph.execute(
      ops.CreateEventTypeDocument,
      { input: input as ops.CreateEventTypeInput },
      { key: ada.key },
    );
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });
});
