import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { uuidOf } from '#platform/ids.ts';
import { servicePrincipal } from '#platform/principal.ts';
import { createTestClock } from '#platform/testing/clock.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { createSchedulingApp } from '../../subgraphs/scheduling/app.ts';
import { expireBookings } from '../../subgraphs/scheduling/expiry/expire-bookings.ts';
import { until } from './kit/collect.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { accept, ask, instantInput, instantType, offer } from './kit/instant.ts';
import { progress, timeOf } from './kit/lifecycle.ts';
import { book, bookable, cancel } from './kit/stories.ts';

/** A Monday. */
const NOW = '2027-03-08T10:00:20.000Z';
const START = '2027-03-08T10:01:00.000Z';

/** The job that a request leaves behind, as if its time had come. */
const jobsAreDue = (graph: TestGraph) =>
  graph.database.query('update scheduling_jobs._private_jobs set run_at = now() where run_at > now()');

describe('a meeting at once', () => {
  const clock = createTestClock(NOW);
  let graph: TestGraph;
  let ada: TestUser;
  let bea: TestUser;
  let carl: TestUser;
  let eve: TestUser;
  let typeId: string;

  beforeAll(async () => {
    graph = await startGraph({ clock });
    [ada, bea, carl, eve] = [
      await graph.signUp({ name: 'Ada' }),
      await graph.signUp({ name: 'Bea' }),
      await graph.signUp({ name: 'Carl' }),
      await graph.signUp({ name: 'Eve' }),
    ];
    typeId = (await instantType(graph, [ada, bea, carl], { minimumNoticeMinutes: 240, slug: 'now' })).id;
  });
  beforeEach(async () => {
    // What an earlier test left open is over.
    clock.set('2027-03-08T16:00:00Z');
    await expireBookings(graph.apps.scheduling.openContext(servicePrincipal('scheduling')));
    await graph.database.query('delete from scheduling.claims');
    clock.set(NOW);
  });
  afterAll(() => graph.stop());

  const offersTo = async (host: TestUser) =>
    (await graph.execute(ops.InstantOffersDocument, {}, { key: host.key })).data.instantOffers.map(
      ({ id }) => id,
    );
  const watchOffers = (host: TestUser) => graph.watch(host.key, ops.InstantOffersChangedDocument, {});
  const watchAsGuest = (booking: { id: string; manageToken: string }) =>
    graph.watch(undefined, ops.InstantBookingChangedDocument, {
      id: booking.id,
      manageToken: booking.manageToken,
    });

  it('is offered to all who are free, takes no time, and starts at the next minute whatever the notice', async () => {
    const solo = await bookable(graph, carl, { minimumNoticeMinutes: 0 });
    await book(graph, solo.id, { startsAt: '2027-03-08T10:30:00Z', endsAt: '' });
    const long = await instantType(graph, [ada, bea, carl], { durationMinutes: 60 });
    const booking = await offer(graph, long.id);
    expect(booking).toMatchObject({
      status: 'AWAITING_HOST',
      startsAt: START,
      endsAt: '2027-03-08T11:01:00.000Z',
      acceptUntil: '2027-03-08T10:01:50.000Z',
      expiresAt: '2027-03-08T10:01:50.000Z',
      hosts: [],
    });
    expect(await Promise.all([ada, bea, carl, eve].map(offersTo))).toEqual([
      [booking.id],
      [booking.id],
      [],
      [],
    ]);
    expect(await timeOf(graph, booking.id)).toEqual([]);
  });

  it('goes to the first who accepts, whose time it takes; the others see it vanish', async () => {
    const [atAda, atBea] = [await watchOffers(ada), await watchOffers(bea)];
    const booking = await offer(graph, typeId);
    const asGuest = await watchAsGuest(booking);
    await atBea.take(2);
    const accepted = await accept(graph, ada, booking.id);
    expect(accepted).toMatchObject({
      __typename: 'InstantBookingAccepted',
      booking: {
        status: 'CONFIRMED',
        title: 'Meeting with Ada and Grace Hopper',
        startsAt: START,
        version: 2,
      },
    });
    const ids = (await atBea.take(3)).map(({ instantOffersChanged }) =>
      instantOffersChanged.bookings.map(({ id }) => id),
    );
    expect(ids).toEqual([[], [booking.id], []]);
    await atAda.take(3);
    const states = (await asGuest.take(2)).map(({ instantBookingChanged }) => instantBookingChanged.booking);
    expect(states).toMatchObject([
      { status: 'AWAITING_HOST', hosts: [] },
      { status: 'CONFIRMED', hosts: [{ id: ada.id, name: 'Ada' }] },
    ]);
    await until(() => asGuest.isDone);
    expect(await timeOf(graph, booking.id)).toEqual([START]);
    expect(await accept(graph, bea, booking.id)).toEqual({
      __typename: 'InstantBookingTaken',
      code: 'INSTANT_BOOKING_TAKEN',
      message: 'Another host was first.',
    });
    expect(await Promise.all([ada, bea, carl].map(offersTo))).toEqual([[], [], []]);
    // Whoever did not get it is not among its organizers.
    const { data } = await graph.execute(ops.BookingProgressDocument, { id: booking.id }, { key: bea.key });
    expect(data.booking).toBeNull();
    const view = await progress(graph, ada, booking.id);
    expect(view.kinds).toEqual(['CREATED', 'CONFIRMED']);
    // Ada is busy now: the next is offered to the others.
    const next = await offer(graph, typeId);
    expect(await Promise.all([ada, bea, carl].map(offersTo))).toEqual([[], [next.id], [next.id]]);
  });

  it('is nothing to anybody whom it was not offered to', async () => {
    const booking = await offer(graph, typeId);
    const input = { bookingId: booking.id, idempotencyKey: 'eve' };
    const answer = await graph.execute(ops.AcceptInstantBookingDocument, { input }, { key: eve.key });
    expect(answer.code).toBe('NOT_FOUND');
    const anonymous = await graph.execute(ops.AcceptInstantBookingDocument, { input });
    expect(anonymous.code).toBe('UNAUTHENTICATED');
    const other = await offer(graph, typeId);
    const stranger = await watchAsGuest({ id: booking.id, manageToken: other.manageToken });
    await until(() => stranger.isDone);
    expect(stranger.results[0]?.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await accept(graph, carl, booking.id)).__typename).toBe('InstantBookingAccepted');
  });

  it('is asked for once and accepted once, however often requests are repeated', async () => {
    const input = instantInput(typeId);
    const asked = await ask(graph, input);
    expect(await ask(graph, input)).toEqual(asked);
    if (asked.__typename !== 'InstantBookingOffered') throw new Error(JSON.stringify(asked));
    const accepted = await accept(graph, bea, asked.booking.id, 'the same');
    expect(accepted.__typename).toBe('InstantBookingAccepted');
    expect(await accept(graph, bea, asked.booking.id, 'the same')).toEqual(accepted);
    expect(await timeOf(graph, asked.booking.id)).toEqual([START]);
  });

  it('cannot be accepted by whose time was taken meanwhile, and stays open for others', async () => {
    const booking = await offer(graph, typeId);
    const solo = await bookable(graph, bea, { minimumNoticeMinutes: 0, slotIntervalMinutes: 5 });
    await book(graph, solo.id, { startsAt: '2027-03-08T10:05:00Z', endsAt: '' });
    expect(await accept(graph, bea, booking.id)).toMatchObject({
      __typename: 'SlotUnavailable',
      reasons: [{ rule: 'CONFLICT' }],
    });
    expect((await accept(graph, ada, booking.id)).__typename).toBe('InstantBookingAccepted');
  });

  it('counts towards limits while it is offered, and keeps to them when it is accepted', async () => {
    const { id } = await instantType(graph, [ada, bea]);
    const [first, second] = [await offer(graph, id), await offer(graph, id)];
    const limits = [
      { scope: 'EVENT_TYPE' as const, unit: 'BOOKINGS' as const, period: 'DAY' as const, max: 1 },
    ];
    await graph.execute(ops.UpdateEventTypeDocument, { input: { id, limits } }, { key: ada.key });
    const refused = { __typename: 'SlotUnavailable', reasons: [{ rule: 'LIMIT' }] };
    expect(await ask(graph, instantInput(id))).toMatchObject(refused);
    expect(await accept(graph, ada, first.id)).toMatchObject(refused);
    await cancel(graph, second);
    expect((await accept(graph, ada, first.id)).__typename).toBe('InstantBookingAccepted');
  });

  it('expires when nobody accepts in time, by a job; its guest is told and shown what else there is', async () => {
    const atBea = await watchOffers(bea);
    const booking = await offer(graph, typeId);
    const asGuest = await watchAsGuest(booking);
    await atBea.take(2);
    const [job] = await graph.database.query<{ wait: number }>(
      `select extract(epoch from run_at - now())::float8 as wait from scheduling_jobs.jobs
       where task_identifier = 'expire-bookings' order by run_at desc limit 1`,
    );
    expect(job?.wait).toBeGreaterThan(80);
    expect(job?.wait).toBeLessThan(91);
    clock.advance(89_999);
    expect(await offersTo(bea)).toEqual([booking.id]);
    clock.advance(1);
    expect(await offersTo(bea)).toEqual([]);
    // Nobody has written it down yet, but its time is over.
    expect(await accept(graph, ada, booking.id)).toMatchObject({
      __typename: 'TransitionRefused',
      from: 'EXPIRED',
      to: 'CONFIRMED',
    });
    await jobsAreDue(graph);
    const [, last] = await asGuest.take(2);
    expect(last?.instantBookingChanged.booking.status).toBe('EXPIRED');
    // Four hours' notice is asked of those.
    expect(last?.instantBookingChanged.nextSlots.map(({ startsAt }) => startsAt)).toEqual([
      '2027-03-08T14:30:00.000Z',
      '2027-03-08T15:00:00.000Z',
      '2027-03-08T15:30:00.000Z',
    ]);
    await until(() => asGuest.isDone);
    await until(() => atBea.results.at(-1)?.data?.instantOffersChanged.bookings.length === 0);
    expect((await progress(graph, ada, booking.id)).kinds).toEqual(['CREATED', 'EXPIRED']);
    const told = await graph.database.query(
      `select name, audience from scheduling.outbox_events where aggregate_id = $1 order by version`,
      [booking.id],
    );
    const everybody = [ada.id, bea.id, carl.id].sort();
    expect(told.map(({ name, audience }) => [name, [...(audience as string[])].sort()])).toEqual([
      ['booking.created', everybody],
      ['booking.expired', everybody],
    ]);
  });

  it('is taken back by its guest at any time, whatever the cut-off, and vanishes', async () => {
    const { id } = await instantType(graph, [ada, bea], {
      cancellationCutoffMinutes: 600,
      instantAcceptSeconds: 30,
    });
    const atBea = await watchOffers(bea);
    const booking = await offer(graph, id);
    expect(booking.acceptUntil).toBe('2027-03-08T10:00:50.000Z');
    await atBea.take(2);
    await cancel(graph, booking);
    await until(() => atBea.results.at(-1)?.data?.instantOffersChanged.bookings.length === 0);
    expect(await accept(graph, bea, booking.id)).toMatchObject({
      __typename: 'TransitionRefused',
      from: 'CANCELLED',
    });
  });

  it('is refused where nobody is free or works, with what can be booked instead', async () => {
    clock.set('2027-03-08T17:30:00Z');
    const outcome = await ask(graph, instantInput(typeId));
    expect(outcome).toMatchObject({ __typename: 'SlotUnavailable', reasons: [{ rule: 'HOURS' }, {}, {}] });
    if (outcome.__typename !== 'SlotUnavailable') throw new Error('That is no refusal.');
    expect(outcome.nextSlots[0]?.startsAt).toBe('2027-03-09T09:00:00.000Z');
  });

  it('is no business of confirming, moving and changing hosts', async () => {
    const booking = await offer(graph, typeId);
    const input = { bookingId: booking.id, idempotencyKey: 'lead' };
    const key = ada.key;
    const { data } = await graph.execute(ops.ConfirmBookingDocument, { input }, { key });
    expect(data.confirmBooking).toMatchObject({ __typename: 'TransitionRefused', from: 'AWAITING_HOST' });
    const declined = await graph.execute(ops.DeclineBookingDocument, { input }, { key });
    expect(declined.data.declineBooking).toMatchObject({ __typename: 'TransitionRefused' });
    const move = { ...input, startsAt: '2027-03-09T10:00:00Z' };
    const moved = await graph.execute(ops.RescheduleBookingDocument, { input: move }, { key });
    expect(moved.data.rescheduleBooking).toMatchObject({ __typename: 'TransitionRefused' });
  });

  it('is only for event types that allow it, which are those of one host at a time', async () => {
    const plain = await bookable(graph, ada);
    const answer = await graph.execute(ops.CreateInstantBookingDocument, { input: instantInput(plain.id) });
    expect([answer.code, answer.errors[0]?.extensions.field]).toEqual(['BAD_USER_INPUT', 'eventTypeId']);
    const refused = async (settings: Partial<ops.CreateEventTypeInput>) => {
      const input = {
        title: 'X',
        slug: `x-${Math.random()}`.replace('.', ''),
        durationMinutes: 30,
        ...settings,
      };
      const { errors } = await graph.execute(ops.CreateEventTypeDocument, { input }, { key: ada.key });
      return errors[0]?.extensions.field;
    };
    expect(await refused({ isInstant: true, seatsPerSlot: 3 })).toBe('isInstant');
    expect(await refused({ isInstant: true, requiresPayment: true })).toBe('isInstant');
    expect(await refused({ isInstant: true, schedulingMode: 'COLLECTIVE' })).toBe('isInstant');
    expect(await refused({ instantAcceptSeconds: 29 })).toBe('instantAcceptSeconds');
    expect(await refused({ instantAcceptSeconds: 601 })).toBe('instantAcceptSeconds');
  });
});

describe('a server that ends while a meeting is offered', () => {
  it('has lost nothing: the next one expires it', async () => {
    const clock = createTestClock(NOW);
    const graph = await startGraph({ clock });
    try {
      const ada = await graph.signUp();
      const { id } = await instantType(graph, [ada]);
      const booking = await offer(graph, id);
      await graph.apps.scheduling.stop();
      clock.advance(90_000);
      const status = async () =>
        (
          await graph.database.query<{ status: string }>(
            'select status from scheduling.bookings where id = $1',
            [uuidOf(booking.id)],
          )
        )[0]?.status;
      const next = await createSchedulingApp(
        {
          DATABASE_URL: graph.database.urlOf('scheduling'),
          DATABASE_POOL_SIZE: 4,
          PRINCIPAL_SECRETS: ['a secret for tests that is long enough'],
          ENCRYPTION_SECRETS: ['a secret for tests that is long enough'],
          LOG_LEVEL: 'error',
        },
        { clock, hasTimetable: false },
      );
      graph.apps.scheduling.stop = () => next.stop();
      expect(await status()).toBe('AWAITING_HOST');
      await jobsAreDue(graph);
      await next.startJobs({ integrations: graph.apps.integrations.subgraph });
      await until(async () => (await status()) === 'EXPIRED');
    } finally {
      await graph.stop();
    }
  }, 60_000);
});
