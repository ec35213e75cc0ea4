import { badInput, notFound } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { err, ok, type Result } from '#platform/result.ts';
import {
  type BookingChangeInput,
  type ChangeReceipt,
  type ChangeRefusal,
  changeBooking,
  refusedTransition,
} from '../bookings/change-booking.ts';
import { findNames } from '../bookings/find-names.ts';
import { mintManageToken, storeManageToken } from '../bookings/manage-token.ts';
import { type GuestInput, readGuestDetails } from '../bookings/read-guest-details.ts';
import { writeTitle } from '../bookings/write-title.ts';
import type { SchedulingContext } from '../context.ts';
import type { BookingAttendee } from '../domain/booking.ts';
import { type Answer, type AnswerFault, readAnswers } from '../domain/booking-fields.ts';
import { nextStatus } from '../domain/booking-state.ts';
import { eventTypeOfBooking } from './event-type-of-booking.ts';

interface NewAttendee extends BookingChangeInput, Pick<GuestInput, 'attendee' | 'guests'> {
  answers?: readonly Answer[] | null;
}

export type AddAttendeeRefusal =
  | ChangeRefusal
  | { kind: 'ATTENDEE_LIMIT_REACHED'; max: number }
  | { kind: 'INVALID_ANSWERS'; fields: AnswerFault[] };

/** Attendees of a booking whose event type has no seats. */
const MAX_ATTENDEES = 100;

/** Adds somebody to a booking, with a link of their own. Questions may stay open: organizers cannot know all answers. */
export async function addAttendee(
  ctx: SchedulingContext,
  input: NewAttendee,
): Promise<Result<ChangeReceipt, AddAttendeeRefusal>> {
  const eventType = await eventTypeOfBooking(ctx, input.bookingId);
  if (!eventType) throw notFound('booking');
  const guest = readGuestDetails(eventType, { attendee: input.attendee, guests: input.guests ?? null });
  const questions = eventType.bookingFields.map(field => ({ ...field, required: false }));
  const answers = readAnswers(questions, input.answers ?? []);
  const max = eventType.seatsPerSlot ?? MAX_ATTENDEES;
  return changeBooking<undefined, AddAttendeeRefusal>(ctx, {
    operation: 'addAttendee',
    input,
    by: 'ORGANIZERS',
    async decide({ em, before }) {
      const status = nextStatus(before.status, 'ADD_ATTENDEE');
      if (!status.ok) return refusedTransition(status.error);
      if (!answers.ok) return err({ kind: 'INVALID_ANSWERS', fields: answers.error });
      if (before.attendees.length >= max) return err({ kind: 'ATTENDEE_LIMIT_REACHED', max });
      if (before.attendees.some(({ email }) => email.toLowerCase() === guest.attendee.email.toLowerCase()))
        throw badInput('attendee.email', 'Somebody with this address attends already.');
      const attendee: BookingAttendee = {
        id: newId('att'),
        ...guest.attendee,
        noShow: false,
        answers: answers.value,
        guests: guest.guests,
      };
      const token = mintManageToken();
      // From now on it is the title of several, none of whom reads another one's name.
      const title = writeTitle(eventType.title, await findNames(em, before.hostIds), null);
      return ok({
        fact: { kind: 'ATTENDEE_ADDED', data: { status: status.value, attendee, title } },
        also: [storeManageToken({ token, booking: before, attendeeId: attendee.id, now: ctx.clock.now() })],
        manageToken: token,
      });
    },
  });
}
