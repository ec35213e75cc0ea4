import { uuidOf } from '#platform/ids.ts';
import * as ops from '../../../examples/operations/operations.generated.ts';
import type { TestGraph, TestUser } from './graph.ts';
import { bookingInput, type TestSlot } from './stories.ts';

const freshKey = () => `key ${Math.random()}`;

/** What an organizer does, whatever comes of it. */
export async function confirm(graph: TestGraph, user: TestUser, bookingId: string) {
  const input = { bookingId, idempotencyKey: freshKey() };
  return (await graph.execute(ops.ConfirmBookingDocument, { input }, { key: user.key })).data.confirmBooking;
}

export async function decline(graph: TestGraph, user: TestUser, bookingId: string, reason?: string) {
  const input = { bookingId, idempotencyKey: freshKey(), ...(reason && { reason }) };
  return (await graph.execute(ops.DeclineBookingDocument, { input }, { key: user.key })).data.declineBooking;
}

export async function submit(graph: TestGraph, user: TestUser, bookingId: string) {
  const input = { bookingId, idempotencyKey: freshKey() };
  return (await graph.execute(ops.SubmitBookingDocument, { input }, { key: user.key })).data.submitBooking;
}

/** By the guest's link, or by an organizer's key. */
export async function move(
  graph: TestGraph,
  by: { manageToken: string } | { key: string },
  bookingId: string,
  slot: TestSlot | undefined,
) {
  const { manageToken = null, key } = { manageToken: undefined, key: undefined, ...by };
  const input = { bookingId, manageToken, startsAt: slot?.startsAt ?? '', idempotencyKey: freshKey() };
  const answer = await graph.execute(ops.RescheduleBookingDocument, { input }, key ? { key } : {});
  return answer.data.rescheduleBooking;
}

/** A booking that an organizer prepares. */
export async function draft(
  graph: TestGraph,
  user: TestUser,
  eventTypeId: string,
  slot: TestSlot | undefined,
) {
  const input = { ...bookingInput(eventTypeId, slot), asDraft: true };
  const { createBooking } = (await graph.execute(ops.CreateBookingDocument, { input }, { key: user.key }))
    .data;
  if (createBooking.__typename !== 'BookingCreated') throw new Error(JSON.stringify(createBooking));
  return { ...createBooking.booking, manageToken: createBooking.manageToken };
}

/** Where a booking is in its life, as its organizer sees it. */
export async function progress(graph: TestGraph, user: TestUser, id: string) {
  const { booking } = (await graph.execute(ops.BookingProgressDocument, { id }, { key: user.key })).data;
  if (!booking) throw new Error(`${id} is not there.`);
  const kinds = booking.history?.nodes.map(({ kind }) => kind.replace('BOOKING_', '')) ?? [];
  return { ...booking, kinds };
}

/** Starts of the time that a booking has taken, one for each host. */
export async function timeOf(graph: TestGraph, bookingId: string): Promise<string[]> {
  const claims = await graph.database.query<{ start: Date }>(
    'select lower(during) as start from scheduling.claims where booking_id = $1 order by 1',
    [uuidOf(bookingId)],
  );
  return claims.map(({ start }) => start.toISOString());
}
