import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { print } from 'graphql';
import { projectFolder } from '#platform/config.ts';
import { fromUuid } from '#platform/ids.ts';
import type { OnStop } from '#platform/process.ts';
import * as ops from '../examples/operations/operations.generated.ts';
import type { Benchmark } from './kit/benchmark.ts';
import { bookingInput, createBookable } from './kit/bookable.ts';
import { addColleagues } from './kit/colleagues.ts';
import { makeKeysOf } from './kit/credentials.ts';
import type { Crowd, CrowdReport } from './kit/dashboard-clients.ts';
import { percentile, printTable } from './kit/figures.ts';
import { commitTimes, type Product, startProduct } from './kit/product.ts';

const SOCKETS = 5_000;
const USERS = 25;
const CHANGES_PER_SECOND = 20;
const SECONDS = 20;
const BURSTS = 15;
const DEAF = 100;
const LARGE_EVENTS = 40;

/** An event of 200 kB, so that what the kernel keeps for a reader is soon full. */
const LARGE = `subscription { bookingChanged { cursor booking { hosts { id } eventType {
  ${Array.from({ length: 45 }, (_, index) => `a${index}: description`).join(' ')}
} } } }`;

interface Dashboards {
  report(): Promise<CrowdReport>;
  end(): Promise<void>;
}

async function openDashboards(onStop: OnStop, crowd: Crowd): Promise<Dashboards> {
  const child: ChildProcess = fork(join(projectFolder, 'dist/bench/kit/dashboard-clients.js'));
  const end = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill();
    await once(child, 'exit');
  };
  onStop(end);
  const asked = async <T>(message: object | string) => {
    child.send(message);
    const [answer] = await once(child, 'message');
    return answer as T;
  };
  await asked(crowd);
  return { report: () => asked<CrowdReport>('report'), end };
}

interface Calendar {
  /** Books its time, or cancels what it booked before, once what was asked before is done. */
  change(): Promise<void>;
}

function createCalendar(product: Product, eventTypeId: string, startsAt: number): Calendar {
  let booked: { id: string; manageToken: string } | null = null;
  async function bookOrCancel() {
    if (booked) {
      const { id: bookingId, manageToken } = booked;
      booked = null;
      const input = { bookingId, manageToken, idempotencyKey: `cancel ${bookingId}` };
      await product.execute(ops.CancelBookingDocument, { input });
      return;
    }
    const input = bookingInput(eventTypeId, startsAt);
    const { createBooking } = await product.execute(ops.CreateBookingDocument, { input });
    if (createBooking.__typename !== 'BookingCreated') throw new Error(JSON.stringify(createBooking));
    booked = { id: createBooking.booking.id, manageToken: createBooking.manageToken };
  }
  let last = Promise.resolve();
  return {
    change() {
      last = last.then(bookOrCancel);
      return last;
    },
  };
}

/** Colleagues of Ada's, each with a key and an event type that only they host. */
async function hireColleagues(product: Product, adaId: string) {
  const uuids = await addColleagues(product, adaId, USERS);
  const keys = await makeKeysOf(product, uuids);
  const { rows } = await product.database.query('select team_id from scheduling.memberships limit 1');
  const ownerId = fromUuid('team', rows[0]?.team_id);
  const people = [];
  for (const [index, uuid] of uuids.entries()) {
    const id = fromUuid('usr', uuid);
    const { eventTypeId, slots } = await createBookable(product, { ownerId, hostIds: [id] });
    people.push({
      id,
      key: keys[index] ?? '',
      calendar: createCalendar(product, eventTypeId, slots[0] ?? 0),
    });
  }
  return people;
}

async function memoryOf({ pid }: Product): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024;
}

/** Connections that the product holds open: a client that does not read is not told that it was cut off. */
async function connectionsTo({ url }: Product): Promise<number> {
  const port = Number(new URL(url).port).toString(16).toUpperCase().padStart(4, '0');
  const table = await readFile('/proc/net/tcp', 'utf8');
  const ESTABLISHED = '01';
  return table.split('\n').filter(line => {
    const [, local, , state] = line.trim().split(/\s+/);
    return local?.endsWith(`:${port}`) && state === ESTABLISHED;
  }).length;
}

async function delaysOf(product: Product, { arrivals }: CrowdReport) {
  const commits = await commitTimes(product);
  return arrivals.map(([cursor, at]) => {
    const commit = commits(cursor);
    return at.map(time => time - commit);
  });
}

/** Changes at a steady rate, whoever waits for what. */
async function changeSteadily(calendars: readonly Calendar[]): Promise<number> {
  const under: Promise<void>[] = [];
  const begun = performance.now();
  for (let index = 0; index < CHANGES_PER_SECOND * SECONDS; index++) {
    under.push((calendars[index % calendars.length] as Calendar).change());
    await sleep(Math.max(0, begun + ((index + 1) * 1000) / CHANGES_PER_SECOND - performance.now()));
  }
  await Promise.all(under);
  return under.length / ((performance.now() - begun) / 1000);
}

type People = Awaited<ReturnType<typeof hireColleagues>>;

const HEADER = ['dashboards', 'messages', 'missing', 'wrong', 'p50 ms', 'p99 ms', 'kB a socket'];

/** A row of the table: what arrived of what should have, and what of it is measured. */
function row(name: string, reports: CrowdReport, expected: number, delays: number[], megabytes: number) {
  const count = reports.arrivals.reduce((sum, [, at]) => sum + at.length, 0);
  const [p50, p99] = [percentile(delays, 0.5), percentile(delays, 0.99)];
  return [name, count, expected - count, reports.wrong, p50, p99, (megabytes * 1024) / SOCKETS];
}

async function manyUsers(onStop: OnStop, product: Product, people: People) {
  const calendars = people.map(({ calendar }) => calendar);
  const before = await memoryOf(product);
  const dashboards = await openDashboards(onStop, {
    url: product.wsUrl,
    query: print(ops.BookingChangedDocument),
    users: people.map(({ id, key }) => ({ id, key, sockets: SOCKETS / USERS })),
    isReading: true,
  });
  await sleep(3_000);
  for (const calendar of calendars) await calendar.change();
  await sleep(2_000);
  await dashboards.report();
  const rate = await changeSteadily(calendars);
  await sleep(3_000);
  const report = await dashboards.report();
  const delays = (await delaysOf(product, report)).flat();
  const grown = (await memoryOf(product)) - before;
  await dashboards.end();
  const expected = (CHANGES_PER_SECOND * SECONDS * SOCKETS) / USERS;
  return row(`${USERS} users, ${rate.toFixed(1)} changes/s`, report, expected, delays, grown);
}

async function oneUser(onStop: OnStop, product: Product, { id, key, calendar }: People[number]) {
  const before = await memoryOf(product);
  const dashboards = await openDashboards(onStop, {
    url: product.wsUrl,
    query: print(ops.BookingChangedDocument),
    users: [{ id, key, sockets: SOCKETS }],
    isReading: true,
  });
  await sleep(3_000);
  await calendar.change();
  await sleep(2_000);
  await dashboards.report();
  for (let burst = 0; burst < BURSTS; burst++) {
    await calendar.change();
    await sleep(1_000);
  }
  const report = await dashboards.report();
  const lasts = (await delaysOf(product, report)).map(times => Math.max(...times));
  const grown = (await memoryOf(product)) - before;
  await dashboards.end();
  return row('one user, the last of them', report, BURSTS * SOCKETS, lasts, grown);
}

async function deafOnes(onStop: OnStop, product: Product, adaId: string) {
  const { eventTypeId, slots } = await createBookable(product, { description: 'x'.repeat(4_500) });
  const calendar = createCalendar(product, eventTypeId, slots[0] ?? 0);
  const open = (sockets: number, isReading: boolean) =>
    openDashboards(onStop, {
      url: product.wsUrl,
      query: LARGE,
      users: [{ id: adaId, key: product.apiKeys.ada, sockets }],
      isReading,
    });
  let most = 0;
  const changeOften = async () => {
    for (let change = 0; change < LARGE_EVENTS; change++) {
      await calendar.change();
      await sleep(50);
      most = Math.max(most, await memoryOf(product));
    }
  };
  // What such events cost by themselves.
  const one = await open(1, true);
  await changeOften();
  await one.end();
  await sleep(2_000);
  const [before, others] = [await memoryOf(product), await connectionsTo(product)];
  most = before;
  const deaf = await open(DEAF, false);
  await sleep(1_000);
  await changeOften();
  const begun = performance.now();
  let left = DEAF;
  while (left > 0 && performance.now() - begun < 60_000) {
    await sleep(500);
    // Connections for requests end by themselves meanwhile.
    left = Math.max(0, (await connectionsTo(product)) - others);
    most = Math.max(most, await memoryOf(product));
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  const grown = (most - before).toFixed(0);
  console.log(
    `${DEAF} that never read: ${DEAF - left} cut off within ${seconds} s, ${grown} MB more at the most (50)`,
  );
  await deaf.end();
}

export const benchDashboards: Benchmark = {
  about: `${SOCKETS} dashboards of the whole product, and some that never read`,
  method: `
Standalone product in its own process, PostgreSQL with durable writes and track_commit_timestamp; dashboards in another process, on the
same cores. First ${SOCKETS} sockets of ${USERS} users subscribe to bookingChanged with fields of all three subgraphs while guests book and
cancel ${CHANGES_PER_SECOND} times a second for ${SECONDS} s, each time with another of the users. Then ${SOCKETS} sockets of one user get ${BURSTS} changes, one a
second: \`last\` is when the last of them had it. Delay is from PostgreSQL's own commit timestamp to the parsed message. \`wrong\` counts
events at somebody who does not host what changed. At last ${DEAF} sockets that never read are sent ${LARGE_EVENTS} events of 200 kB, after one that reads was.
Aims: p99 of 500 ms, 0 wrong, 150 kB a socket; p99 of the last 500 ms (goal 150); all that never read closed, 50 MB.`,
  async run(onStop) {
    const product = await startProduct(onStop, { settings: { track_commit_timestamp: 'on' } });
    const { me } = await product.execute(ops.MeDocument, {}, product.apiKeys.ada);
    const people = await hireColleagues(product, me.id);
    const [first] = people;
    if (!first) throw new Error('Nobody was hired.');
    for (const { calendar } of people) await calendar.change();
    const rows = [await manyUsers(onStop, product, people)];
    await sleep(3_000);
    rows.push(await oneUser(onStop, product, first));
    printTable(HEADER, rows);
    await sleep(3_000);
    await deafOnes(onStop, product, me.id);
  },
};
