import type { EntityManager } from '@mikro-orm/postgresql';
import type { RawBuilder } from 'kysely';
import type { SchedulingContext } from '../context.ts';
import type { BookingAttendee, BookingState } from '../domain/booking.ts';
import { nextStatus } from '../domain/booking-state.ts';
import type { Waiver } from '../domain/waiver.ts';
import type { EventTypeRow } from '../event-types/event-type.entity.ts';
import { appendBookingEvent } from './append-booking-event.ts';
import { findAudience } from './find-audience.ts';
import { findNames } from './find-names.ts';
import { writeTitle } from './write-title.ts';

interface Joining {
  /** Locked, with a seat left. */
  before: BookingState;
  eventType: EventTypeRow;
  attendee: BookingAttendee;
  /** Rules that were set aside for it. */
  waiver?: Waiver;
  also(after: BookingState): readonly RawBuilder<unknown>[];
}

/** Gives a guest a seat in a booking. Takes no time of its hosts: the booking has it already. */
export async function takeSeat(
  ctx: SchedulingContext,
  em: EntityManager,
  { before, eventType, attendee, waiver, also }: Joining,
): Promise<BookingState> {
  const status = nextStatus(before.status, 'ADD_ATTENDEE');
  if (!status.ok) throw new Error(`${before.id} is ${before.status}: nobody can join it.`);
  // It was booked before the event type had seats.
  const isNamed = before.attendees.some(({ name }) => before.title.includes(name));
  const title = isNamed
    ? { title: writeTitle(eventType.title, await findNames(em, before.hostIds), null) }
    : {};
  return appendBookingEvent(ctx, em, {
    before,
    id: before.id,
    fact: {
      kind: 'ATTENDEE_ADDED',
      data: { status: status.value, attendee, ...title, ...(waiver && { waiver }) },
    },
    audience: await findAudience(em, before.ownerId, before.hostIds),
    also,
  });
}
