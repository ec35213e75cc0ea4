import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startTcpProxy, type TcpProxy, through } from '../../gateway/tests/kit/tcp-proxy.ts';
import { boundQueue } from '../bound-queue.ts';
import { cutSilentConnections } from '../lost-connections.ts';
import { translateDatabaseError } from '../postgres-errors.ts';
import { testEnvironment } from '../testing/environment.ts';

const SILENCE_MS = 300;
const STUCK_MS = 300;

const url = testEnvironment.databaseUrl ?? '';
const pidOf = async (pool: pg.Pool) => (await pool.query('select pg_backend_pid() as pid')).rows[0]?.pid;

/** How long it took to fail, or null where it had not within that time. */
async function failureOf(work: Promise<unknown>, limitMs: number): Promise<number | null> {
  const started = Date.now();
  const failed = work.then(
    () => false,
    () => true,
  );
  return (await Promise.race([failed, sleep(limitMs, false)])) ? Date.now() - started : null;
}

describe('a connection that goes silent', () => {
  let line: TcpProxy;
  const pools: pg.Pool[] = [];

  beforeAll(async () => {
    line = await startTcpProxy(Number(new URL(url).port));
  });
  afterEach(async () => {
    line.cut();
    await line.become('open');
    await Promise.all(pools.splice(0).map(pool => pool.end()));
  });
  afterAll(() => line.close());

  function poolWith(guard: (pool: pg.Pool) => void) {
    const pool = new pg.Pool({ connectionString: through(url, line.port), max: 1 });
    pool.on('error', () => {});
    pool.on('connect', client => client.on('error', () => {}));
    guard(pool);
    pools.push(pool);
    return pool;
  }

  it('is cut, however often it was idle before', async () => {
    const pool = poolWith(pool => cutSilentConnections(pool, SILENCE_MS));
    const first = await pidOf(pool);
    // Idle connections are left alone.
    for (let times = 0; times < 2; times++) {
      await sleep(2 * SILENCE_MS);
      expect(await pidOf(pool)).toBe(first);
    }
    await line.become('silent');
    await expect(pidOf(pool)).rejects.toThrow('no answer came');
    await line.become('open');
    expect(await pidOf(pool)).not.toBe(first);
  }, 20_000);

  it('is waited for without the guard', async () => {
    const pool = poolWith(() => {});
    await pidOf(pool);
    await line.become('silent');
    expect(await failureOf(pidOf(pool), 10 * SILENCE_MS)).toBeNull();
  }, 20_000);

  (testEnvironment.isLong ? it : it.skip)(
    'is noticed within 15 s as everything is set, and not within 30 s without the guard',
    async () => {
      const [ours, bare] = [poolWith(cutSilentConnections), poolWith(() => {})];
      await Promise.all([pidOf(ours), pidOf(bare)]);
      await line.become('silent');
      const [noticed, control] = await Promise.all([
        failureOf(pidOf(ours), 30_000),
        failureOf(pidOf(bare), 30_000),
      ]);
      process.stdout.write(
        `a silent connection was cut after ${noticed} ms; without the guard: ${control}\n`,
      );
      expect(noticed).toBeLessThan(15_000);
      expect(control).toBeNull();
    },
    60_000,
  );
});

describe('a pool whose connections are all busy', () => {
  const pools: pg.Pool[] = [];
  afterEach(async () => {
    await Promise.all(pools.splice(0).map(pool => pool.end()));
  });

  function poolWith(guard: (pool: pg.Pool) => void, max = 2) {
    const pool = new pg.Pool({ connectionString: url, max });
    guard(pool);
    pools.push(pool);
    return pool;
  }
  const bounded = (pool: pg.Pool) => boundQueue(pool, STUCK_MS);

  /** Takes all connections, until they are given back. */
  async function exhaust(pool: pg.Pool) {
    const clients = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()));
    return () => {
      for (const client of clients) client.release();
    };
  }

  it('refuses at once whoever would wait in vain; without the guard they wait', async () => {
    const [ours, bare] = [poolWith(bounded), poolWith(() => {})];
    const [release, releaseBare] = await Promise.all([exhaust(ours), exhaust(bare)]);
    await sleep(2 * STUCK_MS);
    const waiting = pidOf(bare);
    const refused = await pidOf(ours).catch(error => error);
    expect(translateDatabaseError(refused)).toMatchObject({
      code: 'UNAVAILABLE',
      extensions: { retryAfter: 1 },
    });
    expect(await failureOf(waiting, 1_000)).toBeNull();
    release();
    releaseBare();
    expect(await pidOf(ours)).toEqual(expect.any(Number));
    expect(await waiting).toEqual(expect.any(Number));
  });

  it('lets wait while it moves, however long each one has to', async () => {
    const pool = poolWith(bounded);
    // Each waits far longer than anything may be stuck.
    const work = Array.from({ length: 40 }, () => pool.query('select pg_sleep(0.1)'));
    await sleep(3 * STUCK_MS);
    work.push(pool.query('select 1'));
    await expect(Promise.all(work)).resolves.toHaveLength(41);
  });

  it('lets no more wait than it can serve soon; without the guard any number does', async () => {
    const [ours, bare] = [poolWith(bounded), poolWith(() => {})];
    const [release, releaseBare] = await Promise.all([exhaust(ours), exhaust(bare)]);
    const ask = (pool: pg.Pool) => Array.from({ length: 250 }, () => pidOf(pool));
    const asked = [ask(ours), ask(bare)].map(work => Promise.allSettled(work));
    expect([ours.waitingCount, bare.waitingCount]).toEqual([200, 250]);
    release();
    releaseBare();
    const [outcomes = [], control = []] = await Promise.all(asked);
    const served = (all: PromiseSettledResult<unknown>[]) =>
      all.filter(({ status }) => status === 'fulfilled');
    expect([served(outcomes).length, served(control).length]).toEqual([200, 250]);
  });
});
