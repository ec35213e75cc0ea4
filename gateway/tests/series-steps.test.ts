import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { servicePrincipal } from '#platform/principal.ts';
import { createTestClock } from '#platform/testing/clock.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { expireBookings } from '../../subgraphs/scheduling/expiry/expire-bookings.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { confirm, progress } from './kit/lifecycle.ts';
import { bookSeries, later, SERIES, seriesInput } from './kit/series.ts';
import { bookable } from './kit/stories.ts';

const TODAY = '2027-03-01T08:00:00Z';
const NINE = '2027-03-08T09:00:00.000Z';

describe('bookings of a series, as any others', () => {
  const clock = createTestClock(TODAY);
  let graph: TestGraph;
  let host: TestUser;

  beforeAll(async () => {
    graph = await startGraph({ clock });
  });
  beforeEach(async () => {
    clock.set(TODAY);
    host = await graph.signUp();
  });
  afterAll(() => graph.stop());

  const seriesOf = async (settings: Partial<ops.CreateEventTypeInput>) => {
    const { id } = await bookable(graph, host, { ...SERIES, ...settings });
    return bookSeries(graph, seriesInput(id, NINE));
  };
  type Series = Awaited<ReturnType<typeof seriesOf>>;
  const statuses = (series: Series) =>
    Promise.all(series.bookings.map(async booking => (await progress(graph, host, booking.id)).status));
  const input = (series: Series, index: number) => ({
    bookingId: series.bookings[index]?.id ?? '',
    idempotencyKey: `key ${Math.random()}`,
  });
  const cancelled = async (change: ops.CancelSeriesInput, key?: string) =>
    (await graph.execute(ops.CancelSeriesDocument, { input: change }, key ? { key } : {})).data.cancelSeries;
  const moved = async (change: ops.RescheduleSeriesInput, key?: string) =>
    (await graph.execute(ops.RescheduleSeriesDocument, { input: change }, key ? { key } : {})).data
      .rescheduleSeries;

  it('wait for a host one by one, each until its own start', async () => {
    const series = await seriesOf({ requiresConfirmation: true });
    expect(series.bookings.map(({ status }) => status)).toEqual(Array(4).fill('PENDING_CONFIRMATION'));
    await confirm(graph, host, series.bookings[1]?.id ?? '');
    clock.set(NINE);
    await expireBookings(graph.apps.scheduling.openContext(servicePrincipal('scheduling')));
    expect(await statuses(series)).toEqual([
      'EXPIRED',
      'CONFIRMED',
      'PENDING_CONFIRMATION',
      'PENDING_CONFIRMATION',
    ]);
    // What a host agreed to asks again when its guest moves it; what waits goes on waiting.
    const { manageToken } = series;
    const startsAt = later(NINE, 7, 2);
    const outcome = await moved({
      ...input(series, 1),
      manageToken,
      startsAt,
      scope: 'FOLLOWING',
      strategy: 'FAIL',
    });
    expect(outcome.__typename).toBe('SeriesRescheduled');
    expect(await statuses(series)).toEqual([
      'EXPIRED',
      'RESCHEDULED',
      'PENDING_CONFIRMATION',
      'PENDING_CONFIRMATION',
    ]);
    expect((await progress(graph, host, series.bookings[1]?.id ?? '')).expiresAt).toBe(startsAt);
    clock.set(startsAt);
    await expireBookings(graph.apps.scheduling.openContext(servicePrincipal('scheduling')));
    expect((await statuses(series)).slice(0, 2)).toEqual(['EXPIRED', 'EXPIRED']);
  });

  it('keep to cut-offs for their guest: one that is too late leaves all as they are', async () => {
    const series = await seriesOf({ cancellationCutoffMinutes: 1440, rescheduleCutoffMinutes: 1440 });
    clock.set(later(NINE, 0, -23));
    const { manageToken } = series;
    const all = { manageToken, scope: 'ALL' as const };
    const tooLate = { __typename: 'ChangeTooLate', until: later(NINE, -1) };
    expect(await cancelled({ ...input(series, 3), ...all })).toMatchObject(tooLate);
    const hour = { startsAt: later(NINE, 21, 1), strategy: 'SKIP' as const };
    expect(await moved({ ...input(series, 3), ...all, ...hour })).toMatchObject(tooLate);
    expect(await statuses(series)).toEqual(Array(4).fill('CONFIRMED'));
    const following = await cancelled({ ...input(series, 2), manageToken, scope: 'FOLLOWING' });
    expect(following.__typename).toBe('SeriesCancelled');
    expect((await cancelled({ ...input(series, 0), scope: 'ALL' }, host.key)).__typename).toBe(
      'SeriesCancelled',
    );
    expect(await statuses(series)).toEqual(Array(4).fill('CANCELLED'));
  });

  it('ask for a reason where the event type does', async () => {
    const series = await seriesOf({ requiresCancellationReason: 'GUESTS' });
    const change = { ...input(series, 0), manageToken: series.manageToken, scope: 'ALL' as const };
    expect((await cancelled(change)).__typename).toBe('ReasonRequired');
    expect((await cancelled({ ...change, reason: 'ill' })).__typename).toBe('SeriesCancelled');
  });

  it('each tell of themselves, in one event a booking', async () => {
    const series = await seriesOf({});
    const { manageToken } = series;
    const change = { manageToken, scope: 'ALL' as const };
    await moved({ ...input(series, 0), ...change, startsAt: later(NINE, 1), strategy: 'FAIL' });
    await cancelled({ ...input(series, 1), ...change, scope: 'FOLLOWING' });
    const told = await graph.database.query<{ name: string; bookings: string[] }>(
      `select name, array_agg(aggregate_id order by aggregate_id) as bookings from scheduling.outbox_events
       where aggregate_id = any($1) group by name order by name`,
      [series.bookings.map(({ id }) => id)],
    );
    const ids = series.bookings.map(({ id }) => id);
    expect(told).toEqual([
      { name: 'booking.cancelled', bookings: ids.slice(1).sort() },
      { name: 'booking.created', bookings: ids.toSorted() },
      { name: 'booking.rescheduled', bookings: ids.toSorted() },
    ]);
  });

  it('are found by their series', async () => {
    const { id } = await bookable(graph, host, SERIES);
    const series = await bookSeries(graph, seriesInput(id, NINE));
    await bookSeries(graph, seriesInput(id, later(NINE, 0, 2)));
    const { bookings } = (
      await graph.execute(
        ops.DashboardBookingsDocument,
        { filter: { seriesIds: [series.id] } },
        { key: host.key },
      )
    ).data;
    expect(bookings.nodes.map(({ id }) => id)).toEqual(series.bookings.map(({ id }) => id));
  });

  it('are not more than the event type offers, and none are paid', async () => {
    const { id } = await bookable(graph, host, {
      ...SERIES,
      recurrence: { frequencies: ['WEEKLY'], maxOccurrences: 3 },
    });
    const paid = await bookable(graph, host, { ...SERIES, requiresPayment: true });
    const refused = async (wanted: ops.CreateSeriesInput) => {
      const { errors } = await graph.execute(ops.CreateSeriesDocument, { input: wanted });
      return errors[0]?.extensions.field;
    };
    expect(await refused(seriesInput(id, NINE))).toBe('rule.count');
    expect(await refused(seriesInput(paid.id, NINE))).toBe('eventTypeId');
    const three = { rule: { frequency: 'WEEKLY' as const, interval: 1, count: 3 } };
    expect((await bookSeries(graph, seriesInput(id, NINE, three))).bookings).toHaveLength(3);
    const settings = { title: 'X', slug: 'too-many', durationMinutes: 30 };
    const many = { ...settings, recurrence: { frequencies: ['WEEKLY' as const], maxOccurrences: 105 } };
    const { errors } = await graph.execute(ops.CreateEventTypeDocument, { input: many }, { key: host.key });
    expect(errors[0]?.extensions.field).toBe('recurrence.maxOccurrences');
  });
});
