import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fromUuid, uuidOf } from '#platform/ids.ts';
import * as ops from '../examples/operations/operations.generated.ts';
import type { Benchmark } from './kit/benchmark.ts';
import { bookingInput, createBookable } from './kit/bookable.ts';
import { addColleagues } from './kit/colleagues.ts';
import { percentile, printTable } from './kit/figures.ts';
import { pgbench } from './kit/pgbench.ts';
import { makeFolder, type Product, startProduct } from './kit/product.ts';
import { recordingSettings, recordStatements } from './kit/recorded-statements.ts';

const CLIENTS = [1, 8, 32];
const SECONDS = 6;
const ROUNDS = 3;
const DAY_MS = 86_400_000;
const HALF_HOUR_MS = 30 * 60_000;
/** Half hours from 10:00 UTC that lie in office hours in London, in summer and in winter. */
const SLOTS_A_DAY = 10;
/** Past the weekend. */
const FIRST_DAY = Date.parse('2027-01-04T10:00:00Z');

/** Time after time of weekdays, each once. */
function* timesOf(): Generator<number> {
  for (let day = FIRST_DAY; ; day += DAY_MS) {
    if ([0, 6].includes(new Date(day).getUTCDay())) continue;
    for (let slot = 0; slot < SLOTS_A_DAY; slot++) yield day + slot * HALF_HOUR_MS;
  }
}

/** As many event types as clients, each with a host of its own: nobody waits for anybody. */
async function createEventTypes(product: Product, count: number): Promise<string[]> {
  const { database, apiKeys } = product;
  const { eventTypeId } = await createBookable(product);
  await product.execute(
    ops.UpdateEventTypeDocument,
    { input: { id: eventTypeId, bookingWindow: { kind: 'UNLIMITED' } } },
    apiKeys.ada,
  );
  const { me } = await product.execute(ops.MeDocument, {}, apiKeys.ada);
  const hosts = await addColleagues(product, me.id, count);
  const ids = hosts.map(() => randomUUID());
  await database.query(
    `insert into scheduling.event_types
     select (jsonb_populate_record(e, jsonb_build_object('id', u.id, 'slug', 'bench-of-' || u.id))).*
     from scheduling.event_types e, unnest($1::uuid[]) u(id) where e.id = $2`,
    [ids, uuidOf(eventTypeId)],
  );
  await database.query(
    `insert into scheduling.event_type_hosts
     select (jsonb_populate_record(h, jsonb_build_object('event_type_id', u.id, 'user_id', u.host, 'schedule_id', null))).*
     from scheduling.event_type_hosts h, unnest($1::uuid[], $2::uuid[]) u(id, host) where h.event_type_id = $3`,
    [ids, hosts, uuidOf(eventTypeId)],
  );
  return ids.map(id => fromUuid('etp', id));
}

interface Guest {
  eventTypeId: string;
  times: Generator<number>;
}

async function book(product: Product, { eventTypeId, times }: Guest): Promise<number> {
  const input = bookingInput(eventTypeId, times.next().value);
  const begun = performance.now();
  const { createBooking } = await product.execute(ops.CreateBookingDocument, { input });
  if (createBooking.__typename !== 'BookingCreated') throw new Error(JSON.stringify(createBooking));
  return performance.now() - begun;
}

/** Bookings a second, and how long each took. */
async function load(
  product: Product,
  guests: readonly Guest[],
): Promise<{ rate: number; latencies: number[] }> {
  const latencies: number[] = [];
  const begun = performance.now();
  const work = guests.map(async guest => {
    while (performance.now() - begun < SECONDS * 1000) latencies.push(await book(product, guest));
  });
  await Promise.all(work);
  return { rate: (latencies.length * 1000) / (performance.now() - begun), latencies };
}

/** What a load leaves to do in the background must not burden the next. */
async function idle({ database }: Product): Promise<void> {
  const schemas = ['identity', 'scheduling', 'integrations'].map(
    name => `(select count(*) from ${name}_jobs.jobs)`,
  );
  for (;;) {
    const { rows } = await database.query<{ jobs: number }>(`select (${schemas.join(' + ')})::int as jobs`);
    if (rows[0]?.jobs === 0) return;
    await sleep(200);
  }
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

interface Recorded {
  statements: readonly string[];
  /** UUIDs that the booking found and did not make. */
  known: ReadonlySet<string>;
  host: string;
  day: string;
}

/**
 * The recorded statements for pgbench: every transaction with rows, keys and a day of its own, and every client with
 * a host of its own, called `00000000-0000-4000-8000-1000000000xx`.
 */
function scriptOf({ statements, known, host, day }: Recorded): string {
  const text = statements.map(statement => `${statement.trim()};`).join('\n');
  const fresh = new Set(
    [...text.matchAll(UUID)].map(([id]) => id).filter(id => id !== host && !known.has(id)),
  );
  let script = text.replaceAll(host, '00000000-0000-4000-8000-:host').replaceAll(day, ':year-:month-:date');
  for (const id of fresh) script = script.replaceAll(id, `${id.slice(0, -12)}:fresh`);
  // Hashes of keys and tokens.
  script = script.replace(/\b([0-9a-f]{52})[0-9a-f]{12}\b/g, '$1:fresh');
  script = script.replaceAll('\n', ' ').replaceAll('; ', ';\n');
  return `\\set n :n + 1
\\set year 2030 + :n / 57
\\set month 10 + (:n / 19) % 3
\\set date 10 + :n % 19
\\set host 100000000000 + :client_id
\\set fresh random(100000000000, 999999999999)
${script}
`;
}

/** One booking as its statements, and the script that sends the same. */
async function record(product: Product, guest: Guest, folder: string) {
  await book(product, guest);
  await idle(product);
  const at = guest.times.next().value;
  const again: Guest = {
    eventTypeId: guest.eventTypeId,
    times: [at].values() as unknown as Generator<number>,
  };
  const recorded = await recordStatements(product, 'scheduling', () => book(product, again));
  // What follows is the delivery of the event, in the background.
  const statements = recorded.slice(0, recorded.findIndex(statement => /^commit/i.test(statement)) + 1);
  const { rows } = await product.database.query<{ id: string; host: string }>(
    `select h.user_id::text as host, unnest(array[e.id, e.organization_id, h.user_id])::text as id
     from scheduling.event_types e join scheduling.event_type_hosts h on h.event_type_id = e.id where e.id = $1`,
    [uuidOf(guest.eventTypeId)],
  );
  const [first] = rows;
  if (!first) throw new Error('The event type has no host.');
  await product.database.query(
    `insert into scheduling.claimants (id) select ('00000000-0000-4000-8000-' || 100000000000 + n)::uuid from generate_series(0, 99) n`,
  );
  const script = join(folder, 'bookings.sql');
  const day = new Date(at).toISOString().slice(0, 10);
  await writeFile(
    script,
    scriptOf({ statements, known: new Set(rows.map(({ id }) => id)), host: first.host, day }),
  );
  return { statements, script };
}

export const benchBookings: Benchmark = {
  about: 'bookings a second through the gateway, beside pgbench with the same SQL',
  method: `
Standalone product in its own process, PostgreSQL with durable writes. Every client books the next free half hour of a host
of its own, one booking after the other, through the gateway, for ${SECONDS} s. Then pgbench sends for ${SECONDS} s, with as many clients and in
the role of the same subgraph, the statements that PostgreSQL recorded of one such booking, with rows, keys, hosts and days of
their own in each transaction. ${ROUNDS} rounds, medians; background jobs end before each. Clients run on the same cores.`,
  async run(onStop) {
    const product = await startProduct(onStop, { connections: 64, settings: recordingSettings });
    const folder = await makeFolder(onStop);
    const types = await createEventTypes(product, Math.max(...CLIENTS));
    const guests = types.map(eventTypeId => ({ eventTypeId, times: timesOf() }));
    const [guest] = guests;
    if (!guest) throw new Error('Nobody books.');
    await load(product, guests);
    const { statements, script } = await record(product, guest, folder);
    const counted = statements.filter(statement => !/^(begin|commit)/i.test(statement));
    console.log(
      `A booking takes ${counted.length} statements in ${statements.length} round trips, begin and commit included.\n`,
    );

    const rows: (string | number)[][] = [];
    const ratios: string[] = [];
    let day = 0;
    for (const clients of CLIENTS) {
      const rates: number[] = [];
      const limits: number[] = [];
      const latencies: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        await idle(product);
        const outcome = await load(product, guests.slice(0, clients));
        rates.push(outcome.rate);
        latencies.push(...outcome.latencies);
        await idle(product);
        const variables = { n: day };
        limits.push(
          await pgbench({
            url: product.databaseUrl,
            schema: 'scheduling',
            script,
            clients,
            seconds: SECONDS,
            variables,
          }),
        );
        // Further than any client got.
        day += 3000;
      }
      const [ours, limit] = [percentile(rates, 0.5), percentile(limits, 0.5)];
      ratios.push((ours / limit).toFixed(2));
      rows.push([
        clients,
        ours,
        limit,
        ours / limit,
        percentile(latencies, 0.5),
        percentile(latencies, 0.99),
      ]);
    }
    printTable(['clients', 'bookings/s', 'pgbench/s', 'ratio', 'p50 ms', 'p99 ms'], rows);
    console.log(
      `bookings ÷ pgbench: ${ratios.join(', ')} at ${CLIENTS.join(', ')} clients (floor 0.25 at 8, goal 0.5)`,
    );
  },
};
