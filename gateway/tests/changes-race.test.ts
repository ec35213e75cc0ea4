import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidOf } from '#platform/ids.ts';
import { testEnvironment } from '#platform/testing/environment.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { dropBookingGuards, dropTimeGuards } from './kit/guards.ts';
import { book, bookable, slotsOf, type TestSlot } from './kit/stories.ts';

const RUNS = testEnvironment.isLong ? 1_000 : 40;

/** What three people do to one booking at the same time. */
const changes = ['confirm', 'cancel', 'move'] as const;
type Change = (typeof changes)[number];

/** What became of it: the answer to each, and the booking as it is then. */
interface Outcome {
  answers: Record<Change, 'done' | 'refused'>;
  status: string;
  isMoved: boolean;
  kinds: string[];
}

/** The rules once more, as plain as can be: what a request for an hour becomes when the changes come in this order. */
function inOrder(order: readonly Change[]): Outcome {
  const outcome: Outcome = {
    answers: { confirm: 'refused', cancel: 'refused', move: 'refused' },
    status: 'PENDING_CONFIRMATION',
    isMoved: false,
    kinds: ['CREATED'],
  };
  const become = (change: Change, status: string, kind: string) => {
    outcome.answers[change] = 'done';
    outcome.status = status;
    outcome.kinds.push(kind);
  };
  for (const change of order) {
    if (outcome.status === 'CANCELLED') continue;
    if (change === 'cancel') become(change, 'CANCELLED', 'CANCELLED');
    if (change === 'confirm') become(change, 'CONFIRMED', 'CONFIRMED');
    if (change === 'move') {
      // What a host agreed to has to be agreed to again.
      become(change, outcome.status === 'CONFIRMED' ? 'RESCHEDULED' : outcome.status, 'RESCHEDULED');
      outcome.isMoved = true;
    }
  }
  return outcome;
}

const orders = changes.flatMap(first =>
  changes
    .filter(second => second !== first)
    .map(second => [first, second, ...changes.filter(third => third !== first && third !== second)]),
);
const possible = new Set(orders.map(order => JSON.stringify(inOrder(order))));

describe('one request that is confirmed, cancelled and moved at once', () => {
  let graph: TestGraph;
  let ada: TestUser;

  beforeAll(async () => {
    graph = await startGraph();
    ada = await graph.signUp();
  });
  afterAll(() => graph.stop());

  const stored = async (id: string) => {
    const [row] = await graph.database.query<{
      status: string;
      start: Date;
      version: number;
      versions: number[];
      kinds: string[];
      claims: number;
    }>(
      `select b.status, b.starts_at as start, b.version,
        array(select e.version from scheduling.booking_events e where e.booking_id = b.id order by 1) as versions,
        array(select e.kind from scheduling.booking_events e where e.booking_id = b.id order by e.version) as kinds,
        (select count(*)::int from scheduling.claims c where c.booking_id = b.id and lower(c.during) = b.starts_at) as claims
       from scheduling.bookings b where b.id = $1`,
      [uuidOf(id)],
    );
    if (!row) throw new Error(`${id} is not there.`);
    return row;
  };

  /** What came of one run, and what about it cannot be. */
  async function run(eventTypeId: string, from: TestSlot | undefined, to: TestSlot | undefined) {
    const { id: bookingId, manageToken } = await book(graph, eventTypeId, from);
    const input = (change: Change) => ({ bookingId, idempotencyKey: `${change} ${bookingId}` });
    const [confirm, cancel, move] = await Promise.all([
      graph.execute(ops.ConfirmBookingDocument, { input: input('confirm') }, { key: ada.key }),
      graph.execute(ops.CancelBookingDocument, { input: { ...input('cancel'), manageToken } }),
      graph.execute(ops.RescheduleBookingDocument, {
        input: { ...input('move'), manageToken, startsAt: to?.startsAt ?? '' },
      }),
    ]);
    const names = {
      confirm: confirm.body.data?.confirmBooking.__typename ?? confirm.code,
      cancel: cancel.body.data?.cancelBooking.__typename ?? cancel.code,
      move: move.body.data?.rescheduleBooking.__typename ?? move.code,
    };
    const known: Record<string, 'done' | 'refused'> = {
      BookingConfirmed: 'done',
      BookingCancelled: 'done',
      BookingRescheduled: 'done',
      TransitionRefused: 'refused',
    };
    const answers = Object.fromEntries(
      changes.map(change => [change, known[names[change]] ?? names[change]]),
    );
    const { status, start, version, versions, kinds, claims } = await stored(bookingId);
    const isMoved = start.toISOString() === to?.startsAt;
    const outcome = JSON.stringify({ answers, status, isMoved, kinds });
    const faults = [
      ...(possible.has(outcome) ? [] : [`no order of them comes to ${outcome}`]),
      ...(versions.every((each, index) => each === index + 1) ? [] : [`versions ${versions}`]),
      ...(version === kinds.length ? [] : [`version ${version} after ${kinds}`]),
      ...(claims === (status === 'CANCELLED' ? 0 : 1) ? [] : [`${claims} claims, ${status}`]),
    ];
    // The next run has the same two times.
    await graph.execute(
      ops.CancelBookingDocument,
      { input: { bookingId, idempotencyKey: `away ${bookingId}` } },
      { key: ada.key },
    );
    return { outcome, faults };
  }

  async function runs(count: number) {
    const { id } = await bookable(graph, ada, { requiresConfirmation: true });
    const slots = await slotsOf(graph, id);
    const outcomes = new Map<string, number>();
    const faults: string[] = [];
    for (let index = 0; index < count; index++) {
      const done = await run(id, slots[(2 * index) % 60], slots[(2 * index + 1) % 60]);
      outcomes.set(done.outcome, (outcomes.get(done.outcome) ?? 0) + 1);
      faults.push(...done.faults);
    }
    return { outcomes, faults };
  }

  it(`is what some order of the three makes of it, ${RUNS} times`, async () => {
    expect(orders).toHaveLength(6);
    const { outcomes, faults } = await runs(RUNS);
    process.stdout.write(
      `${RUNS} runs: ${[...outcomes].map(([, times]) => times).join(' + ')} in each way\n`,
    );
    expect(faults).toEqual([]);
    // They did meet: not all went in one order.
    expect(outcomes.size).toBeGreaterThan(1);
  }, 600_000);

  it('is what no order makes of it, without the locks and the key of events: without them the test above would fail', async () => {
    await dropTimeGuards(graph);
    await dropBookingGuards(graph);
    const { faults } = await runs(40);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.join()).toContain('no order of them comes to');
  }, 120_000);
});
