import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as ops from '../../examples/operations/operations.generated.ts';
import { startGraph, type TestGraph, type TestUser, type Topology } from './kit/graph.ts';
import { confirm, decline, draft, move, progress, submit, timeOf } from './kit/lifecycle.ts';
import { book, bookable, bookingInput, cancel, slotsOf } from './kit/stories.ts';
import { team } from './kit/teams.ts';

describe.each<Topology>(['standalone', 'distributed'])('bookings that a host confirms, %s', topology => {
  let graph: TestGraph;
  let ada: TestUser;

  beforeAll(async () => {
    graph = await startGraph({ topology });
    ada = await graph.signUp();
  });
  afterAll(() => graph.stop());

  const asking = (settings: Partial<ops.CreateEventTypeInput> = {}, owner = ada) =>
    bookable(graph, owner, { requiresConfirmation: true, ...settings });

  it('wait until their start, take time meanwhile, and are confirmed once', async () => {
    const { id } = await asking();
    const [slot] = await slotsOf(graph, id);
    const booking = await book(graph, id, slot);
    expect(await progress(graph, ada, booking.id)).toMatchObject({
      status: 'PENDING_CONFIRMATION',
      expiresAt: slot?.startsAt,
      canCancel: true,
      canReschedule: true,
    });
    expect(await timeOf(graph, booking.id)).toEqual([slot?.startsAt]);
    expect((await slotsOf(graph, id)).map(({ startsAt }) => startsAt)).not.toContain(slot?.startsAt);
    const watching = await graph.watch(ada.key, ops.BookingChangedDocument, {
      filter: { kinds: ['BOOKING_CONFIRMED'] },
    });
    expect(await confirm(graph, ada, booking.id)).toEqual({
      __typename: 'BookingConfirmed',
      booking: { id: booking.id, status: 'CONFIRMED' },
    });
    const [change] = await watching.take(1);
    expect(change?.bookingChanged).toMatchObject({
      kind: 'BOOKING_CONFIRMED',
      booking: { id: booking.id, status: 'CONFIRMED' },
    });
    expect(await confirm(graph, ada, booking.id)).toMatchObject({
      __typename: 'TransitionRefused',
      from: 'CONFIRMED',
      to: 'CONFIRMED',
    });
    expect(await progress(graph, ada, booking.id)).toMatchObject({
      expiresAt: null,
      kinds: ['CREATED', 'CONFIRMED'],
    });
    expect(await timeOf(graph, booking.id)).toEqual([slot?.startsAt]);
  });

  it('are declined with a reason, which frees their time', async () => {
    const { id } = await asking();
    const slot = (await slotsOf(graph, id))[10];
    const booking = await book(graph, id, slot);
    expect(await decline(graph, ada, booking.id, 'on holiday')).toEqual({
      __typename: 'BookingDeclined',
      booking: { id: booking.id, status: 'DECLINED' },
    });
    expect(await progress(graph, ada, booking.id)).toMatchObject({
      cancellationReason: 'on holiday',
      expiresAt: null,
      canCancel: false,
      canReschedule: false,
    });
    expect(await timeOf(graph, booking.id)).toEqual([]);
    expect(await confirm(graph, ada, booking.id)).toMatchObject({
      __typename: 'TransitionRefused',
      from: 'DECLINED',
    });
    expect((await book(graph, id, slot)).status).toBe('PENDING_CONFIRMATION');
  });

  it('need no host where they start later than the threshold', async () => {
    const daysAhead = (startsAt = '') => Math.floor((Date.parse(startsAt) - Date.now()) / 86_400_000);
    const [near, far] = [await asking(), await asking()];
    const slots = await slotsOf(graph, near.id);
    const [first, last] = [slots[20], slots.at(-1)];
    const between = (daysAhead(last?.startsAt) - 1) * 1440;
    for (const type of [near, far]) {
      const input = { id: type.id, confirmationThresholdMinutes: between };
      await graph.execute(ops.UpdateEventTypeDocument, { input }, { key: ada.key });
    }
    expect((await book(graph, near.id, first)).status).toBe('PENDING_CONFIRMATION');
    expect((await book(graph, far.id, last)).status).toBe('CONFIRMED');
  });

  it('take no time where the event type says so, and who is confirmed first gets it', async () => {
    const bob = await graph.signUp();
    const { id } = await asking({ pendingTakesTime: false }, bob);
    const [slot, other] = await slotsOf(graph, id);
    const [first, second, third] = [
      await book(graph, id, slot),
      await book(graph, id, slot),
      await book(graph, id, slot),
    ];
    expect(await timeOf(graph, first.id)).toEqual([]);
    // Moving it does not take time that it had not before.
    expect((await move(graph, third, third.id, other)).__typename).toBe('BookingRescheduled');
    expect(await progress(graph, bob, third.id)).toMatchObject({
      status: 'PENDING_CONFIRMATION',
      startsAt: other?.startsAt,
      expiresAt: other?.startsAt,
    });
    expect(await timeOf(graph, third.id)).toEqual([]);
    expect((await confirm(graph, bob, second.id)).__typename).toBe('BookingConfirmed');
    expect(await timeOf(graph, second.id)).toEqual([slot?.startsAt]);
    expect(await confirm(graph, bob, first.id)).toMatchObject({
      __typename: 'SlotUnavailable',
      code: 'SLOT_UNAVAILABLE',
    });
    expect(await progress(graph, bob, first.id)).toMatchObject({
      status: 'PENDING_CONFIRMATION',
      version: 1,
    });
    await cancel(graph, second);
    expect((await confirm(graph, bob, first.id)).__typename).toBe('BookingConfirmed');
  });

  it('wait again when their guest moves them, and not when a host does', async () => {
    const { id } = await asking();
    const [first, second, third] = (await slotsOf(graph, id)).slice(30);
    const booking = await book(graph, id, first);
    await confirm(graph, ada, booking.id);
    expect(await move(graph, { key: ada.key }, booking.id, second)).toMatchObject({
      booking: { status: 'CONFIRMED', startsAt: second?.startsAt },
    });
    expect(await move(graph, booking, booking.id, third)).toMatchObject({
      booking: { status: 'RESCHEDULED', startsAt: third?.startsAt },
    });
    expect(await timeOf(graph, booking.id)).toEqual([third?.startsAt]);
    expect(await progress(graph, ada, booking.id)).toMatchObject({
      expiresAt: third?.startsAt,
      canReschedule: true,
    });
    expect((await confirm(graph, ada, booking.id)).__typename).toBe('BookingConfirmed');
    expect(await progress(graph, ada, booking.id)).toMatchObject({ status: 'CONFIRMED', expiresAt: null });
  });

  it('are confirmed by hosts and by who leads the team, and nobody else learns of them', async () => {
    const [olga, admin, host, stranger] = [
      await graph.signUp(),
      await graph.signUp(),
      await graph.signUp(),
      await graph.signUp(),
    ];
    const ownerId = await team(graph, olga, { ADMIN: admin, MEMBER: host });
    const { id } = await asking({ ownerId, hostIds: [host.id] }, olga);
    const slots = await slotsOf(graph, id);
    const [byHost, byAdmin] = [await book(graph, id, slots[0]), await book(graph, id, slots[1])];
    const input = { bookingId: byHost.id, idempotencyKey: 'a stranger' };
    const refused = await graph.execute(ops.ConfirmBookingDocument, { input }, { key: stranger.key });
    expect(refused.code).toBe('NOT_FOUND');
    expect((await graph.execute(ops.ConfirmBookingDocument, { input })).code).toBe('UNAUTHENTICATED');
    expect((await confirm(graph, host, byHost.id)).__typename).toBe('BookingConfirmed');
    expect((await confirm(graph, admin, byAdmin.id)).__typename).toBe('BookingConfirmed');
    expect((await decline(graph, olga, byAdmin.id)).__typename).toBe('TransitionRefused');
  });

  it('cannot be asked for together with seats or payment', async () => {
    const input = { title: 'Class', slug: 'class', durationMinutes: 30, requiresConfirmation: true };
    for (const [more, field] of [
      [{ seatsPerSlot: 3 }, 'requiresConfirmation'],
      [{ requiresPayment: true }, 'requiresPayment'],
      [{ confirmationThresholdMinutes: 0 }, 'confirmationThresholdMinutes'],
    ] as const) {
      const refused = await graph.execute(
        ops.CreateEventTypeDocument,
        { input: { ...input, ...more } },
        { key: ada.key },
      );
      expect(refused.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
    }
    const { id } = await asking();
    const update = { input: { id, seatsPerSlot: 3 } };
    const refused = await graph.execute(ops.UpdateEventTypeDocument, update, { key: ada.key });
    expect(refused.errors[0]?.extensions.field).toBe('requiresConfirmation');
  });

  it('can be prepared as drafts, which take their time once they are submitted', async () => {
    const bob = await graph.signUp();
    const { id } = await bookable(graph, bob);
    const [slot, other] = await slotsOf(graph, id);
    const [prepared, late] = [await draft(graph, bob, id, slot), await draft(graph, bob, id, slot)];
    expect([prepared.status, await timeOf(graph, prepared.id)]).toEqual(['DRAFT', []]);
    const submitted = await submit(graph, bob, prepared.id);
    expect(submitted).toMatchObject({
      __typename: 'BookingSubmitted',
      booking: { status: 'CONFIRMED', expiresAt: null, version: 2 },
    });
    expect(await timeOf(graph, prepared.id)).toEqual([slot?.startsAt]);
    const refused = await submit(graph, bob, late.id);
    expect(refused).toMatchObject({ __typename: 'SlotUnavailable', reasons: [{ rule: 'CONFLICT' }] });
    expect((await move(graph, { key: bob.key }, late.id, other)).__typename).toBe('BookingRescheduled');
    expect(await timeOf(graph, late.id)).toEqual([]);
    await graph.execute(
      ops.UpdateEventTypeDocument,
      { input: { id, requiresConfirmation: true } },
      { key: bob.key },
    );
    expect(await submit(graph, bob, late.id)).toMatchObject({ booking: { status: 'PENDING_CONFIRMATION' } });
    expect(await timeOf(graph, late.id)).toEqual([other?.startsAt]);
    expect(await submit(graph, bob, late.id)).toMatchObject({
      __typename: 'TransitionRefused',
      from: 'PENDING_CONFIRMATION',
    });
    const input = { ...bookingInput(id, other), asDraft: true };
    const guest = await graph.execute(ops.CreateBookingDocument, { input });
    expect(guest.code).toBe('FORBIDDEN');
  });
});
