import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { servicePrincipal } from '#platform/principal.ts';
import { createTestClock } from '#platform/testing/clock.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { verifyBookings } from '../../subgraphs/scheduling/history/verify-bookings.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { draft, progress, timeOf } from './kit/lifecycle.ts';
import { bookSeries, later, SERIES, seriesInput } from './kit/series.ts';
import { book, bookable, bookingInput } from './kit/stories.ts';
import { team } from './kit/teams.ts';

/** Today is Monday, the first. */
const TEN = '2027-03-02T10:00:00.000Z';
const EVENING = '2027-03-02T20:00:00.000Z';
const slotAt = (startsAt: string) => ({ startsAt, endsAt: startsAt });
const exception = (...waive: ops.WaivableRule[]) => ({ waive, waiveReason: 'Only in town then' });

describe('setting rules aside', () => {
  let graph: TestGraph;
  let ada: TestUser;

  beforeAll(async () => {
    graph = await startGraph({ clock: createTestClock('2027-03-01T08:00:00Z') });
    ada = await graph.signUp();
  });
  afterAll(() => graph.stop());

  const waiversOf = async (user: TestUser, id: string) => {
    const { data } = await graph.execute(ops.WaiversOfBookingDocument, { id }, { key: user.key });
    return (data.booking?.history?.nodes ?? []).map(({ waiver }) => waiver);
  };
  const create = (user: TestUser | null, eventTypeId: string, startsAt: string, more = {}) => {
    const input = { ...bookingInput(eventTypeId, slotAt(startsAt)), ...more };
    return graph.execute(ops.BookAgainstRulesDocument, { input }, user ? { key: user.key } : {});
  };
  /** Prepared outside of the hours, which has to be allowed then already. */
  const draftAgainst = async (user: TestUser, eventTypeId: string, startsAt: string) => {
    const prepared = { asDraft: true, ...exception('HOURS') };
    const { createBooking } = (await create(user, eventTypeId, startsAt, prepared)).data;
    if (createBooking.__typename !== 'BookingCreated') throw new Error(JSON.stringify(createBooking));
    return createBooking.booking;
  };
  const submit = (user: TestUser | null, bookingId: string, more = {}) => {
    const input = { bookingId, idempotencyKey: `key ${Math.random()}`, ...more };
    return graph.execute(ops.SubmitBookingDocument, { input }, user ? { key: user.key } : {});
  };
  const askSeries = (user: TestUser | null, input: ops.CreateSeriesInput) =>
    graph.execute(ops.CreateSeriesDocument, { input }, user ? { key: user.key } : {});
  const made = async (user: TestUser, input: ops.CreateSeriesInput) => {
    const { createSeries } = (await askSeries(user, input)).data;
    if (createSeries.__typename !== 'SeriesCreated') throw new Error(JSON.stringify(createSeries));
    return createSeries.series;
  };

  describe('for a draft that is submitted', () => {
    it('is refused as ever, submitted when it is set aside, and seen in the history', async () => {
      const host = await graph.signUp();
      const { id } = await bookable(graph, host, { requiresConfirmation: true });
      const prepared = await draftAgainst(host, id, EVENING);
      expect(prepared.status).toBe('DRAFT');
      const refused = (await submit(host, prepared.id)).data.submitBooking;
      if (refused.__typename !== 'SlotUnavailable') throw new Error(JSON.stringify(refused));
      expect(refused.reasons.map(({ rule }) => rule)).toContain('HOURS');
      expect((await submit(host, prepared.id, exception('NOTICE'))).data.submitBooking.__typename).toBe(
        'SlotUnavailable',
      );
      expect(await timeOf(graph, prepared.id)).toEqual([]);
      // Who sets rules aside speaks for the hosts: nobody has to confirm.
      expect((await submit(host, prepared.id, exception('HOURS'))).data.submitBooking).toMatchObject({
        __typename: 'BookingSubmitted',
        booking: { status: 'CONFIRMED', expiresAt: null, version: 2 },
      });
      expect(await timeOf(graph, prepared.id)).toEqual([EVENING]);
      // It was set aside twice: when it was prepared, and when it became a booking.
      const waiver = { rules: ['HOURS'], reason: 'Only in town then' };
      expect(await waiversOf(host, prepared.id)).toEqual([waiver, waiver]);
    });

    it('takes the buffers of a booking without them when CONFLICT is set aside, and never what is booked', async () => {
      const host = await graph.signUp();
      const { id } = await bookable(graph, host, { bufferBeforeMinutes: 30 });
      const [beside, same] = [
        await draft(graph, host, id, slotAt('2027-03-02T12:30:00.000Z')),
        await draft(graph, host, id, slotAt('2027-03-02T12:00:00.000Z')),
      ];
      await book(graph, id, slotAt('2027-03-02T12:00:00.000Z'));
      expect((await submit(host, beside.id)).data.submitBooking.__typename).toBe('SlotUnavailable');
      expect((await submit(host, beside.id, exception('CONFLICT'))).data.submitBooking.__typename).toBe(
        'BookingSubmitted',
      );
      expect(await timeOf(graph, beside.id)).toEqual(['2027-03-02T12:30:00.000Z']);
      expect((await submit(host, same.id, exception('CONFLICT'))).data.submitBooking.__typename).toBe(
        'SlotUnavailable',
      );
    });

    it('needs the scope and a reason', async () => {
      const scopes = ['BOOKING_READ', 'BOOKING_WRITE', 'EVENT_TYPE_WRITE'] as const;
      const limited = await graph.signUp({ scopes: [...scopes] });
      const { id } = await bookable(graph, limited);
      const prepared = await draft(graph, limited, id, slotAt(TEN));
      const refused = await submit(limited, prepared.id, exception('HOURS'));
      expect([refused.code, refused.errors[0]?.extensions.requiredScope]).toEqual([
        'FORBIDDEN',
        'BOOKING_OVERRIDE',
      ]);
      const own = await draftAgainst(ada, (await bookable(graph, ada)).id, EVENING);
      const silent = await submit(ada, own.id, { waive: ['HOURS'] });
      expect([silent.code, silent.errors[0]?.extensions.field]).toEqual(['BAD_USER_INPUT', 'waiveReason']);
      expect((await submit(limited, own.id, exception('HOURS'))).code).toBe('NOT_FOUND');
    });
  });

  describe('for a series', () => {
    it('is asked of each occurrence, and noted where it stood in the way', async () => {
      const host = await graph.signUp();
      const limits = [
        { scope: 'EVENT_TYPE' as const, unit: 'BOOKINGS' as const, period: 'MONTH' as const, max: 2 },
      ];
      const { id } = await bookable(graph, host, { ...SERIES, limits, requiresConfirmation: true });
      const input = (change: Partial<ops.CreateSeriesInput> = {}) => seriesInput(id, TEN, change);
      const failed = (await askSeries(host, input())).data.createSeries;
      if (failed.__typename !== 'SeriesConflict') throw new Error(JSON.stringify(failed));
      expect(failed.occurrences.map(({ position }) => position)).toEqual([3, 4]);
      expect((await askSeries(host, input(exception('HOURS')))).data.createSeries.__typename).toBe(
        'SeriesConflict',
      );
      const series = await made(host, input(exception('LIMIT', 'HOURS')));
      expect(series.bookings.map(({ startsAt, status }) => [startsAt, status])).toEqual(
        [0, 7, 14, 21].map(days => [later(TEN, days), 'CONFIRMED']),
      );
      const noted = [];
      for (const booking of series.bookings) noted.push(...(await waiversOf(host, booking.id)));
      const waiver = { rules: ['LIMIT'], reason: 'Only in town then' };
      expect(noted).toEqual([null, null, waiver, waiver]);
      // What was booked beyond the limit counts towards it.
      const more = (await askSeries(host, seriesInput(id, later(TEN, 0, 3)))).data.createSeries;
      if (more.__typename !== 'SeriesConflict') throw new Error(JSON.stringify(more));
      expect(more.occurrences.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
    });

    it('never takes what is booked, and takes time under the rules that were left', async () => {
      const host = await graph.signUp();
      const { id } = await bookable(graph, host, { ...SERIES, bufferAfterMinutes: 60 });
      const other = await bookable(graph, host, { durationMinutes: 60 });
      await book(graph, other.id, slotAt(later(TEN, 7, 1)));
      await book(graph, other.id, slotAt(later(TEN, 14)));
      const all = exception('CONFLICT', 'HOURS', 'GRID', 'LIMIT');
      const failed = (await askSeries(host, seriesInput(id, TEN, all))).data.createSeries;
      if (failed.__typename !== 'SeriesConflict') throw new Error(JSON.stringify(failed));
      expect(failed.occurrences.map(({ position }) => position)).toEqual([3]);
      const series = await made(host, seriesInput(id, TEN, { ...all, strategy: 'SKIP' }));
      const lengths = await graph.database.query<{ minutes: number }>(
        `select (extract(epoch from upper(c.during) - lower(c.during)) / 60)::int as minutes
         from scheduling.claims c join scheduling.bookings b on b.id = c.booking_id
         where b.series_id is not null and b.owner_id = $1 order by b.starts_at`,
        [host.id],
      );
      // Beside the booking that is there it goes without its buffer.
      expect(lengths.map(({ minutes }) => minutes)).toEqual([120, 60, 120]);
      expect(series.bookings.map(({ seriesPosition }) => seriesPosition)).toEqual([1, 2, 4]);
    });

    it('is for organizers with the scope, and a reason', async () => {
      const { id } = await bookable(graph, ada, SERIES);
      const input = (change: Partial<ops.CreateSeriesInput>) => seriesInput(id, EVENING, change);
      expect((await askSeries(null, input(exception('HOURS')))).code).toBe('UNAUTHENTICATED');
      const stranger = await graph.signUp();
      expect((await askSeries(stranger, input(exception('HOURS')))).code).toBe('FORBIDDEN');
      const silent = await askSeries(ada, input({ waive: ['HOURS'] }));
      expect(silent.errors[0]?.extensions.field).toBe('waiveReason');
      const limited = await graph.signUp({ scopes: ['BOOKING_WRITE', 'EVENT_TYPE_WRITE'] });
      const own = await bookable(graph, limited, SERIES);
      const refused = await askSeries(limited, seriesInput(own.id, EVENING, exception('HOURS')));
      expect(refused.errors[0]?.extensions.requiredScope).toBe('BOOKING_OVERRIDE');
      expect((await bookSeries(graph, seriesInput(id, TEN))).bookings).toHaveLength(4);
    });
  });

  describe('by a host who does not manage the event type', () => {
    let [lead, member]: TestUser[] = [];
    let ownerId: string;
    const people = () => [lead, member] as [TestUser, TestUser];

    beforeAll(async () => {
      [lead, member] = [await graph.signUp(), await graph.signUp()];
      ownerId = await team(graph, lead, { MEMBER: member });
    });

    const hosted = async (hosts: TestUser[], settings: Partial<ops.CreateEventTypeInput> = {}) => {
      const [manager] = people();
      const hostIds = hosts.map(({ id }) => id);
      const type = await bookable(graph, manager, { ownerId, hostIds, ...settings });
      return type.id;
    };

    it('is for a booking that they host, and for no other', async () => {
      const [manager, host] = people();
      const own = await hosted([host]);
      const booked = (await create(host, own, EVENING, exception('HOURS'))).data.createBooking;
      if (booked.__typename !== 'BookingCreated') throw new Error(JSON.stringify(booked));
      expect(await waiversOf(manager, booked.booking.id)).toEqual([
        { rules: ['HOURS'], reason: 'Only in town then' },
      ]);
      const foreign = await hosted([manager]);
      expect((await create(host, foreign, EVENING, exception('HOURS'))).code).toBe('FORBIDDEN');
    });

    it('is not for what goes to somebody else in turn', async () => {
      const [manager, host] = people();
      const shared = await hosted([manager, host], { schedulingMode: 'ROUND_ROBIN' });
      const start = later(EVENING, 1);
      // It is the turn of the other one, then theirs.
      expect((await create(host, shared, start, exception('HOURS'))).code).toBe('FORBIDDEN');
      await create(manager, shared, start, exception('HOURS'));
      const second = (await create(host, shared, start, exception('HOURS'))).data.createBooking;
      if (second.__typename !== 'BookingCreated') throw new Error(JSON.stringify(second));
      expect((await progress(graph, manager, second.booking.id)).hosts).toEqual([{ id: host.id }]);
    });

    it('moves and submits theirs, and needs the scope', async () => {
      const [manager, host] = people();
      const own = await hosted([host]);
      const booked = await book(graph, own, slotAt(later(TEN, 2)));
      const move = (user: TestUser) => {
        const startsAt = later(EVENING, 2);
        const input = {
          bookingId: booked.id,
          startsAt,
          idempotencyKey: `${Math.random()}`,
          ...exception('HOURS'),
        };
        return graph.execute(ops.MoveAgainstRulesDocument, { input }, { key: user.key });
      };
      expect((await move(ada)).code).toBe('NOT_FOUND');
      expect((await move(host)).data.rescheduleBooking.__typename).toBe('BookingRescheduled');
      const prepared = await draftAgainst(host, own, later(EVENING, 3));
      expect((await submit(host, prepared.id, exception('HOURS'))).data.submitBooking.__typename).toBe(
        'BookingSubmitted',
      );
      expect((await waiversOf(manager, prepared.id)).at(-1)).toMatchObject({ rules: ['HOURS'] });
    });

    it('books a series that is all theirs', async () => {
      const [manager, host] = people();
      const own = await hosted([host], SERIES);
      const start = later(EVENING, 0, 1);
      expect((await made(host, seriesInput(own, start, exception('HOURS')))).bookings).toHaveLength(4);
      const shared = await hosted([manager, host], { ...SERIES, schedulingMode: 'ROUND_ROBIN' });
      const other = await askSeries(host, seriesInput(shared, later(start, 1), exception('HOURS')));
      expect(other.code).toBe('FORBIDDEN');
    });
  });

  it('leaves rows that are what the events say', async () => {
    const differences: unknown[] = [];
    const verified = await verifyBookings({
      openContext: () => graph.apps.scheduling.openContext(servicePrincipal('scheduling')),
      onDifference: difference => differences.push(difference),
      onProgress: () => {},
    });
    expect(verified.bookings).toBeGreaterThan(20);
    expect(differences).toEqual([]);
  });
});
