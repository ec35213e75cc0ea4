import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { projectFolder } from '#platform/config.ts';
import type { OnStop } from '#platform/process.ts';
import type { Benchmark } from './kit/benchmark.ts';
import { printTable } from './kit/figures.ts';
import { makeFolder } from './kit/product.ts';

const run = promisify(execFile);

/** As a user's shell would have it: without what `npm run` adds to the environment. */
function userEnvironment(folder: string, port: number): Record<string, string> {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('npm_') && name !== 'INIT_CWD');
  return {
    ...(Object.fromEntries(own) as Record<string, string>),
    PORT: String(port),
    npm_config_cache: join(folder, 'cache'),
  };
}

function freePort(): Promise<number> {
  return new Promise(done => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}

async function answer(port: number, hasEnded: () => boolean): Promise<void> {
  for (;;) {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ __typename }' }),
    }).catch(() => null);
    const body = (await response?.text())?.trim();
    if (body === '{"data":{"__typename":"Query"}}') return;
    if (body) throw new Error(`The gateway answered ${body}`);
    if (hasEnded()) throw new Error('npm start ended before the gateway answered.');
    await sleep(20);
  }
}

/** Resident memory of the product's process, PostgreSQL apart, in MB. */
async function residentMegabytes(clone: string): Promise<number> {
  const pid = (await readFile(join(clone, '.almanac/postgres/owner.pid'), 'utf8')).trim();
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

/** `npm start`, until the gateway answers. */
async function npmStart(clone: string, env: Record<string, string>, onStop: OnStop) {
  const child = spawn('npm', ['start'], { cwd: clone, env, stdio: 'ignore', detached: true });
  const ended = new Promise<void>(done => child.once('exit', () => done()));
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null && child.pid)
      process.kill(-child.pid, 'SIGTERM');
    await ended;
    // npm goes at once, the product when it has stopped its PostgreSQL.
    while (existsSync(join(clone, '.almanac/postgres/owner.pid'))) await sleep(50);
  };
  onStop(stop);
  await answer(Number(env['PORT']), () => child.exitCode !== null);
  return stop;
}

export const benchStart: Benchmark = {
  about: 'from a clean clone to the first answer, and the memory of the idle product',
  method: `
git clone of the last commit into an empty folder, npm ci and npm start as a user types them. The clock stops when the
gateway has answered { __typename }. 'cold' has an empty npm cache, 'warm' the one that the run before filled. The
second start finds data and build. Memory is VmRSS of the Node process ten seconds after the start, with no request since.`,
  async run(onStop) {
    const folder = await makeFolder(onStop);
    const env = userEnvironment(folder, await freePort());
    const rows: (string | number)[][] = [];
    for (const cache of ['cold', 'warm']) {
      const clone = join(folder, cache);
      await run('git', ['clone', '--quiet', projectFolder, clone]);
      const begun = performance.now();
      await run('npm', ['ci'], { cwd: clone, env, maxBuffer: 100_000_000 });
      const installed = performance.now();
      const stop = await npmStart(clone, env, onStop);
      const up = performance.now();
      await stop();

      const again = performance.now();
      const stopAgain = await npmStart(clone, env, onStop);
      const upAgain = performance.now();
      await sleep(10_000);
      const memory = await residentMegabytes(clone);
      await stopAgain();
      await rm(clone, { recursive: true });
      rows.push([cache, (installed - begun) / 1000, (up - begun) / 1000, (upAgain - again) / 1000, memory]);
    }
    printTable(['npm cache', 'npm ci s', 'to first answer s', 'second start s', 'idle MB'], rows);
  },
};
