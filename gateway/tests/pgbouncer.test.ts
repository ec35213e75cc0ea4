import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '#platform/testing/database.ts';
import { testEnvironment } from '#platform/testing/environment.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { move } from './kit/lifecycle.ts';
import { findPgbouncer, startPgbouncer } from './kit/pgbouncer.ts';
import { type BookableEventType, book, bookable, cancel, slotsOf, type TestSlot } from './kit/stories.ts';

const POOL_SIZE = 4;
const REQUESTS = 600;

const found = await findPgbouncer();
if ('missing' in found) {
  if (testEnvironment.isCi) throw new Error(found.missing);
  process.stderr.write(`\nSKIPPED gateway/tests/pgbouncer.test.ts: ${found.missing}\n\n`);
}
const whereInstalled = 'program' in found ? describe : describe.skip;

whereInstalled('behind PgBouncer in transaction mode, with four connections for each subgraph', () => {
  let database: TestDatabase;
  let pooler: Awaited<ReturnType<typeof startPgbouncer>>;
  let graph: TestGraph;
  let ada: TestUser;
  let intro: BookableEventType;
  let slots: TestSlot[];

  beforeAll(async () => {
    database = await createTestDatabase();
    pooler = await startPgbouncer('program' in found ? found.program : '', database, POOL_SIZE);
    graph = await startGraph({
      database,
      databases: name => ({
        DATABASE_URL: pooler.urlOf(name),
        // Jobs listen.
        DATABASE_DIRECT_URL: database.urlOf(name),
      }),
    });
    ada = await graph.signUp({ handle: 'ada' });
    intro = await bookable(graph, ada, { durationMinutes: 15 });
    slots = await slotsOf(graph, intro.id, { first: 100 });
  }, 60_000);
  afterAll(async () => {
    await graph?.stop();
    await pooler?.stop();
    await database?.drop();
  });

  it('a booking is made, moved and cancelled, and all who are concerned are told', async () => {
    const watching = await graph.watch(ada.key, ops.BookingChangedDocument, {});
    const booking = await book(graph, intro.id, slots[0]);
    const moved = await move(graph, { manageToken: booking.manageToken }, booking.id, slots[1]);
    expect(moved.__typename).toBe('BookingRescheduled');
    expect((await cancel(graph, booking)).status).toBe('CANCELLED');
    const kinds = (await watching.take(3)).map(({ bookingChanged }) => bookingChanged.kind);
    expect(kinds).toEqual(['BOOKING_CREATED', 'BOOKING_RESCHEDULED', 'BOOKING_CANCELLED']);
    watching.end();
    // A job mails it.
    await graph.execute(ops.RequestMagicLinkDocument, { input: { email: 'ada@example.com' } });
    expect((await graph.sent.mailTo('ada@example.com')).text).toContain('token=');
  });

  it(`${REQUESTS} requests at once are all answered, and leave nothing behind`, async () => {
    const { key } = ada;
    const kinds = [
      async () => (await graph.execute(ops.MeDocument, {}, { key })).data.me.id,
      async () => (await slotsOf(graph, intro.id, { first: 5 })).length,
      async () => (await graph.execute(ops.DashboardBookingsDocument, {}, { key })).data.bookings,
      async () => (await graph.execute(ops.EventTypeSettingsDocument, { id: intro.id }, { key })).data,
      async (index: number) => {
        const input = { id: intro.id, title: `Title ${index}` };
        return (await graph.execute(ops.UpdateEventTypeDocument, { input }, { key })).data;
      },
      async (index: number) => (await book(graph, intro.id, slots[2 + (Math.floor(index / 6) % 90)])).id,
    ];
    const outcomes = await Promise.allSettled(
      Array.from({ length: REQUESTS }, (_, index) => kinds[index % kinds.length]?.(index)),
    );
    const failures = outcomes.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
    // A slot that somebody else was faster to take is an answer.
    const faults = failures.map(({ reason }) => String(reason)).filter(text => !/SlotUnavailable/.test(text));
    expect(faults).toEqual([]);
    expect(outcomes.length - failures.length).toBeGreaterThan(REQUESTS * 0.95);
    expect(await pooler.leftBehind()).toEqual([]);
  }, 120_000);

  it('what a session keeps would be found by others: the test above sees it', async () => {
    await pooler.ask('scheduling', async client => {
      await client.query("set statement_timeout = '0'");
      await client.query('select pg_advisory_lock(4711)');
      await client.query('listen somebody');
      await client.query({ name: 'named', text: 'select 1' });
      return [];
    });
    const kept = new Set((await pooler.leftBehind()).map(line => line.replace(/^scheduling: /, '')));
    expect([...kept].sort()).toEqual([
      'channel somebody',
      'lock 4711',
      'setting statement_timeout',
      'statement named',
      'timeout statement_timeout 0',
    ]);
  });

  it('a connection that asks for its own timeouts is refused, so the roles carry them', async () => {
    const client = new pg.Client({ connectionString: pooler.urlOf('scheduling'), lock_timeout: 5_000 });
    client.on('error', () => {});
    await expect(client.connect()).rejects.toThrow('unsupported startup parameter: lock_timeout');
    const [limits] = await pooler.ask('identity', async other => {
      const { rows } = await other.query(
        "select current_setting('statement_timeout') as s, current_setting('lock_timeout') as l",
      );
      return rows;
    });
    expect(limits).toEqual({ s: '10s', l: '5s' });
  });
});
