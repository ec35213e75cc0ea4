import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startGraph, type TestGraph } from './kit/graph.ts';
import { askSeries, later, SERIES, seriesInput } from './kit/series.ts';
import { bookable } from './kit/stories.ts';

const ROUNDS = 6;
const GUESTS = 4;

const overlappingPairs = `
  select count(*)::int as pairs from scheduling.bookings a
  join scheduling.booking_hosts ha on ha.booking_id = a.id
  join scheduling.booking_hosts hb on hb.user_id = ha.user_id
  join scheduling.bookings b on b.id = hb.booking_id and b.id > a.id
  where a.status = 'CONFIRMED' and b.status = 'CONFIRMED' and a.starts_at < b.ends_at and a.ends_at > b.starts_at`;

/** Guests who want series that begin a week or half an hour apart, so that their occurrences overlap in part. */
async function race(graph: TestGraph) {
  const host = await graph.signUp();
  const settings = { ...SERIES, slotIntervalMinutes: 30, bookingWindow: { kind: 'UNLIMITED' as const } };
  const type = await bookable(graph, host, settings);
  const first = later(type.nextWeek.from, 0, 9);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    const day = Math.floor(round / 2);
    const start = later(first, day, (round % 2) * 3);
    const attempts = Array.from({ length: GUESTS }, (_, guest) =>
      askSeries(graph, seriesInput(type.id, later(start, (guest >> 1) * 7, (guest % 2) / 2))),
    );
    rounds.push(await Promise.all(attempts));
  }
  return rounds;
}

describe('guests who book overlapping series at once', () => {
  let graph: TestGraph;

  beforeAll(async () => {
    graph = await startGraph();
  });
  afterAll(() => graph.stop());

  it('get a whole series or a list of what is taken, and no time twice', async () => {
    for (const outcomes of await race(graph)) {
      const names = Map.groupBy(outcomes, outcome => outcome.__typename);
      expect(names.get('SeriesCreated')).toHaveLength(1);
      const losers = names.get('SeriesConflict') ?? [];
      expect(losers).toHaveLength(GUESTS - 1);
      for (const loser of losers) {
        if (loser.__typename !== 'SeriesConflict') throw new Error('That is no loser.');
        expect(loser.occurrences.length).toBeGreaterThan(0);
        expect(loser.occurrences[0]?.verdicts[0]?.rule).toBe('CONFLICT');
      }
    }
    expect(await graph.database.query(overlappingPairs)).toEqual([{ pairs: 0 }]);
    const whole = await graph.database.query(
      'select count(*)::int as bookings from scheduling.bookings group by series_id order by 1',
    );
    expect(whole).toEqual(Array(ROUNDS).fill({ bookings: 4 }));
  }, 60_000);

  it('double-book when lock and constraint are off: without them the test above would fail', async () => {
    await graph.database.query('alter table scheduling.claims drop constraint claims_do_not_overlap');
    await graph.database.query(
      'create or replace function scheduling.lock_claimants(ids uuid[]) returns void language plpgsql as $$ begin end $$',
    );
    await race(graph);
    const [row] = await graph.database.query<{ pairs: number }>(overlappingPairs);
    expect(row?.pairs).toBeGreaterThan(0);
  }, 60_000);
});
