import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { testEnvironment } from '#platform/testing/environment.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { until } from './kit/collect.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { type BookableEventType, bookable, bookingInput, slotsOf, type TestSlot } from './kit/stories.ts';
import { startTcpProxy, type TcpProxy } from './kit/tcp-proxy.ts';

const PER_MINUTE = 5;
const portOf = (url = '') => Number(new URL(url).port);

describe('the way to PostgreSQL or Redis', () => {
  let postgres: TcpProxy;
  let redis: TcpProxy;
  let graph: TestGraph;
  let ada: TestUser;
  let type: BookableEventType;
  let slots: TestSlot[];
  let addresses = 0;

  beforeAll(async () => {
    postgres = await startTcpProxy(portOf(testEnvironment.databaseUrl));
    redis = await startTcpProxy(portOf(testEnvironment.redisUrl));
    graph = await startGraph({
      topology: 'distributed',
      ports: { postgres: postgres.port, redis: redis.port },
      limits: { PUBLIC_QUERIES_PER_MINUTE: PER_MINUTE, SIGN_INS_PER_MINUTE: PER_MINUTE },
    });
    ada = await graph.signUp();
    type = await bookable(graph, ada, { durationMinutes: 15 });
    slots = await slotsOf(graph, type.id, { first: 200 });
  });
  afterEach(async () => {
    await redis.become('open');
    await postgres.become('open');
  });
  afterAll(async () => {
    await graph.stop();
    await postgres.close();
    await redis.close();
  });

  const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
  const newAddress = () => `198.51.100.${++addresses}`;

  /** The id of a new booking, or why there is none. */
  async function book(): Promise<string> {
    const input = bookingInput(type.id, slots.shift());
    const { body } = await graph.execute(ops.CreateBookingDocument, { input }, from(newAddress()));
    const created = body.data?.createBooking;
    return created?.__typename === 'BookingCreated'
      ? created.booking.id
      : (body.errors?.[0]?.extensions.code ?? '');
  }

  /** Codes of as many public queries as a client may ask in a minute, and one more. */
  async function askTooOften(address = newAddress()) {
    const codes: string[] = [];
    for (let i = 0; i <= PER_MINUTE; i++) {
      const variables = { ...type.nextWeek, eventTypeId: type.id, timeZone: 'UTC', first: 1 };
      const { body } = await graph.execute(ops.SlotsDocument, variables, from(address));
      codes.push(body.errors?.[0]?.extensions.code ?? 'ok');
    }
    return codes;
  }
  const limited = [...Array.from({ length: PER_MINUTE }, () => 'ok'), 'RATE_LIMITED'];

  /** What Redis itself has counted of a client. */
  async function countedOf(address: string) {
    const client = new Redis(testEnvironment.redisUrl ?? '');
    const [count] = await client.mget(`almanac:rate:scheduling:QUERIES:${address}`);
    client.disconnect();
    return Number(count);
  }

  /** What comes of asking for a link, and of trying one. */
  async function signInFrom(address = newAddress()) {
    const asked = await graph.execute(
      ops.RequestMagicLinkDocument,
      { input: { email: 'ada@example.com' } },
      from(address),
    );
    const tried = await graph.execute(
      ops.SignInDocument,
      { input: { token: 'a'.repeat(43) } },
      from(address),
    );
    return [asked, tried].map(({ status, body, headers }) => ({
      status,
      code: body.errors?.[0]?.extensions.code,
      retryAfter: headers.get('retry-after'),
    }));
  }
  const served = { status: 200, code: undefined, retryAfter: null };
  const closed = { status: 503, code: 'UNAVAILABLE', retryAfter: '1' };

  it.each(['refused', 'silent'] as const)(
    'to Redis may be %s: bookings go on, limits count here, nobody tries proofs',
    async line => {
      const before = newAddress();
      expect(await askTooOften(before)).toEqual(limited);
      expect(await countedOf(before)).toBe(PER_MINUTE + 1);
      // The control: as long as it is there, sign-ins are counted, and done.
      expect(await signInFrom()).toEqual([served, served]);
      await redis.become(line);
      const started = Date.now();
      expect(await book()).toMatch(/^bkg_/);
      const meanwhile = newAddress();
      expect(await askTooOften(meanwhile)).toEqual(limited);
      expect(await signInFrom()).toEqual([closed, closed]);
      expect(Date.now() - started).toBeLessThan(10_000);
      expect(await countedOf(meanwhile)).toBe(0);
      // In the long form for a minute.
      do {
        expect(await book()).toMatch(/^bkg_/);
        await sleep(1_000);
      } while (testEnvironment.isLong && Date.now() - started < 60_000);
      expect(await signInFrom()).toEqual([closed, closed]);
      await redis.become('open');
      const mended = Date.now();
      await until(async () => {
        const address = newAddress();
        await askTooOften(address);
        return (await countedOf(address)) > 0;
      });
      await until(async () => (await signInFrom()).every(({ code }) => !code));
      const recoveredMs = Date.now() - mended;
      if (testEnvironment.isLong) process.stdout.write(`Redis ${line}: used again after ${recoveredMs} ms\n`);
      expect(recoveredMs).toBeLessThan(5_000);
    },
    120_000,
  );

  // Half a minute of silence is what it is about.
  (testEnvironment.isLong ? it : it.skip)(
    'may be forgotten on the way: it is noticed, and who listens misses nothing',
    async () => {
      const watching = await graph.watch(ada.key, ops.BookingChangedDocument, {});
      const told = () =>
        new Set(
          watching.results.map(
            ({ data }) => (data as ops.BookingChangedSubscription).bookingChanged.booking?.id,
          ),
        );
      const booked = [await book(), await book()];
      await until(() => booked.every(id => told().has(id)));
      const before = redis.connections;
      redis.forget();
      postgres.forget();
      const forgotten = Date.now();
      const codes = new Set<string>();
      await until(async () => {
        const outcome = await book();
        if (outcome.startsWith('bkg_')) booked.push(outcome);
        else codes.add(outcome);
        return outcome.startsWith('bkg_');
      }, 40_000);
      const noticedMs = Date.now() - forgotten;
      await until(() => redis.connections > before);
      process.stdout.write(
        `booked again ${noticedMs} ms after the way was forgotten; Redis connected ${Date.now() - forgotten} ms after it\n`,
      );
      expect(noticedMs).toBeLessThan(15_000);
      for (let i = 0; i < 5; i++) booked.push(await book());
      expect(booked.every(id => id.startsWith('bkg_'))).toBe(true);
      await until(() => booked.every(id => told().has(id)), 30_000);
      expect([...codes].filter(code => !/^(UNAVAILABLE|UPSTREAM_FAILED)$/.test(code))).toEqual([]);
      const kept = await graph.database.query<{ count: number }>(
        'select count(*)::int from scheduling.bookings',
      );
      expect(kept[0]?.count).toBeGreaterThanOrEqual(booked.length);
      watching.end();
      // Pools that nobody used meanwhile would find out one after the other while they are closed.
      postgres.cut();
    },
    120_000,
  );
});
