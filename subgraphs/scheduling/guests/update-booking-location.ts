import { notFound } from '#platform/errors.ts';
import { err, ok, type Result } from '#platform/result.ts';
import {
  type BookingChangeInput,
  type ChangeReceipt,
  type ChangeRefusal,
  changeBooking,
  readReason,
  refusedTransition,
} from '../bookings/change-booking.ts';
import { type GuestInput, readLocation } from '../bookings/read-guest-details.ts';
import type { SchedulingContext } from '../context.ts';
import { nextStatus } from '../domain/booking-state.ts';
import { eventTypeOfBooking } from './event-type-of-booking.ts';

interface NewLocation extends BookingChangeInput {
  location: NonNullable<GuestInput['location']>;
}

export type LocationRefusal = ChangeRefusal | { kind: 'SHARED' };

/** Meets at another of the places that the event type offers. What guests share is moved by its organizers only. */
export async function updateBookingLocation(
  ctx: SchedulingContext,
  input: NewLocation,
): Promise<Result<ChangeReceipt, LocationRefusal>> {
  const reason = readReason(input.reason);
  const eventType = await eventTypeOfBooking(ctx, input.bookingId);
  if (!eventType) throw notFound('booking');
  return changeBooking<undefined, LocationRefusal>(ctx, {
    operation: 'updateBookingLocation',
    input,
    by: 'GUESTS_AND_ORGANIZERS',
    decide({ before, attendeeId }) {
      const status = nextStatus(before.status, 'UPDATE');
      if (!status.ok) return refusedTransition(status.error);
      if (attendeeId !== null && before.attendees.length > 1) return err({ kind: 'SHARED' });
      const location = readLocation(eventType, input.location);
      return ok({ fact: { kind: 'UPDATED', data: { status: status.value, reason, location } } });
    },
  });
}
