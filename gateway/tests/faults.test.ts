import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as ops from '../../examples/operations/operations.generated.ts';
import { until } from './kit/collect.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { type BookableEventType, book, bookable, bookingInput, slotsOf } from './kit/stories.ts';

describe('a subgraph that is gone', () => {
  let graph: TestGraph;
  let ada: TestUser;
  let intro: BookableEventType;

  beforeAll(async () => {
    graph = await startGraph({ topology: 'distributed' });
    ada = await graph.signUp({ handle: 'ada' });
    intro = await bookable(graph, ada, { slug: 'intro' });
    const [slot] = await slotsOf(graph, intro.id);
    await book(graph, intro.id, slot);
  });
  afterAll(() => graph.stop());

  it('costs its own fields and nothing else', async () => {
    await graph.servers['integrations']?.close();
    const started = Date.now();
    const answer = await graph.execute(ops.DashboardBookingsDocument, {}, { key: ada.key });
    expect(Date.now() - started).toBeLessThan(3000);
    expect(answer.status).toBe(200);
    expect(answer.body.data?.bookings.nodes[0]).toMatchObject({
      eventType: { id: intro.id },
      references: null,
    });
    expect(new Set(answer.errors.map(error => error.extensions.code))).toEqual(new Set(['UPSTREAM_FAILED']));
    expect(JSON.stringify(answer.body)).not.toMatch(/127\.0\.0\.1|ECONNREFUSED/);
    const readiness = await fetch(graph.url.replace('/graphql', '/readyz'));
    expect([readiness.status, await readiness.json()]).toEqual([
      503,
      { status: 'not ready', checks: { identity: 'ok', scheduling: 'ok', integrations: 'failed' } },
    ]);
  });

  it('lets nobody in when it is the one that knows who is who', async () => {
    await graph.servers['identity']?.close();
    const fresh = await graph.execute(
      ops.MeDocument,
      {},
      { key: `${ada.key.slice(0, 20)}x${ada.key.slice(21)}` },
    );
    expect([fresh.status, fresh.code]).toEqual([503, 'UNAVAILABLE']);
    expect(fresh.headers.get('retry-after')).toBe('1');
    const [slot] = await slotsOfAnonymous();
    const booked = await graph.execute(ops.CreateBookingDocument, { input: bookingInput(intro.id, slot) });
    expect(booked.body.data?.createBooking?.__typename).toBeUndefined();
    expect(booked.errors.every(error => error.extensions.code === 'UPSTREAM_FAILED')).toBe(true);
  });

  async function slotsOfAnonymous() {
    const variables = { ...intro.nextWeek, eventTypeId: intro.id, timeZone: 'UTC' };
    const answer = await graph.execute<
      { slots: { nodes: { startsAt: string; endsAt: string }[] } },
      typeof variables
    >(
      `query ($eventTypeId: ID!, $from: DateTime!, $to: DateTime!, $timeZone: TimeZone!) {
        slots(eventTypeId: $eventTypeId, from: $from, to: $to, timeZone: $timeZone) { nodes { startsAt endsAt } }
      }`,
      variables,
    );
    return answer.data.slots.nodes;
  }
});

describe('a database whose connections are cut', () => {
  let graph: TestGraph;

  beforeAll(async () => {
    graph = await startGraph();
  });
  afterAll(() => graph.stop());

  it('loses no booking that was acknowledged, and is used again at once', async () => {
    const ada = await graph.signUp();
    const type = await bookable(graph, ada, { durationMinutes: 15 });
    const slots = await slotsOf(graph, type.id, { first: 160 });
    const acknowledged: string[] = [];
    const codes = new Set<string>();
    let isCutting = true;
    const cutting = (async () => {
      while (isCutting) {
        const seen = acknowledged.length;
        await sleep(60);
        // On a slow machine nothing would ever get through between two cuts.
        for (let waited = 0; isCutting && acknowledged.length === seen && waited < 1_000; waited += 20)
          await sleep(20);
        await graph.database.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and usename = 'almanac_scheduling' and application_name = 'almanac scheduling'`,
        );
      }
    })();
    const queue = [...slots];
    const writers = Array.from({ length: 8 }, async () => {
      for (let slot = queue.shift(); slot; slot = queue.shift()) {
        const answer = await graph.execute(ops.CreateBookingDocument, { input: bookingInput(type.id, slot) });
        const created = answer.body.data?.createBooking;
        if (created?.__typename === 'BookingCreated') acknowledged.push(created.booking.id);
        for (const error of answer.body.errors ?? []) codes.add(error.extensions.code);
      }
    });
    await Promise.all(writers);
    isCutting = false;
    await cutting;
    expect(acknowledged.length).toBeGreaterThan(0);
    expect([...codes]).toEqual(['UNAVAILABLE']);
    const read = () => graph.execute(ops.DashboardBookingsDocument, { first: 1 }, { key: ada.key });
    // The last cut may still be on its way to the pool.
    await until(async () => !(await read()).body.errors, 1_000);
    const { bookings } = (await read()).data;
    expect(bookings.totalCount).toBeGreaterThanOrEqual(acknowledged.length);
    const [rows] = await graph.database.query<{
      bookings: number;
      events: number;
      claims: number;
      told: number;
    }>(
      `select (select count(*) from scheduling.bookings)::int as bookings,
        (select count(*) from scheduling.booking_events)::int as events,
        (select count(*) from scheduling.claims)::int as claims,
        (select count(*) from scheduling.outbox_events where aggregate_type = 'booking')::int as told`,
    );
    expect(rows).toEqual({
      bookings: rows?.bookings,
      events: rows?.bookings,
      claims: rows?.bookings,
      told: rows?.bookings,
    });
    expect(rows?.bookings).toBe(bookings.totalCount);
  }, 60_000);
});
