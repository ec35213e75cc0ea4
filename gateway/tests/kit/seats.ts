import * as ops from '../../../examples/operations/operations.generated.ts';
import type { TestGraph } from './graph.ts';
import { bookingInput, type TestSlot } from './stories.ts';

/** What a guest gives, and their name. */
type Guest = Partial<ops.CreateBookingInput> & { name?: string };

function wanted(eventTypeId: string, slot: TestSlot | undefined, guest: Guest = {}): ops.CreateBookingInput {
  const { name = 'Grace Hopper', ...more } = guest;
  const email = `${name.toLowerCase().replace(/\W/g, '.')}@example.com`;
  return {
    ...bookingInput(eventTypeId, slot),
    attendee: { name, email, timeZone: 'Europe/London' },
    ...more,
  };
}

/** Asks for a seat, whatever comes of it. */
export async function ask(
  graph: TestGraph,
  eventTypeId: string,
  slot: TestSlot | undefined,
  guest: Guest = {},
) {
  const input = wanted(eventTypeId, slot, guest);
  return (await graph.execute(ops.CreateBookingDocument, { input })).data.createBooking;
}

/** A seat, with the secret of its link. */
export async function join(
  graph: TestGraph,
  eventTypeId: string,
  slot: TestSlot | undefined,
  guest: Guest = {},
) {
  const outcome = await ask(graph, eventTypeId, slot, guest);
  if (outcome.__typename !== 'BookingCreated') throw new Error(JSON.stringify(outcome));
  return { ...outcome.booking, manageToken: outcome.manageToken };
}

export type Seat = Awaited<ReturnType<typeof join>>;

/** Cancels with the link of a seat, or the whole booking with a key. */
export async function giveUp(graph: TestGraph, seat: { id: string; manageToken?: string }, key?: string) {
  const input = {
    bookingId: seat.id,
    manageToken: seat.manageToken ?? null,
    reason: 'ill',
    idempotencyKey: `cancel ${seat.manageToken}`,
  };
  return graph.execute(ops.CancelBookingDocument, { input }, key ? { key } : {});
}
