import { badInput, notFound } from '#platform/errors.ts';
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
import { withFewerGuests, withMoreGuests } from '../domain/guest-list.ts';

export interface GuestsChange extends BookingChangeInput {
  guests: readonly string[];
  /** Who brings them; guests only change their own. */
  attendeeId?: string | null;
}

export type GuestsRefusal = ChangeRefusal | { kind: 'GUEST_LIMIT_REACHED' };

const MAX_AT_ONCE = 10;

/** Changes whom an attendee brings along. With a link, an attendee changes their own list and sees no other. */
export function changeGuests(
  ctx: SchedulingContext,
  operation: 'addBookingGuests' | 'removeBookingGuests',
  input: GuestsChange,
): Promise<Result<ChangeReceipt, GuestsRefusal>> {
  const reason = readReason(input.reason);
  if (input.guests.length < 1 || input.guests.length > MAX_AT_ONCE)
    throw badInput('guests', `Give 1 to ${MAX_AT_ONCE} addresses.`, { max: MAX_AT_ONCE });
  const wanted = input.attendeeId == null ? null : requireId('att', input.attendeeId, 'attendeeId');
  const change = operation === 'addBookingGuests' ? withMoreGuests : withFewerGuests;
  return changeBooking<undefined, GuestsRefusal>(ctx, {
    operation,
    input,
    by: 'GUESTS_AND_ORGANIZERS',
    decide({ before, attendeeId }) {
      const status = nextStatus(before.status, 'UPDATE');
      if (!status.ok) return refusedTransition(status.error);
      if (attendeeId !== null && wanted !== null && wanted !== attendeeId) throw notFound('attendee');
      const lists = change(before, attendeeId ?? wanted, input.guests);
      if (lists.ok)
        return ok({ fact: { kind: 'UPDATED', data: { status: status.value, reason, ...lists.value } } });
      if (lists.error === 'UNKNOWN_ATTENDEE') throw notFound('attendee');
      if (lists.error === 'TOO_MANY') return err({ kind: 'GUEST_LIMIT_REACHED' });
      throw badInput('guests', 'The list of guests would stay as it is.');
    },
  });
}
