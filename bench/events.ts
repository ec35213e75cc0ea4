import { print } from 'graphql';
import { createClient } from 'graphql-ws';
import * as ops from '../examples/operations/operations.generated.ts';
import type { Benchmark } from './kit/benchmark.ts';
import { bookingInput, createBookable } from './kit/bookable.ts';
import { percentile, printTable } from './kit/figures.ts';
import { commitTimes, type Product, startProduct } from './kit/product.ts';

const BOOKINGS = 150;

interface Arrival {
  cursor: string;
  at: number;
}

const now = () => performance.timeOrigin + performance.now();

/** Opens sockets of Ada's dashboard; `arrivals` grows with each event of each of them. */
function watch(product: Product, sockets: number) {
  const arrivals: Arrival[] = [];
  const clients = Array.from({ length: sockets }, () => {
    const client = createClient({
      url: product.wsUrl,
      connectionParams: { authorization: `Bearer ${product.apiKeys.ada}` },
    });
    client.subscribe<ops.BookingChangedSubscription>(
      { query: print(ops.BookingChangedDocument) },
      {
        next({ data }) {
          if (data) arrivals.push({ cursor: data.bookingChanged.cursor, at: now() });
        },
        error(error) {
          throw error;
        },
        complete() {},
      },
    );
    return client;
  });
  return { arrivals, end: () => Promise.all(clients.map(client => client.dispose())) };
}

async function arrived(arrivals: readonly Arrival[], count: number): Promise<void> {
  for (let waited = 0; arrivals.length < count; waited++) {
    if (waited > 3_000) throw new Error(`Only ${arrivals.length} of ${count} events arrived.`);
    await new Promise(done => setTimeout(done, 10));
  }
}

async function measure(product: Product, sockets: number): Promise<(string | number)[]> {
  const { eventTypeId, slots } = await createBookable(product);
  const { arrivals, end } = watch(product, sockets);
  const [time = 0, warmUp = 0] = [slots[0], slots[8]];
  const bookAndCancel = async (startsAt: number) => {
    const input = bookingInput(eventTypeId, startsAt);
    const { createBooking } = await product.execute(ops.CreateBookingDocument, { input });
    if (createBooking.__typename !== 'BookingCreated') throw new Error(JSON.stringify(createBooking));
    await product.execute(ops.CancelBookingDocument, {
      input: {
        bookingId: createBooking.booking.id,
        manageToken: createBooking.manageToken,
        idempotencyKey: `cancel ${input.idempotencyKey}`,
      },
    });
  };
  // Sockets say nothing when they are ready: the first round shows that they all are.
  await new Promise(done => setTimeout(done, 1_000));
  for (let round = 0; round < 10; round++) await bookAndCancel(warmUp);
  await arrived(arrivals, 20 * sockets);
  arrivals.length = 0;
  for (let round = 0; round < BOOKINGS; round++) await bookAndCancel(time);
  await arrived(arrivals, 2 * BOOKINGS * sockets);
  await end();

  const committedAt = await commitTimes(product);
  const delays = arrivals.map(({ cursor, at }) => at - committedAt(cursor));
  return [sockets, delays.length, percentile(delays, 0.5), percentile(delays, 0.99), Math.max(...delays)];
}

export const benchEvents: Benchmark = {
  about: 'from the commit of a booking to the event at a graphql-ws client',
  method: `
Standalone product in its own process, PostgreSQL with durable writes and track_commit_timestamp. One guest books and
cancels one time ${BOOKINGS} times, one request after the other; sockets of one user subscribe to bookingChanged with
fields of all three subgraphs. Delay is from PostgreSQL's own commit timestamp to the parsed message in the client, on
the same clock. Guest, clients and product share the machine's cores.`,
  async run(onStop) {
    const product = await startProduct(onStop, { settings: { track_commit_timestamp: 'on' } });
    const rows = [];
    for (const sockets of [1, 10, 50]) rows.push(await measure(product, sockets));
    printTable(['sockets', 'events', 'p50 ms', 'p99 ms', 'worst ms'], rows);
  },
};
