import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Principal, servicePrincipal } from '#platform/principal.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { expireBookings } from '../../subgraphs/scheduling/expiry/expire-bookings.ts';
import type { PaymentRecord } from '../../subgraphs/scheduling/payments/payment.graphql.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { confirm, move, progress, timeOf } from './kit/lifecycle.ts';
import { book, bookable, cancel, slotsOf } from './kit/stories.ts';

const MINUTE_MS = 60_000;

describe('bookings that wait for a payment', () => {
  let at = Date.now();
  let graph: TestGraph;
  let ada: TestUser;

  beforeAll(async () => {
    graph = await startGraph({ clock: { now: () => at } });
    ada = await graph.signUp();
  });
  afterAll(() => graph.stop());

  const service = () => servicePrincipal('integrations');

  /** As integrations says it: with a signed call to the subgraph itself. */
  async function tell(bookingId: string, action: string, more: { key?: string; by?: Principal } = {}) {
    const { sign, subgraph } = graph.apps.scheduling;
    const query = `mutation ($input: RecordPaymentStateInput!) { recordPaymentState(input: $input) {
      booking { id status version } refused { from to } } }`;
    const input = { bookingId, action, idempotencyKey: more.key ?? `evt ${Math.random()}` };
    const call = { token: await sign(more.by ?? service()), requestId: 'test' };
    const { data, errors } = await subgraph.execute({ query, variables: { input } }, call);
    return { record: data?.['recordPaymentState'] as PaymentRecord | undefined, errors };
  }

  async function unpaid(index: number) {
    const { id } = await bookable(graph, ada, { requiresPayment: true });
    return book(graph, id, (await slotsOf(graph, id))[index]);
  }

  it('take their time for half an hour, and take place once they are paid', async () => {
    const made = at;
    const booking = await unpaid(0);
    expect(await progress(graph, ada, booking.id)).toMatchObject({
      status: 'PENDING_PAYMENT',
      expiresAt: new Date(made + 30 * MINUTE_MS).toISOString(),
      canCancel: true,
      canReschedule: true,
    });
    expect(await timeOf(graph, booking.id)).toEqual([booking.startsAt]);
    expect((await confirm(graph, ada, booking.id)).__typename).toBe('TransitionRefused');
    const paid = await tell(booking.id, 'PAY', { key: 'evt_1' });
    expect(paid.record).toMatchObject({ booking: { status: 'CONFIRMED', version: 2 }, refused: null });
    // The provider says everything more than once.
    expect(await tell(booking.id, 'PAY', { key: 'evt_1' })).toEqual(paid);
    expect((await tell(booking.id, 'PAY')).record).toMatchObject({
      booking: null,
      refused: { from: 'CONFIRMED', to: 'CONFIRMED' },
    });
    expect(await progress(graph, ada, booking.id)).toMatchObject({
      expiresAt: null,
      kinds: ['CREATED', 'PAID'],
    });
  });

  it('fail, are tried again within the same half hour, and move meanwhile', async () => {
    const booking = await unpaid(3);
    const deadline = (await progress(graph, ada, booking.id)).expiresAt;
    expect((await tell(booking.id, 'FAIL')).record).toMatchObject({ booking: { status: 'PAYMENT_FAILED' } });
    expect(await progress(graph, ada, booking.id)).toMatchObject({
      expiresAt: deadline,
      canCancel: true,
      canReschedule: false,
    });
    expect((await tell(booking.id, 'PAY')).record).toMatchObject({ refused: { from: 'PAYMENT_FAILED' } });
    at += 10 * MINUTE_MS;
    await tell(booking.id, 'RETRY');
    expect(await progress(graph, ada, booking.id)).toMatchObject({
      status: 'PENDING_PAYMENT',
      expiresAt: deadline,
    });
    const { id } = await bookable(graph, ada);
    const slot = (await slotsOf(graph, id))[8];
    expect(await move(graph, booking, booking.id, slot)).toMatchObject({
      booking: { status: 'PENDING_PAYMENT' },
    });
    expect(await progress(graph, ada, booking.id)).toMatchObject({ expiresAt: deadline });
    await tell(booking.id, 'PAY');
    expect((await progress(graph, ada, booking.id)).kinds).toEqual([
      'CREATED',
      'PAYMENT_FAILED',
      'PAYMENT_RETRIED',
      'RESCHEDULED',
      'PAID',
    ]);
  });

  it('expire, and a payment that comes too late is refused so that it can be given back', async () => {
    const [late, failed, gone] = [await unpaid(12), await unpaid(13), await unpaid(14)];
    await tell(failed.id, 'FAIL');
    await cancel(graph, gone);
    at += 30 * MINUTE_MS;
    const ctx = () => graph.apps.scheduling.openContext(servicePrincipal('scheduling'));
    expect(await expireBookings(ctx())).toBe(2);
    for (const [booking, from] of [
      [late, 'EXPIRED'],
      [failed, 'EXPIRED'],
      [gone, 'CANCELLED'],
    ] as const) {
      const { record, errors } = await tell(booking.id, 'PAY');
      expect(errors).toBeUndefined();
      expect(record).toEqual({ booking: null, refused: { from, to: 'CONFIRMED' } });
      expect(await timeOf(graph, booking.id)).toEqual([]);
    }
  });

  it('are paid or expired when both happen at once, never half of each', async () => {
    const { id } = await bookable(graph, ada, { requiresPayment: true });
    const slots = (await slotsOf(graph, id)).slice(20, 40);
    const ctx = () => graph.apps.scheduling.openContext(servicePrincipal('scheduling'));
    for (const slot of slots) {
      const booking = await book(graph, id, slot);
      at += 30 * MINUTE_MS;
      const [{ record }] = await Promise.all([tell(booking.id, 'PAY'), expireBookings(ctx())]);
      await expireBookings(ctx());
      const { status, version } = await progress(graph, ada, booking.id);
      expect(version).toBe(2);
      expect(status).toBe(record?.booking ? 'CONFIRMED' : 'EXPIRED');
      expect(await timeOf(graph, booking.id)).toEqual(record?.booking ? [booking.startsAt] : []);
    }
  }, 60_000);

  async function undo(bookingId: string, version: number) {
    const input = { bookingId, version, idempotencyKey: `undo ${Math.random()}` };
    const answer = await graph.execute(ops.UndoBookingChangeDocument, { input }, { key: ada.key });
    return answer.data.undoBookingChange;
  }

  /** With a key of idempotency of its own, unlike the first time. */
  async function cancelAgain({ id: bookingId, manageToken }: { id: string; manageToken: string }) {
    const input = { bookingId, manageToken, idempotencyKey: `again ${Math.random()}` };
    const { cancelBooking } = (await graph.execute(ops.CancelBookingDocument, { input })).data;
    expect(cancelBooking.__typename).toBe('BookingCancelled');
  }

  it('wait for the payment again when a cancellation is taken back, and nothing but the payment confirms them', async () => {
    const booking = await unpaid(42);
    const { expiresAt } = await progress(graph, ada, booking.id);
    await cancel(graph, booking);
    // What is paid in between goes back.
    expect((await tell(booking.id, 'PAY')).record).toMatchObject({ refused: { from: 'CANCELLED' } });
    at += 10 * MINUTE_MS;
    expect(await undo(booking.id, 2)).toMatchObject({
      __typename: 'BookingChangeUndone',
      booking: { status: 'PENDING_PAYMENT', version: 3 },
    });
    expect(await progress(graph, ada, booking.id)).toMatchObject({ expiresAt, cancellationReason: null });
    expect(await timeOf(graph, booking.id)).toEqual([booking.startsAt]);
    await tell(booking.id, 'FAIL');
    await cancelAgain(booking);
    expect(await undo(booking.id, 5)).toMatchObject({ booking: { status: 'PAYMENT_FAILED', version: 6 } });
    expect(await progress(graph, ada, booking.id)).toMatchObject({ expiresAt });
    expect(await timeOf(graph, booking.id)).toEqual([booking.startsAt]);
    await tell(booking.id, 'RETRY');
    expect((await tell(booking.id, 'PAY')).record).toMatchObject({ booking: { status: 'CONFIRMED' } });
    // What was paid is paid.
    await cancelAgain(booking);
    expect(await undo(booking.id, 9)).toMatchObject({ booking: { status: 'CONFIRMED', version: 10 } });
    expect(await progress(graph, ada, booking.id)).toMatchObject({ expiresAt: null });
  });

  it('wait where they were before they moved, with what is left of the half hour', async () => {
    const booking = await unpaid(44);
    const { expiresAt } = await progress(graph, ada, booking.id);
    const { id } = await bookable(graph, ada);
    await move(graph, booking, booking.id, (await slotsOf(graph, id))[46]);
    expect(await undo(booking.id, 2)).toMatchObject({
      booking: { status: 'PENDING_PAYMENT', startsAt: booking.startsAt },
    });
    expect(await progress(graph, ada, booking.id)).toMatchObject({ expiresAt });
    expect(await timeOf(graph, booking.id)).toEqual([booking.startsAt]);
    expect((await tell(booking.id, 'PAY')).record).toMatchObject({ booking: { status: 'CONFIRMED' } });
    // A payment is no change that an organizer takes back.
    expect(await undo(booking.id, 4)).toMatchObject({ __typename: 'TransitionRefused' });
  });

  it('stay cancelled when the half hour is over, or somebody else has the time', async () => {
    const [late, gone] = [await unpaid(48), await unpaid(49)];
    await cancel(graph, late);
    await cancel(graph, gone);
    const { id } = await bookable(graph, ada);
    await book(graph, id, gone);
    expect(await undo(gone.id, 2)).toMatchObject({ __typename: 'SlotUnavailable' });
    at += 30 * MINUTE_MS;
    expect(await undo(late.id, 2)).toMatchObject({ __typename: 'TransitionRefused' });
    expect(await progress(graph, ada, late.id)).toMatchObject({ status: 'CANCELLED', version: 2 });
  });

  it('are paid or not when the payment comes while the cancellation is taken back', async () => {
    const { id } = await bookable(graph, ada, { requiresPayment: true });
    for (const slot of (await slotsOf(graph, id)).slice(50, 60)) {
      const booking = await book(graph, id, slot);
      await cancel(graph, booking);
      const [{ record }] = await Promise.all([tell(booking.id, 'PAY'), undo(booking.id, 2)]);
      const { status, kinds } = await progress(graph, ada, booking.id);
      expect(status).toBe(record?.booking ? 'CONFIRMED' : 'PENDING_PAYMENT');
      expect(kinds.includes('PAID')).toBe(status === 'CONFIRMED');
    }
  }, 60_000);

  it('are told of by services only, and the graph shows nothing of it', async () => {
    const booking = await unpaid(50);
    const user: Principal = {
      ...service(),
      kind: 'USER',
      id: ada.id,
      credential: { kind: 'SESSION', id: 'ses_1' },
    };
    for (const by of [user, { ...user, kind: 'ANONYMOUS' as const, id: '' }]) {
      const { record, errors } = await tell(booking.id, 'PAY', { by });
      expect([record?.booking, errors?.length]).toEqual([undefined, 1]);
    }
    expect((await progress(graph, ada, booking.id)).status).toBe('PENDING_PAYMENT');
    const unknown = await graph.execute('mutation { recordPaymentState(input: {}) { booking { id } } }');
    expect(unknown.status).toBe(400);
    expect((await tell(booking.id, 'GIVE_UP')).errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    const input = {
      title: 'Paid',
      slug: 'paid',
      durationMinutes: 30,
      requiresPayment: true,
      seatsPerSlot: 2,
    };
    const refused = await graph.execute(ops.CreateEventTypeDocument, { input }, { key: ada.key });
    expect(refused.errors[0]?.extensions.field).toBe('requiresPayment');
  });
});
