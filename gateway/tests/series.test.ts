import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestClock } from '#platform/testing/clock.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { askSeries, bookSeries, later, SERIES, seriesInput } from './kit/series.ts';
import { book, bookable, cancel, delivered } from './kit/stories.ts';
import { team } from './kit/teams.ts';

const NINE = '2027-03-08T09:00:00.000Z';

describe('a series of bookings', () => {
  let graph: TestGraph;
  let ada: TestUser;

  beforeAll(async () => {
    graph = await startGraph({ clock: createTestClock('2027-03-01T08:00:00Z') });
    ada = await graph.signUp();
  });
  afterAll(() => graph.stop());

  const preview = async (
    eventTypeId: string,
    startsAt: string,
    change: Partial<ops.PreviewSeriesQueryVariables> = {},
  ) => {
    const rule = { frequency: 'WEEKLY' as const, interval: 1, count: 4 };
    const variables = { eventTypeId, startsAt, timeZone: 'UTC', rule, ...change };
    return (await graph.execute(ops.PreviewSeriesDocument, variables)).data.previewSeries;
  };
  const claimed = async (eventTypeId: string) =>
    (
      await graph.database.query<{ starts_at: Date }>(
        `select b.starts_at from scheduling.claims c join scheduling.bookings b on b.id = c.booking_id
         where b.event_type_id = (select id from scheduling.event_types where slug = $1) and c.is_blocking order by 1`,
        [eventTypeId],
      )
    ).map(row => row.starts_at.toISOString());
  const starts = (bookings: readonly { startsAt: string }[]) => bookings.map(({ startsAt }) => startsAt);

  it('keeps its time on the clocks of its zone, and the booking page shows it before', async () => {
    const host = await graph.signUp({ timeZone: 'Europe/Berlin' });
    const { id } = await bookable(graph, host, SERIES);
    // 09:00 in Berlin; clocks change on 28 March.
    const first = '2027-03-22T08:00:00.000Z';
    const wanted = [
      first,
      '2027-03-29T07:00:00.000Z',
      '2027-04-05T07:00:00.000Z',
      '2027-04-12T07:00:00.000Z',
    ];
    const shown = await preview(id, first, { timeZone: 'Europe/Berlin' });
    expect(starts(shown.occurrences)).toEqual(wanted);
    expect(shown.bookableCount).toBe(4);
    const booked = await bookSeries(graph, seriesInput(id, first, { timeZone: 'Europe/Berlin' }));
    expect(starts(booked.bookings)).toEqual(wanted);
  });

  it('shows what stands against an occurrence and the next start that is free', async () => {
    const { id } = await bookable(graph, await graph.signUp(), SERIES);
    await book(graph, id, { startsAt: later(NINE, 7), endsAt: later(NINE, 7, 1) });
    const { occurrences, bookableCount } = await preview(id, NINE);
    expect(bookableCount).toBe(3);
    const [, second] = occurrences;
    expect(second).toMatchObject({ position: 2, bookable: false, startsAt: later(NINE, 7) });
    expect(second?.verdicts[0]).toMatchObject({ rule: 'CONFLICT', passed: false });
    expect(second?.alternative).toEqual({ startsAt: later(NINE, 7, 1) });
  });

  it('costs the same statements to show for 2 and for 52 occurrences', async () => {
    const { id } = await bookable(graph, ada, SERIES);
    await preview(id, NINE);
    await delivered(graph);
    const costs: number[] = [];
    for (const count of [2, 52]) {
      await graph.database.resetStatements();
      await preview(id, NINE, { rule: { frequency: 'WEEKLY', interval: 1, count } });
      costs.push(await graph.database.countStatements('scheduling'));
    }
    expect(costs[0]).toBeGreaterThan(0);
    expect(costs[1]).toBe(costs[0]);
  });

  it('is booked as a whole, each booking with its place and an event', async () => {
    const { id } = await bookable(graph, await graph.signUp(), { ...SERIES, slug: 'whole' });
    const series = await bookSeries(graph, seriesInput(id, NINE));
    const wanted = [0, 7, 14, 21].map(days => later(NINE, days));
    expect(series.id).toMatch(/^ser_/);
    expect(starts(series.bookings)).toEqual(wanted);
    expect(series.bookings.map(({ seriesPosition, status }) => [seriesPosition, status])).toEqual(
      [1, 2, 3, 4].map(position => [position, 'CONFIRMED']),
    );
    expect(series.rule).toEqual({ frequency: 'WEEKLY', interval: 1, byWeekday: [], count: 4, until: null });
    expect(await claimed('whole')).toEqual(wanted);
    const events = await graph.database.query(
      `select e.data->>'seriesId' as series, e.data->>'seriesPosition' as position, e.kind
       from scheduling.booking_events e join scheduling.bookings b on b.id = e.booking_id
       join scheduling.event_types t on t.id = b.event_type_id where t.slug = 'whole' order by b.starts_at`,
    );
    expect(events).toEqual(
      ['1', '2', '3', '4'].map(position => ({ series: series.id, position, kind: 'CREATED' })),
    );
  });

  it('gets the same answer when its request is repeated, and books once', async () => {
    const { id } = await bookable(graph, await graph.signUp(), { ...SERIES, slug: 'repeated' });
    const input = seriesInput(id, NINE);
    expect(await askSeries(graph, input)).toEqual(await askSeries(graph, input));
    expect(await claimed('repeated')).toHaveLength(4);
  });

  it('fails as a whole, leaves out, or shifts within the day', async () => {
    const host = await graph.signUp();
    const { id } = await bookable(graph, host, { ...SERIES, slug: 'strategies' });
    const blocking = await bookable(graph, host, { durationMinutes: 60, durationOptionsMinutes: [480] });
    await book(graph, blocking.id, { startsAt: later(NINE, 7), endsAt: later(NINE, 7, 1) });
    const day = { ...seriesInput(blocking.id, NINE), startsAt: later(NINE, 14), durationMinutes: 480 };
    const { rule: _, strategy: __, timeZone: ___, ...whole } = day;
    await graph.execute(ops.CreateBookingDocument, { input: whole });

    const failed = await askSeries(graph, seriesInput(id, NINE));
    if (failed.__typename !== 'SeriesConflict') throw new Error(JSON.stringify(failed));
    expect(failed.occurrences.map(({ position, alternative }) => [position, alternative?.startsAt])).toEqual([
      [2, later(NINE, 7, 1)],
      [3, later(NINE, 15)],
    ]);
    expect(await claimed('strategies')).toEqual([]);

    const skipped = await bookSeries(graph, seriesInput(id, NINE, { strategy: 'SKIP' }));
    expect(starts(skipped.bookings)).toEqual([NINE, later(NINE, 21)]);
    expect(skipped.bookings.map(({ seriesPosition }) => seriesPosition)).toEqual([1, 4]);
    expect(skipped.skipped).toEqual([
      { position: 2, startsAt: later(NINE, 7) },
      { position: 3, startsAt: later(NINE, 14) },
    ]);

    const shifted = await bookSeries(graph, seriesInput(id, later(NINE, 0, 1), { strategy: 'SHIFT' }));
    expect(starts(shifted.bookings)).toEqual([0, 7, 21].map(days => later(NINE, days, 1)));
    const again = await bookSeries(graph, seriesInput(id, NINE, { strategy: 'SHIFT' }));
    expect(again.shifted.map(({ position, movedTo }) => [position, movedTo])).toEqual([
      [1, later(NINE, 0, 2)],
      [2, later(NINE, 7, 2)],
      [4, later(NINE, 21, 2)],
    ]);
    expect(again.skipped.map(({ position }) => position)).toEqual([3]);
  });

  it('counts towards limits with each of its bookings', async () => {
    const limits = [
      { scope: 'EVENT_TYPE' as const, unit: 'BOOKINGS' as const, period: 'MONTH' as const, max: 2 },
    ];
    const { id } = await bookable(graph, await graph.signUp(), { ...SERIES, limits });
    const failed = await askSeries(graph, seriesInput(id, NINE));
    if (failed.__typename !== 'SeriesConflict') throw new Error(JSON.stringify(failed));
    expect(failed.occurrences.map(({ position, verdicts }) => [position, verdicts[0]?.rule])).toEqual([
      [3, 'LIMIT'],
      [4, 'LIMIT'],
    ]);
    const four = seriesInput(id, NINE, { strategy: 'SKIP' });
    four.rule = { frequency: 'WEEKLY', interval: 2, count: 4 };
    // 8 and 22 March, 5 and 19 April.
    expect((await bookSeries(graph, four)).bookings).toHaveLength(4);
  });

  it('is hosted by the same person as often as can be', async () => {
    const [bea, carl] = [await graph.signUp(), await graph.signUp()];
    const ownerId = await team(graph, bea, { MEMBER: carl });
    const hosts = { ownerId, schedulingMode: 'ROUND_ROBIN' as const, hostIds: [bea.id, carl.id] };
    const { id } = await bookable(graph, bea, { ...SERIES, ...hosts });
    const solo = await bookable(graph, bea, { durationMinutes: 60 });
    for (const days of [0, 14]) await book(graph, solo.id, { startsAt: later(NINE, days), endsAt: '' });
    const other = await bookable(graph, carl, { durationMinutes: 60 });
    await book(graph, other.id, { startsAt: later(NINE, 7), endsAt: '' });
    const { bookings } = await bookSeries(graph, seriesInput(id, NINE));
    expect(bookings.map(booking => booking.hosts.map(host => host.id))).toEqual(
      [carl, bea, carl, carl].map(host => [host.id]),
    );
  });

  it('is refused where the event type offers none, and by what it offers', async () => {
    const single = await bookable(graph, ada);
    const { id } = await bookable(graph, ada, SERIES);
    const code = async (input: ops.CreateSeriesInput) => {
      const answer = await graph.execute(ops.CreateSeriesDocument, { input });
      return [answer.code, answer.errors[0]?.extensions['field']];
    };
    expect(await code(seriesInput(single.id, NINE))).toEqual(['BAD_USER_INPUT', 'eventTypeId']);
    const yearly = { frequency: 'YEARLY' as const, interval: 1, count: 2 };
    expect(await code(seriesInput(id, NINE, { rule: yearly }))).toEqual(['BAD_USER_INPUT', 'rule.frequency']);
    const long = { frequency: 'WEEKLY' as const, interval: 1, until: '2029-03-08' };
    expect(await code(seriesInput(id, NINE, { rule: long }))).toEqual(['BAD_USER_INPUT', 'rule.until']);
  });

  it('is opened by one token for its guest, by nothing for others, and by nothing else', async () => {
    const host = await graph.signUp();
    const { id } = await bookable(graph, host, SERIES);
    const series = await bookSeries(graph, seriesInput(id, NINE));
    const asked = async (variables: ops.SeriesQueryVariables, key?: string) =>
      (await graph.execute(ops.SeriesDocument, variables, key ? { key } : {})).data.bookingSeries;
    const { id: seriesId, manageToken } = series;
    const own = await asked({ id: seriesId, manageToken });
    expect(own?.bookings.map(booking => booking.attendees.map(({ name }) => name))).toEqual(
      Array(4).fill(['Grace Hopper']),
    );
    expect((await asked({ id: seriesId }, host.key))?.bookings).toHaveLength(4);
    expect(await asked({ id: seriesId })).toBeNull();
    expect(await asked({ id: seriesId }, ada.key)).toBeNull();
    const single = await book(graph, id, { startsAt: later(NINE, 0, 3), endsAt: '' });
    expect(await asked({ id: seriesId, manageToken: single.manageToken })).toBeNull();
    const third = series.bookings[2];
    await cancel(graph, { id: third?.id ?? '', manageToken });
    expect((await asked({ id: seriesId, manageToken }))?.bookings.map(({ status }) => status)).toEqual([
      'CONFIRMED',
      'CONFIRMED',
      'CANCELLED',
      'CONFIRMED',
    ]);
  });

  describe('that changes', () => {
    const change = (series: { manageToken: string; bookings: readonly { id: string }[] }, index: number) => ({
      bookingId: series.bookings[index]?.id ?? '',
      manageToken: series.manageToken,
      idempotencyKey: `change ${Math.random()}`,
    });
    const cancelled = async (input: ops.CancelSeriesInput, key?: string) =>
      (await graph.execute(ops.CancelSeriesDocument, { input }, key ? { key } : {})).data.cancelSeries;
    const moved = async (input: ops.RescheduleSeriesInput) =>
      (await graph.execute(ops.RescheduleSeriesDocument, { input })).data.rescheduleSeries;

    it('is cancelled in part and as a whole', async () => {
      const { id } = await bookable(graph, await graph.signUp(), { ...SERIES, slug: 'cancelled' });
      const series = await bookSeries(graph, seriesInput(id, NINE));
      const ids = (outcome: Awaited<ReturnType<typeof cancelled>>) =>
        outcome.__typename === 'SeriesCancelled' ? outcome.bookings.map(booking => booking.id) : outcome;
      const all = series.bookings.map(booking => booking.id);
      expect(ids(await cancelled({ ...change(series, 1), scope: 'THIS', reason: 'ill' }))).toEqual([all[1]]);
      expect(ids(await cancelled({ ...change(series, 2), scope: 'FOLLOWING' }))).toEqual([all[2], all[3]]);
      expect(await claimed('cancelled')).toEqual([NINE]);
      expect(ids(await cancelled({ ...change(series, 3), scope: 'ALL' }))).toEqual([all[0]]);
      expect(await claimed('cancelled')).toEqual([]);
      expect(await cancelled({ ...change(series, 3), scope: 'ALL' })).toEqual({
        __typename: 'TransitionRefused',
        from: 'CANCELLED',
        to: 'CANCELLED',
      });
    });

    it('is changed by nobody else, and not from a version that is gone', async () => {
      const host = await graph.signUp();
      const { id } = await bookable(graph, host, SERIES);
      const series = await bookSeries(graph, seriesInput(id, NINE));
      const { manageToken: _, ...own } = change(series, 0);
      const input = { ...own, scope: 'ALL' as const };
      for (const key of [undefined, ada.key]) {
        const answer = await graph.execute(ops.CancelSeriesDocument, { input }, key ? { key } : {});
        expect(answer.code).toBe('NOT_FOUND');
      }
      const stale = await cancelled({ ...input, expectedVersion: 2 }, host.key);
      expect(stale).toMatchObject({ __typename: 'BookingVersionConflict', current: { version: 1 } });
      const gone = await cancelled({ ...input, idempotencyKey: 'another' }, host.key);
      expect(gone.__typename === 'SeriesCancelled' && gone.bookings).toHaveLength(4);
    });

    it('moves by as much on the clocks, over its own bookings too', async () => {
      const host = await graph.signUp({ timeZone: 'Europe/Berlin' });
      const { id } = await bookable(graph, host, { ...SERIES, slug: 'moved' });
      const first = '2027-03-22T08:00:00.000Z';
      const series = await bookSeries(graph, seriesInput(id, first, { timeZone: 'Europe/Berlin' }));
      const input = { ...change(series, 1), startsAt: '2027-04-05T08:00:00Z', strategy: 'FAIL' as const };
      const outcome = await moved({ ...input, scope: 'FOLLOWING' });
      if (outcome.__typename !== 'SeriesRescheduled') throw new Error(JSON.stringify(outcome));
      expect(starts(outcome.bookings)).toEqual(
        [5, 12, 19].map(day => `2027-04-${`${day}`.padStart(2, '0')}T08:00:00.000Z`),
      );
      // A week back and an hour later on the clocks, for those that moved before too.
      const back = await moved({
        ...change(series, 0),
        startsAt: '2027-03-15T09:00:00Z',
        scope: 'ALL',
        strategy: 'FAIL',
      });
      if (back.__typename !== 'SeriesRescheduled') throw new Error(JSON.stringify(back));
      expect(await claimed('moved')).toEqual([
        '2027-03-15T09:00:00.000Z',
        '2027-03-29T09:00:00.000Z',
        '2027-04-05T09:00:00.000Z',
        '2027-04-12T09:00:00.000Z',
      ]);
    });

    it('moves all or none, or as far as it can', async () => {
      const host = await graph.signUp();
      const { id } = await bookable(graph, host, { ...SERIES, slug: 'partly' });
      const series = await bookSeries(graph, seriesInput(id, NINE));
      const before = await claimed('partly');
      await book(graph, id, { startsAt: later(NINE, 14, 2), endsAt: '' });
      const input = { scope: 'ALL' as const, startsAt: later(NINE, 0, 2) };
      const failed = await moved({ ...change(series, 0), ...input, strategy: 'FAIL' });
      if (failed.__typename !== 'SeriesConflict') throw new Error(JSON.stringify(failed));
      expect(failed.occurrences.map(({ position }) => position)).toEqual([3]);
      expect((await claimed('partly')).filter(at => before.includes(at))).toEqual(before);
      const shifted = await moved({ ...change(series, 0), ...input, strategy: 'SHIFT' });
      if (shifted.__typename !== 'SeriesRescheduled') throw new Error(JSON.stringify(shifted));
      expect(shifted.shifted).toEqual([
        { position: 3, startsAt: later(NINE, 14, 2), movedTo: later(NINE, 14, 3) },
      ]);
      const back = await moved({
        ...change(series, 3),
        scope: 'THIS',
        startsAt: later(NINE, 14, 2),
        strategy: 'SKIP',
      });
      expect(back.__typename).toBe('SeriesConflict');
      const events = await graph.database.query(
        `select kind, count(*)::int as events from scheduling.booking_events e
         join scheduling.bookings b on b.id = e.booking_id and b.series_id is not null
         join scheduling.event_types t on t.id = b.event_type_id where t.slug = 'partly' group by kind order by kind`,
      );
      expect(events).toEqual([
        { kind: 'CREATED', events: 4 },
        { kind: 'RESCHEDULED', events: 4 },
      ]);
    });
  });
});
