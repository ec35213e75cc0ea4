import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { uuidOf } from '#platform/ids.ts';
import { servicePrincipal } from '#platform/principal.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { completeBookings } from '../../subgraphs/scheduling/expiry/complete-bookings.ts';
import { expireBookings } from '../../subgraphs/scheduling/expiry/expire-bookings.ts';
import { until } from './kit/collect.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { confirm, decline, draft, progress, timeOf } from './kit/lifecycle.ts';
import { book, bookable, slotsOf } from './kit/stories.ts';

const HOUR_MS = 3_600_000;
const isLong = process.env['ALMANAC_LONG'] === '1';

/** Stands still unless it is moved. */
function playedClock() {
  let at = Date.now();
  return {
    now: () => at,
    set: (instant: number) => {
      at = instant;
    },
  };
}

const serviceOf = (graph: TestGraph) => graph.apps.scheduling.openContext(servicePrincipal('scheduling'));
const job = (graph: TestGraph, task: string) =>
  graph.database.query(`select scheduling_jobs.add_job('${task}')`);

describe('bookings that wait, and time that passes', () => {
  const clock = playedClock();
  const today = clock.now();
  let graph: TestGraph;
  let ada: TestUser;

  beforeAll(async () => {
    graph = await startGraph({ clock });
    ada = await graph.signUp();
  });
  afterAll(() => graph.stop());

  it('expire when nobody has confirmed them by their start, and free their time', async () => {
    clock.set(today);
    const { id } = await bookable(graph, ada, { requiresConfirmation: true });
    const [first, second, third] = await slotsOf(graph, id);
    const [forgotten, confirmed, declined] = [
      await book(graph, id, first),
      await book(graph, id, second),
      await book(graph, id, third),
    ];
    await confirm(graph, ada, confirmed.id);
    await decline(graph, ada, declined.id);
    const watching = await graph.watch(ada.key, ops.BookingChangedDocument, {
      filter: { kinds: ['BOOKING_EXPIRED'] },
    });
    clock.set(Date.parse(forgotten.startsAt) - 1);
    expect(await expireBookings(serviceOf(graph))).toBe(0);
    clock.set(Date.parse(forgotten.startsAt));
    expect((await confirm(graph, ada, forgotten.id)).__typename).toBe('SlotUnavailable');
    await job(graph, 'expire-bookings');
    const [change] = await watching.take(1);
    expect(change?.bookingChanged).toMatchObject({
      kind: 'BOOKING_EXPIRED',
      actor: { kind: 'SERVICE' },
      booking: { id: forgotten.id, status: 'EXPIRED' },
    });
    expect(await expireBookings(serviceOf(graph))).toBe(0);
    const view = await progress(graph, ada, forgotten.id);
    expect(view).toMatchObject({ expiresAt: null, version: 2, canCancel: false, canReschedule: false });
    expect(view.history?.nodes.at(-1)).toMatchObject({
      kind: 'BOOKING_EXPIRED',
      actor: { kind: 'SERVICE', id: 'scheduling' },
    });
    expect(await timeOf(graph, forgotten.id)).toEqual([]);
    expect((await progress(graph, ada, confirmed.id)).status).toBe('CONFIRMED');
    expect((await progress(graph, ada, declined.id)).status).toBe('DECLINED');
    expect(await confirm(graph, ada, forgotten.id)).toMatchObject({
      __typename: 'TransitionRefused',
      from: 'EXPIRED',
    });
  });

  it('expire as drafts after a day', async () => {
    clock.set(today);
    const { id } = await bookable(graph, ada);
    const prepared = await draft(graph, ada, id, (await slotsOf(graph, id))[5]);
    clock.set(today + 24 * HOUR_MS - 1);
    expect(await expireBookings(serviceOf(graph))).toBe(0);
    clock.set(today + 24 * HOUR_MS);
    expect(await expireBookings(serviceOf(graph))).toBe(1);
    expect((await progress(graph, ada, prepared.id)).kinds).toEqual(['CREATED', 'EXPIRED']);
  });

  it('are complete once they have ended', async () => {
    clock.set(today);
    const { id } = await bookable(graph, ada);
    const [first, second] = (await slotsOf(graph, id)).slice(20);
    const [over, running] = [await book(graph, id, first), await book(graph, id, second)];
    await completeBookings(serviceOf(graph));
    clock.set(Date.parse(over.endsAt) - 1);
    await completeBookings(serviceOf(graph));
    expect((await progress(graph, ada, over.id)).status).toBe('CONFIRMED');
    clock.set(Date.parse(over.endsAt));
    await job(graph, 'complete-bookings');
    await until(async () => (await progress(graph, ada, over.id)).status === 'COMPLETED');
    expect(await progress(graph, ada, over.id)).toMatchObject({
      kinds: ['CREATED', 'COMPLETED'],
      canCancel: false,
      canReschedule: false,
    });
    // A buffer behind it may still run.
    expect(await timeOf(graph, over.id)).toEqual([over.startsAt]);
    expect((await progress(graph, ada, running.id)).status).toBe('CONFIRMED');
  });

  it('are ended once by many processes, which pass by what is being changed', async () => {
    clock.set(today);
    const host = await graph.signUp();
    const { id } = await bookable(graph, host, { requiresConfirmation: true, durationMinutes: 5 });
    const slots = (await slotsOf(graph, id, { first: 1000 })).slice(0, 230);
    expect(slots).toHaveLength(230);
    const bookings: { id: string }[] = [];
    for (let from = 0; from < slots.length; from += 10)
      bookings.push(...(await Promise.all(slots.slice(from, from + 10).map(slot => book(graph, id, slot)))));
    clock.set(Date.parse(slots.at(-1)?.startsAt ?? ''));

    const client = new pg.Client({ connectionString: graph.database.url });
    await client.connect();
    await client.query('begin');
    await client.query('select 1 from scheduling.bookings where id = $1 for update', [
      uuidOf(bookings[0]?.id ?? ''),
    ]);
    const ended = await Promise.all(Array.from({ length: 4 }, () => expireBookings(serviceOf(graph))));
    expect(ended.reduce((sum, count) => sum + count, 0)).toBe(229);
    await client.query('rollback');
    await client.end();
    expect(await expireBookings(serviceOf(graph))).toBe(1);

    const stored = await graph.database.query(
      `select b.status, b.version, (select count(*)::int from scheduling.booking_events e where e.booking_id = b.id) as events,
        (select count(*)::int from scheduling.claims c where c.booking_id = b.id) as claims, count(*)::int
       from scheduling.bookings b join scheduling.event_types t on t.id = b.event_type_id
       where t.id = $1 group by 1, 2, 3, 4`,
      [uuidOf(id)],
    );
    expect(stored).toEqual([{ status: 'EXPIRED', version: 2, events: 2, claims: 0, count: 230 }]);
    const [told] = await graph.database.query(
      `select count(*)::int, count(distinct aggregate_id)::int as bookings from scheduling.outbox_events
       where name = 'booking.expired' and payload->'booking'->>'eventTypeId' = $1`,
      [id],
    );
    expect(told).toEqual({ count: 230, bookings: 230 });
  }, 120_000);
});

describe('the timetable', () => {
  it('has the jobs, and runs them', async () => {
    const clock = playedClock();
    const graph = await startGraph({ clock, hasTimetable: true });
    try {
      await until(async () => {
        const known = await graph.database.query(
          'select identifier from scheduling_jobs._private_known_crontabs order by 1',
        );
        return known.length === 2;
      });
      const known = await graph.database.query(
        'select identifier from scheduling_jobs._private_known_crontabs order by 1',
      );
      expect(known).toEqual([{ identifier: 'complete-bookings' }, { identifier: 'expire-bookings' }]);
      if (!isLong) return;
      const ada = await graph.signUp();
      const { id } = await bookable(graph, ada, { requiresConfirmation: true });
      const booking = await book(graph, id, (await slotsOf(graph, id))[0]);
      clock.set(Date.parse(booking.startsAt));
      await until(async () => (await progress(graph, ada, booking.id)).status === 'EXPIRED', 90_000);
      expect((await progress(graph, ada, booking.id)).version).toBe(2);
    } finally {
      await graph.stop();
    }
  }, 120_000);
});
