import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { print } from 'graphql';
import { projectFolder } from '#platform/config.ts';
import { isAlive } from '#platform/process.ts';
import { testEnvironment } from '#platform/testing/environment.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { looks, readTour } from './readme-tour.ts';

interface Demo {
  url: string;
  wsUrl: string;
  playground: string;
  apiKeys: Record<'ada' | 'grace' | 'katherine', string>;
  eventTypes: Record<'ada/intro' | 'engines/triage' | 'engines/panel', string>;
}

interface Run {
  child: ChildProcess;
  output(): string;
  exit: Promise<number | null>;
}

const children: ChildProcess[] = [];

function run(environment: Record<string, string>): Run {
  const child = spawn(process.execPath, ['dist/standalone.js'], {
    cwd: projectFolder,
    env: { PATH: testEnvironment.path, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', chunk => {
      text += chunk;
    });
  }
  return { child, output: () => text, exit: new Promise(done => child.once('exit', done)) };
}

async function up(started: Run, folder: string): Promise<Demo> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    if (started.child.exitCode !== null) throw new Error(started.output());
    if (started.output().includes('Almanac is running.')) {
      return JSON.parse(await readFile(join(folder, 'demo.json'), 'utf8'));
    }
    await new Promise(done => setTimeout(done, 50));
  }
  throw new Error(`It did not start: ${started.output()}`);
}

async function call(demo: Demo, document: Parameters<typeof print>[0], variables: object, key?: string) {
  const response = await fetch(demo.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
    body: JSON.stringify({ query: print(document), variables }),
  });
  return (await response.json()) as { data: never; errors?: unknown };
}

/** Sends what the README's tour sends, and gets answers that look like those it shows. */
async function takeTour(demo: Demo): Promise<void> {
  const { bodyOf, answers } = await readTour();
  const [slots, booked, , refused, cancelled] = answers;
  const send = async (step: number, replace = (commands: string) => commands) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(demo.url, { method: 'POST', headers, body: await bodyOf(step, replace) });
    return response.text();
  };
  const listed = await send(0);
  expect(looks(JSON.parse(listed))).toEqual(looks(slots));
  const start = /"startsAt":"([^"]+)"/.exec(listed)?.[1] ?? '';
  const atStart = (commands: string) => commands.replace(/^START=\S+/m, `START=${start}`);
  const receipt = await send(1, atStart);
  expect(looks(JSON.parse(receipt))).toEqual(looks(booked));
  const second = await send(1, commands => atStart(commands).replace('tour-1', 'tour-2'));
  expect(looks(JSON.parse(second))).toEqual(looks(refused));
  const [booking = ''] = /bkg_\w+/.exec(receipt) ?? [];
  const [token = ''] = /mng_[\w-]+/.exec(receipt) ?? [];
  const cancel = await send(2, commands => commands.replace('bkg_…', booking).replace('mng_…', token));
  expect(looks(JSON.parse(cancel))).toEqual(looks(cancelled));
}

async function serverPid(folder: string): Promise<number> {
  return Number((await readFile(join(folder, 'postgres/data/postmaster.pid'), 'utf8')).split('\n')[0]);
}

describe('the whole product in one process', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'almanac-standalone-'));
    // PostgreSQL does not run as root: the account that it runs as instead must get in.
    await chmod(folder, 0o755);
  });
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  it('starts on nothing, with a demo that can be booked', async () => {
    const started = run({ ALMANAC_FOLDER: folder });
    const demo = await up(started, folder);
    expect(started.output()).toContain(demo.playground);
    expect(started.output()).toContain(demo.apiKeys.ada);
    const from = new Date(Date.now() + 86_400_000).toISOString();
    const to = new Date(Date.now() + 15 * 86_400_000).toISOString();
    for (const eventTypeId of Object.values(demo.eventTypes)) {
      const { data } = await call(demo, ops.SlotsDocument, { eventTypeId, from, to, timeZone: 'UTC' });
      const { slots } = data as ops.SlotsQuery;
      expect(slots.nodes.length).toBeGreaterThan(5);
      const input = {
        eventTypeId,
        startsAt: slots.nodes[0]?.startsAt,
        attendee: { name: 'Mary', email: 'mary@example.com', timeZone: 'Europe/London' },
        idempotencyKey: eventTypeId,
      };
      const booked = await call(demo, ops.CreateBookingDocument, { input });
      expect(booked.data).toMatchObject({ createBooking: { __typename: 'BookingCreated' } });
    }
    for (const [handle, key] of Object.entries(demo.apiKeys)) {
      expect((await call(demo, ops.MeDocument, {}, key)).data).toMatchObject({ me: { handle } });
    }
    started.child.kill('SIGTERM');
    expect(await started.exit).toBe(0);
  }, 120_000);

  it('starts again with the same data and the same keys', async () => {
    const before = JSON.parse(await readFile(join(folder, 'demo.json'), 'utf8')) as Demo;
    const started = run({ ALMANAC_FOLDER: folder });
    const demo = await up(started, folder);
    expect(demo.apiKeys).toEqual(before.apiKeys);
    const { data } = await call(demo, ops.DashboardBookingsDocument, {}, demo.apiKeys.ada);
    expect((data as ops.DashboardBookingsQuery).bookings.totalCount).toBe(3);
    await takeTour(demo);
    started.child.kill('SIGINT');
    expect(await started.exit).toBe(0);
  }, 60_000);

  it('gets up again after it was killed', async () => {
    const killed = run({ ALMANAC_FOLDER: folder });
    await up(killed, folder);
    const orphan = await serverPid(folder);
    killed.child.kill('SIGKILL');
    await killed.exit;
    expect(isAlive(orphan)).toBe(true);
    const started = run({ ALMANAC_FOLDER: folder });
    await up(started, folder);
    expect(isAlive(orphan)).toBe(false);
    started.child.kill('SIGTERM');
    expect(await started.exit).toBe(0);
  }, 60_000);

  it('refuses to share its folder with another run', async () => {
    const first = run({ ALMANAC_FOLDER: folder });
    await up(first, folder);
    const second = run({ ALMANAC_FOLDER: folder });
    expect(await second.exit).toBe(1);
    expect(second.output()).toMatch(/^Another process \(pid \d+\) uses .*\. Stop it first\.\n$/);
    expect(first.child.exitCode).toBeNull();
    first.child.kill('SIGTERM');
    expect(await first.exit).toBe(0);
  }, 60_000);

  it('says so when its port is in use, and leaves nothing running', async () => {
    const blocker: Server = createServer();
    const port = await new Promise<number>(done => {
      blocker.listen(0, '127.0.0.1', () => done((blocker.address() as { port: number }).port));
    });
    const started = run({ ALMANAC_FOLDER: folder, PORT: String(port) });
    expect(await started.exit).toBe(1);
    expect(started.output()).toBe(
      `Port ${port} on 127.0.0.1 is in use. Stop what uses it, or set PORT to another one.\n`,
    );
    await expect(serverPid(folder)).rejects.toThrow();
    blocker.close();
  }, 60_000);

  it.each([
    ['does not answer', 'postgres://a:b@127.0.0.1:1/c', /^PostgreSQL does not answer at 127\.0\.0\.1:1\. /],
    ['is no PostgreSQL address', 'mysql://a:b@127.0.0.1/c', /DATABASE_URL: must start with postgres:\/\//],
  ])(
    'says so when the database that it is pointed at %s',
    async (_what, url, message) => {
      const started = run({ ALMANAC_FOLDER: folder, DATABASE_URL: url });
      expect(await started.exit).toBe(1);
      expect(started.output()).toMatch(message);
      expect(started.output()).not.toMatch(/\n\s+at /);
    },
    60_000,
  );

  it('says so when the database refuses the login', async () => {
    const url = new URL(testEnvironment.databaseUrl ?? '');
    url.password = 'wrong';
    const started = run({ ALMANAC_FOLDER: folder, DATABASE_URL: url.href });
    expect(await started.exit).toBe(1);
    expect(started.output()).toMatch(
      /^PostgreSQL refused the login of postgres: check user and password in the connection string\.\n$/,
    );
  }, 60_000);
});
