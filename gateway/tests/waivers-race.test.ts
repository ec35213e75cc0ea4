import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestClock } from '#platform/testing/clock.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { calendarOf } from './kit/calendars.ts';
import { startGraph, type TestGraph } from './kit/graph.ts';
import { dropTimeGuards } from './kit/guards.ts';
import { bookable, bookingInput } from './kit/stories.ts';

const CLIENTS = 20;
const ROUNDS = process.env['ALMANAC_LONG'] ? 50 : 3;
const at = (time: string) => `2027-03-02T${time}:00.000Z`;
/** They overlap, without being equal. */
const STARTS = [at('10:00'), at('10:15')];

/** Busy all day by an outside calendar, so that nothing but claims keeps these bookings apart. */
describe('many who set CONFLICT aside at once', () => {
  let graph: TestGraph;

  beforeAll(async () => {
    graph = await startGraph({ clock: createTestClock('2027-03-01T08:00:00Z') });
  });
  afterAll(() => graph.stop());

  async function round() {
    const host = await graph.signUp();
    await (await calendarOf(graph, host)).add(at('09:00'), at('17:00'));
    const { id } = await bookable(graph, host, { slotIntervalMinutes: 15 });
    const answers = await Promise.all(
      Array.from({ length: CLIENTS }, (_, client) => {
        const startsAt = STARTS[client % 2] ?? '';
        const exception = { waive: ['CONFLICT' as const], waiveReason: 'The calendar is wrong' };
        const input = { ...bookingInput(id, { startsAt, endsAt: '' }), ...exception };
        return graph.execute(ops.BookAgainstRulesDocument, { input }, { key: host.key });
      }),
    );
    return answers.map(({ data }) => data.createBooking.__typename).sort();
  }

  it('get one booking', async () => {
    for (let i = 0; i < ROUNDS; i++)
      expect(await round()).toEqual(['BookingCreated', ...Array(CLIENTS - 1).fill('SlotUnavailable')]);
  }, 300_000);

  it('get several without lock and constraint: with these off the test before would fail', async () => {
    await dropTimeGuards(graph);
    const kinds = await round();
    expect(kinds.filter(kind => kind === 'BookingCreated').length).toBeGreaterThan(1);
  });
});
