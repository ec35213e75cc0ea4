import { statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testEnvironment } from '#platform/testing/environment.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { until } from './kit/collect.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { lockTable } from './kit/locked-table.ts';
import { mountSmallDisk } from './kit/small-disk.ts';
import { type BookableEventType, bookable, bookingInput, slotsOf, type TestSlot } from './kit/stories.ts';

const disk = mountSmallDisk();
const POOL_SIZE = 12;
const MEGABYTE = 1024 * 1024;

describe('a database that has no room', () => {
  let graph: TestGraph;
  let ada: TestUser;
  let type: BookableEventType;
  let slots: TestSlot[];

  beforeAll(async () => {
    graph = await startGraph();
    ada = await graph.signUp();
    type = await bookable(graph, ada, { durationMinutes: 15 });
    slots = await slotsOf(graph, type.id, { first: 100 });
  });
  afterAll(async () => {
    await graph.stop();
    disk?.unmount();
  });

  const read = () => graph.execute(ops.DashboardBookingsDocument, {}, { key: ada.key });
  const book = () =>
    graph.execute(ops.CreateBookingDocument, { input: bookingInput(type.id, slots.shift()) });
  type Answers = Awaited<ReturnType<typeof read | typeof book>>;
  const told = ({ status, code, headers }: Answers) => [status, code, headers.get('retry-after')];
  const comeAgain = [503, 'UNAVAILABLE', '1'];

  /** Asks one at a time; says of each refusal how long it took, and fails where it is none. */
  async function refusalsOf(ask: () => Promise<Answers>, times: number): Promise<number[]> {
    const took: number[] = [];
    for (let i = 0; i < times; i++) {
      const started = performance.now();
      expect(told(await ask())).toEqual(comeAgain);
      took.push(Math.round(performance.now() - started));
    }
    return took;
  }
  function report(what: string, took: readonly number[], grownBytes: number) {
    if (!testEnvironment.isLong) return;
    const sorted = [...took].sort((a, b) => a - b);
    const grown = (grownBytes / MEGABYTE).toFixed(1);
    process.stdout.write(
      `${what}: 503 after ${sorted[sorted.length >> 1]} ms, at most ${sorted.at(-1)} ms, of ${took.length}; heap ${grown} MB more\n`,
    );
  }
  /** The same while nothing but refusals happens: what they leave behind stays small. */
  async function measure(what: string, ask: () => Promise<Answers>) {
    const before = process.memoryUsage().heapUsed;
    const took = await refusalsOf(ask, testEnvironment.isLong ? 200 : 20);
    const grown = process.memoryUsage().heapUsed - before;
    report(what, took, grown);
    expect(Math.max(...took)).toBeLessThan(3_000);
    expect(grown).toBeLessThan(150 * MEGABYTE);
  }

  it('for more connections costs callers a moment: they are told to come again', async () => {
    const [{ name = '' } = {}] = await graph.database.query<{ name: string }>(
      'select current_database() as name',
    );
    await until(async () => (await read()).status === 200);
    await graph.database.query(`alter database ${name} connection limit 0`);
    await graph.database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'almanac scheduling'`,
    );
    await measure('too many connections', read);
    const started = Date.now();
    const refused = await Promise.all(Array.from({ length: 10 }, read));
    expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([503]));
    expect(Date.now() - started).toBeLessThan(4_000);
    await graph.database.query(`alter database ${name} connection limit -1`);
    await until(async () => (await read()).status === 200);
  }, 60_000);

  it('in our pool, where all connections wait for one lock: nobody else waits with them for long', async () => {
    const locked = await lockTable(graph, 'scheduling.bookings');
    try {
      // Different ones, as the same question is asked but once at a time; more than there are connections.
      const asked = Array.from({ length: 2 * POOL_SIZE }, (_, i) =>
        graph.execute(`query Waiting${i} { bookings { totalCount } }`, {}, { key: ada.key }),
      );
      await until(async () => (await locked.waiting()) === POOL_SIZE);
      const exhausted = performance.now();
      // The control: as long as the pool may still be moving, whoever comes waits with the others.
      let isPatient = true;
      const patient = read().finally(() => {
        isPatient = false;
      });
      await sleep(1_000);
      expect(isPatient).toBe(true);
      await sleep(1_500);
      const took = await refusalsOf(read, 10);
      report('pool exhausted', took, 0);
      expect(Math.max(...took)).toBeLessThan(1_500);
      // Nobody had given up by then.
      expect(performance.now() - exhausted).toBeLessThan(5_000);
      await locked.release();
      await Promise.all([...asked, patient]);
    } finally {
      await locked.release();
    }
    await until(async () => (await read()).status === 200);
  }, 60_000);

  (disk ? it : it.skip)(
    'on its disk refuses what writes, and answers what reads',
    async () => {
      const [{ folder = '' } = {}] = await graph.database.query<{ folder: string }>(
        `select current_setting('data_directory') as folder`,
      );
      const { uid, gid } = statSync(folder);
      disk?.give(uid, gid);
      await graph.database.query(`create tablespace small_disk location '${disk?.home}'`);
      const move = (to: string) =>
        graph.database.query(`alter table scheduling.bookings set tablespace ${to}`);
      try {
        await move('small_disk');
        expect((await book()).data.createBooking.__typename).toBe('BookingCreated');
        disk?.fill();
        // Pages that are there already have room for a few.
        let first: Answers;
        do first = await book();
        while (first.status === 200 && slots.length > 0);
        await measure('disk full', () => {
          const input = bookingInput(type.id, slots[0]);
          return graph.execute(ops.CreateBookingDocument, { input });
        });
        expect((await read()).status).toBe(200);
        disk?.free();
        expect((await book()).data.createBooking.__typename).toBe('BookingCreated');
      } finally {
        disk?.free();
        await move('pg_default');
        await graph.database.query('drop tablespace small_disk');
      }
    },
    60_000,
  );
});
