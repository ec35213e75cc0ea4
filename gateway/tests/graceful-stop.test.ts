import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Pool } from 'undici';
import { until } from './kit/collect.ts';
import { startGatewayProcess } from './kit/gateway-process.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { lockTable } from './kit/locked-table.ts';

describe('a gateway that is told to stop', () => {
  let graph: TestGraph;
  let ada: TestUser;
  const pools: Pool[] = [];
  const children: { kill(signal: 'SIGKILL'): unknown }[] = [];

  beforeAll(async () => {
    graph = await startGraph({ topology: 'distributed' });
    ada = await graph.signUp({ handle: 'ada' });
  });
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await Promise.all(pools.map(pool => pool.destroy()));
    await graph.stop();
  });

  async function start(environment: Record<string, string> = {}) {
    const gateway = await startGatewayProcess(graph, environment);
    children.push(gateway.child);
    return gateway;
  }

  function poolTo(origin: string) {
    const pool = new Pool(origin, { connections: 20 });
    pools.push(pool);
    return pool;
  }

  /** Asks, and says what came of it. */
  async function ask(pool: Pool, query: string): Promise<string> {
    try {
      const { statusCode, body } = await pool.request({
        path: '/graphql',
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${ada.key}` },
        body: JSON.stringify({ query }),
      });
      const text = await body.text();
      return statusCode === 200 && !text.includes('"errors"') ? 'ok' : text;
    } catch (error) {
      return (error as { code?: string }).code ?? String(error);
    }
  }

  const lockBookings = () => lockTable(graph, 'scheduling.bookings');

  it('finishes what has begun, closes what is idle, and fails nothing', async () => {
    const { child, origin, port, exit, output } = await start({ STOP_DELAY_MS: '1500' });
    const idle = connect(port, '127.0.0.1');
    idle.write('GET /healthz HTTP/1.1\r\nhost: almanac\r\n\r\n');
    await once(idle, 'data');
    const unused = connect(port, '127.0.0.1');
    await once(unused, 'connect');
    const closed = Promise.all([once(idle, 'close'), once(unused, 'close')]);

    const { waiting, release } = await lockBookings();
    const slow = poolTo(origin);
    const begun = Array.from({ length: 8 }, (_, i) =>
      ask(slow, `query Slow${i} { bookings { totalCount } }`),
    );
    await until(async () => (await waiting()) === 8);
    const outcomes: string[] = [];
    let isOver = false;
    const busy = poolTo(origin);
    const load = Array.from({ length: 8 }, async () => {
      while (!isOver) outcomes.push(await ask(busy, '{ me { id } }'));
    });
    await until(() => outcomes.length > 50);

    const told = Date.now();
    child.kill('SIGTERM');
    // As a load balancer does, which sends nobody any more from here on.
    await until(async () => (await fetch(`${origin}/readyz`)).status === 503);
    isOver = true;
    await Promise.all(load);
    await sleep(2_000);
    expect(child.exitCode).toBeNull();
    expect(await ask(poolTo(origin), '{ me { id } }')).toBe('ECONNREFUSED');
    await release();
    expect(await Promise.all(begun)).toEqual(begun.map(() => 'ok'));
    await closed;
    expect(await exit).toBe(0);
    expect(Date.now() - told).toBeLessThan(10_000);
    expect([...new Set(outcomes)]).toEqual(['ok']);
    expect(output()).not.toMatch(/"level":(50|60)/);
  }, 60_000);

  it('fails what has begun when it is killed: the control', async () => {
    const { child, origin } = await start();
    const { waiting, release } = await lockBookings();
    const slow = poolTo(origin);
    const begun = Array.from({ length: 4 }, (_, i) =>
      ask(slow, `query Slow${i} { bookings { totalCount } }`),
    );
    await until(async () => (await waiting()) === 4);
    child.kill('SIGKILL');
    expect(await Promise.all(begun)).not.toContain('ok');
    await release();
  }, 60_000);

  it('does not wait for what never ends, nor for anything when it is told twice', async () => {
    const [patient, told] = await Promise.all([start(), start()]);
    const { waiting, release } = await lockBookings();
    const answers = [patient, told].map(({ origin }) =>
      ask(poolTo(origin), 'query { bookings { totalCount } }'),
    );
    await until(async () => (await waiting()) === 2);
    const started = Date.now();
    patient.child.kill('SIGTERM');
    told.child.kill('SIGTERM');
    await sleep(300);
    expect(told.child.exitCode).toBeNull();
    told.child.kill('SIGTERM');
    expect(await told.exit).toBe(1);
    expect(Date.now() - started).toBeLessThan(5_000);
    await patient.exit;
    expect(Date.now() - started).toBeLessThan(11_000);
    expect(await Promise.all(answers)).not.toContain('ok');
    await release();
  }, 60_000);
});
