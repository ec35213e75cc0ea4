import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { err, ok, type Result } from '#platform/result.ts';
import {
  type BookingChangeInput,
  type ChangeReceipt,
  type ChangeRefusal,
  changeBooking,
  readReason,
  refusedTransition,
} from '../bookings/change-booking.ts';
import type { SchedulingContext } from '../context.ts';
import { nextStatus } from '../domain/booking-state.ts';
import { eventTypeOfBooking } from './event-type-of-booking.ts';

interface LostAttendee extends BookingChangeInput {
  attendeeId: string;
}

export type RemoveAttendeeRefusal = ChangeRefusal | { kind: 'ATTENDEE_REQUIRED' };

/** Takes somebody off a booking; their link ends. Who booked it stays, and so does the last one with a seat. */
export async function removeAttendee(
  ctx: SchedulingContext,
  input: LostAttendee,
): Promise<Result<ChangeReceipt, RemoveAttendeeRefusal>> {
  const leaving = requireId('att', input.attendeeId, 'attendeeId');
  const reason = readReason(input.reason);
  const hasSeats = (await eventTypeOfBooking(ctx, input.bookingId))?.seatsPerSlot != null;
  return changeBooking<undefined, RemoveAttendeeRefusal>(ctx, {
    operation: 'removeAttendee',
    input,
    by: 'ORGANIZERS',
    decide({ before }) {
      const status = nextStatus(before.status, 'REMOVE_ATTENDEE');
      if (!status.ok) return refusedTransition(status.error);
      const place = before.attendees.findIndex(({ id }) => id === leaving);
      if (place === -1) throw notFound('attendee');
      const isNeeded = hasSeats ? before.attendees.length === 1 : place === 0;
      if (isNeeded) return err({ kind: 'ATTENDEE_REQUIRED' });
      const data = { status: status.value, attendeeId: leaving, reason };
      return ok({ fact: { kind: 'ATTENDEE_REMOVED', data } });
    },
  });
}
