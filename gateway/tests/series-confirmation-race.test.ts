import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestClock } from '#platform/testing/clock.ts';
import { startGraph, type TestGraph } from './kit/graph.ts';
import { dropTimeGuards } from './kit/guards.ts';
import { bookSeries, confirmSeries, later, SERIES, seriesInput } from './kit/series.ts';
import { bookable } from './kit/stories.ts';

const NINE = '2027-03-08T09:00:00.000Z';
const ROUNDS = 4;
const GUESTS = 4;

const confirmedTwice = `
  select count(*)::int as pairs from scheduling.bookings a
  join scheduling.bookings b on b.event_type_id = a.event_type_id and b.id > a.id
  where a.status = 'CONFIRMED' and b.status = 'CONFIRMED' and a.starts_at < b.ends_at and a.ends_at > b.starts_at`;

describe('series for the same weeks that are confirmed at once', () => {
  let graph: TestGraph;

  beforeAll(async () => {
    graph = await startGraph({ clock: createTestClock('2027-03-01T08:00:00Z') });
  });
  afterAll(() => graph.stop());

  /** Guests ask for four weeks each, of which each two have some in common; round by round at another hour. */
  async function race() {
    const host = await graph.signUp();
    const settings = { ...SERIES, requiresConfirmation: true, pendingTakesTime: false };
    const { id } = await bookable(graph, host, { ...settings, bookingWindow: { kind: 'UNLIMITED' } });
    const confirmed: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const asked = [];
      for (let guest = 0; guest < GUESTS; guest++)
        asked.push(await bookSeries(graph, seriesInput(id, later(NINE, guest * 7, round))));
      const answers = await Promise.all(
        asked.map(({ bookings }) =>
          confirmSeries(graph, host, { bookingId: bookings[0]?.id ?? '', scope: 'ALL' }),
        ),
      );
      const names = new Set(answers.map(({ __typename }) => __typename));
      for (const name of names) expect(['SeriesConfirmed', 'SlotUnavailable']).toContain(name);
      confirmed.push(
        answers.flatMap(answer => (answer.__typename === 'SeriesConfirmed' ? answer.bookings : [])).length,
      );
    }
    return confirmed;
  }

  it('have each week once, and every week is somebody’s', async () => {
    // Four guests, each a week later than the one before: seven weeks.
    expect(await race()).toEqual(Array(ROUNDS).fill(GUESTS + 3));
    expect(await graph.database.query(confirmedTwice)).toEqual([{ pairs: 0 }]);
  }, 60_000);

  it('are one series that ten people confirm at once: one of them did', async () => {
    const host = await graph.signUp();
    const { id } = await bookable(graph, host, { ...SERIES, requiresConfirmation: true });
    const { bookings } = await bookSeries(graph, seriesInput(id, NINE));
    const input = { bookingId: bookings[0]?.id ?? '', scope: 'ALL' as const };
    const answers = await Promise.all(Array.from({ length: 10 }, () => confirmSeries(graph, host, input)));
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'SeriesConfirmed',
      ...Array(9).fill('TransitionRefused'),
    ]);
  }, 60_000);

  it('have weeks twice when lock and constraint are off: without them the first test would fail', async () => {
    await dropTimeGuards(graph);
    expect(Math.max(...(await race()))).toBeGreaterThan(GUESTS + 3);
    const [row] = await graph.database.query<{ pairs: number }>(confirmedTwice);
    expect(row?.pairs).toBeGreaterThan(0);
  }, 60_000);
});
