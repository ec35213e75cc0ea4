import * as ops from '../../examples/operations/operations.generated.ts';
import type { Product } from './product.ts';

const DAY_MS = 86_400_000;

let types = 0;

/** A new event type, Ada's unless it is said otherwise: half an hour long, possible at every quarter of an hour of weekly hours. */
export async function createBookable(
  product: Product,
  options: Partial<ops.CreateEventTypeInput> = {},
): Promise<{ eventTypeId: string; slots: number[] }> {
  const { createEventType } = await product.execute(
    ops.CreateEventTypeDocument,
    {
      input: {
        slug: `bench-${++types}`,
        title: 'Bench',
        durationMinutes: 30,
        slotIntervalMinutes: 15,
        minimumNoticeMinutes: 0,
        ...options,
      },
    },
    product.apiKeys.ada,
  );
  if (createEventType.__typename !== 'EventTypeCreated') throw new Error(JSON.stringify(createEventType));
  const eventTypeId = createEventType.eventType.id;
  const { slots } = await product.execute(ops.SlotsDocument, {
    eventTypeId,
    from: new Date(Date.now() + DAY_MS).toISOString(),
    to: new Date(Date.now() + 28 * DAY_MS).toISOString(),
    timeZone: 'UTC',
    first: 500,
  });
  return { eventTypeId, slots: slots.edges.map(edge => Date.parse(edge.node.startsAt)) };
}

/** Times of one event type that do not overlap. */
export function disjoint(slots: readonly number[], count: number, apartMs = 30 * 60_000): number[] {
  const chosen: number[] = [];
  for (const slot of slots) {
    if (chosen.length < count && slot >= (chosen.at(-1) ?? 0) + apartMs) chosen.push(slot);
  }
  if (chosen.length < count) throw new Error(`Only ${chosen.length} of ${count} times are free.`);
  return chosen;
}

let bookings = 0;

export function bookingInput(eventTypeId: string, startsAt: number): ops.CreateBookingInput {
  return {
    eventTypeId,
    startsAt: new Date(startsAt).toISOString(),
    attendee: { name: 'Grace Hopper', email: 'grace@example.com', timeZone: 'America/New_York' },
    idempotencyKey: `bench ${process.pid} ${++bookings}`,
  };
}
