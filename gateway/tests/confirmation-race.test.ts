import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testEnvironment } from '#platform/testing/environment.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { dropTimeGuards } from './kit/guards.ts';
import { confirm } from './kit/lifecycle.ts';
import { book, bookable, slotsOf } from './kit/stories.ts';

const ROUNDS = 20;
const HOSTS = testEnvironment.isLong ? 20 : 1;

const confirmedTwice = `
  select count(*)::int as pairs from scheduling.bookings a
  join scheduling.bookings b on b.event_type_id = a.event_type_id and b.id > a.id
  where a.status = 'CONFIRMED' and b.status = 'CONFIRMED' and a.starts_at < b.ends_at and a.ends_at > b.starts_at`;

describe('two requests for one slot that are confirmed at once', () => {
  let graph: TestGraph;

  beforeAll(async () => {
    graph = await startGraph();
  });
  afterAll(() => graph.stop());

  async function race(host: TestUser, rounds: number): Promise<string[][]> {
    const { id } = await bookable(graph, host, { requiresConfirmation: true, pendingTakesTime: false });
    const slots = (await slotsOf(graph, id)).slice(0, rounds);
    const outcomes: string[][] = [];
    for (const slot of slots) {
      const requests = [await book(graph, id, slot), await book(graph, id, slot)];
      const answers = await Promise.all(requests.map(request => confirm(graph, host, request.id)));
      outcomes.push(answers.map(({ __typename }) => __typename).sort());
    }
    return outcomes;
  }

  it('make one booking, and the other is told that the time is gone', async () => {
    const outcomes: string[][] = [];
    for (let host = 0; host < HOSTS; host++) outcomes.push(...(await race(await graph.signUp(), ROUNDS)));
    expect(outcomes).toHaveLength(HOSTS * ROUNDS);
    for (const outcome of outcomes) expect(outcome).toEqual(['BookingConfirmed', 'SlotUnavailable']);
    expect(await graph.database.query(confirmedTwice)).toEqual([{ pairs: 0 }]);
  }, 600_000);

  it('is one request that ten people confirm at once: one of them did', async () => {
    const host = await graph.signUp();
    const { id } = await bookable(graph, host, { requiresConfirmation: true });
    for (const slot of (await slotsOf(graph, id)).slice(0, 5)) {
      const request = await book(graph, id, slot);
      const answers = await Promise.all(Array.from({ length: 10 }, () => confirm(graph, host, request.id)));
      const names = answers.map(({ __typename }) => __typename).sort();
      expect(names).toEqual(['BookingConfirmed', ...Array(9).fill('TransitionRefused')]);
    }
  }, 60_000);

  it('are both confirmed when lock and constraint are off: without them the test above would fail', async () => {
    await dropTimeGuards(graph);
    const outcomes = await race(await graph.signUp(), ROUNDS);
    const both = outcomes.filter(outcome => outcome.every(name => name === 'BookingConfirmed'));
    expect(both.length).toBeGreaterThan(0);
    const [row] = await graph.database.query<{ pairs: number }>(confirmedTwice);
    expect(row?.pairs).toBe(both.length);
  }, 60_000);
});
