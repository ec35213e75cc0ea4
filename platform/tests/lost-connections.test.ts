import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import pg from 'pg';
import { startTcpProxy, through } from '../../gateway/tests/kit/tcp-proxy.ts';
import { cutSilentConnections } from '../lost-connections.ts';
import { testEnvironment } from '../testing/environment.ts';

const SILENCE_MS = 300;

it('a connection that goes silent is cut, however often it was idle before', async () => {
  const url = testEnvironment.databaseUrl ?? '';
  const line = await startTcpProxy(Number(new URL(url).port));
  const pool = new pg.Pool({ connectionString: through(url, line.port), max: 1 });
  pool.on('error', () => {});
  pool.on('connect', client => client.on('error', () => {}));
  cutSilentConnections(pool, SILENCE_MS);
  const pid = async () => (await pool.query('select pg_backend_pid() as pid')).rows[0]?.pid;
  const first = await pid();
  // Idle connections are left alone.
  for (let times = 0; times < 2; times++) {
    await sleep(2 * SILENCE_MS);
    expect(await pid()).toBe(first);
  }
  await line.become('silent');
  await expect(pid()).rejects.toThrow('no answer came');
  await line.become('open');
  expect(await pid()).not.toBe(first);
  await pool.end();
  await line.close();
}, 20_000);
