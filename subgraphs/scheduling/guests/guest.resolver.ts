import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { DateTime } from '#platform/scalars.ts';
import { Booking } from '../bookings/booking.graphql.ts';
import { BookingShared, InvalidAnswers } from '../bookings/booking-result.graphql.ts';
import { type BookingView, viewOf } from '../bookings/booking-view.ts';
import { changeRefused } from '../bookings/refusal-view.ts';
import type { SchedulingContext } from '../context.ts';
import { type AddAttendeeRefusal, addAttendee } from './add-attendee.ts';
import { deadlineOf } from './change-deadline.ts';
import { changeGuests, type GuestsRefusal } from './change-guests.ts';
import * as t from './guest.graphql.ts';
import { reissueManageToken } from './reissue-manage-token.ts';
import { removeAttendee } from './remove-attendee.ts';
import { updateBookingLocation } from './update-booking-location.ts';

function guestsRefused(refusal: GuestsRefusal) {
  return refusal.kind === 'GUEST_LIMIT_REACHED' ? new t.GuestLimitReached() : changeRefused(refusal);
}

function attendeeRefused(refusal: AddAttendeeRefusal) {
  if (refusal.kind === 'INVALID_ANSWERS') return new InvalidAnswers(refusal.fields);
  if (refusal.kind === 'ATTENDEE_LIMIT_REACHED') return new t.AttendeeLimitReached(refusal.max);
  return changeRefused(refusal);
}

@Resolver(() => Booking)
export class GuestResolver {
  @FieldResolver(() => DateTime, {
    nullable: true,
    description:
      'From this instant on guests cannot cancel it; null where the event type has no such limit, or never lets them: `canCancel` says which.',
  })
  cancelUntil(@Root() booking: BookingView, @Ctx() ctx: SchedulingContext): Promise<Date | null> {
    return deadlineOf(ctx, booking, 'CANCEL');
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description:
      'From this instant on guests cannot move it; null where the event type has no such limit, or never lets them: `canReschedule` says which.',
  })
  rescheduleUntil(@Root() booking: BookingView, @Ctx() ctx: SchedulingContext): Promise<Date | null> {
    return deadlineOf(ctx, booking, 'RESCHEDULE');
  }

  @Access({ to: 'PUBLIC', scope: 'BOOKING_WRITE', role: 'GUEST_OR_ORGANIZER', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.AddBookingGuestsResult, {
    description:
      'More people come along: for the guest who brings them, by `manageToken`, or for organizers. Needs an idempotency key.',
  })
  async addBookingGuests(
    @Arg('input', () => t.AddBookingGuestsInput) input: t.AddBookingGuestsInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.AddBookingGuestsResult> {
    const added = await changeGuests(ctx, 'addBookingGuests', input);
    return added.ok ? new t.BookingGuestsAdded(viewOf(added.value.booking)) : guestsRefused(added.error);
  }

  @Access({ to: 'PUBLIC', scope: 'BOOKING_WRITE', role: 'GUEST_OR_ORGANIZER', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.RemoveBookingGuestsResult, {
    description:
      'Fewer people come along: for the guest who brought them, by `manageToken`, or for organizers. Needs an idempotency key.',
  })
  async removeBookingGuests(
    @Arg('input', () => t.RemoveBookingGuestsInput) input: t.RemoveBookingGuestsInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.RemoveBookingGuestsResult> {
    const removed = await changeGuests(ctx, 'removeBookingGuests', input);
    return removed.ok
      ? new t.BookingGuestsRemoved(viewOf(removed.value.booking))
      : (guestsRefused(removed.error) as Exclude<ReturnType<typeof guestsRefused>, t.GuestLimitReached>);
  }

  @Access({ to: 'USER', scope: 'BOOKING_WRITE', role: 'ORGANIZER', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.AddAttendeeResult, {
    description:
      'Adds somebody to a booking, with a link of their own. Where guests share slots, it takes a seat. Needs an idempotency key.',
  })
  async addAttendee(
    @Arg('input', () => t.AddAttendeeInput) input: t.AddAttendeeInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.AddAttendeeResult> {
    const added = await addAttendee(ctx, input);
    if (!added.ok) return attendeeRefused(added.error);
    const { booking, manageToken = '' } = added.value;
    const attendee = booking.attendees.at(-1);
    if (!attendee) throw new Error(`${booking.id} has no attendees.`);
    return new t.AttendeeAdded(viewOf(booking), attendee, manageToken);
  }

  @Access({ to: 'USER', scope: 'BOOKING_WRITE', role: 'ORGANIZER', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.RemoveAttendeeResult, {
    description:
      'Takes somebody off a booking and ends their link. Not who booked it; where guests share slots, not the last one. Needs an idempotency key.',
  })
  async removeAttendee(
    @Arg('input', () => t.RemoveAttendeeInput) input: t.RemoveAttendeeInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.RemoveAttendeeResult> {
    const removed = await removeAttendee(ctx, input);
    if (removed.ok) return new t.AttendeeRemoved(viewOf(removed.value.booking));
    return removed.error.kind === 'ATTENDEE_REQUIRED'
      ? new t.AttendeeRequired()
      : changeRefused(removed.error);
  }

  @Access({ to: 'PUBLIC', scope: 'BOOKING_WRITE', role: 'GUEST_OR_ORGANIZER', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.UpdateBookingLocationResult, {
    description:
      'Meets at another location of the event type: for its only guest by `manageToken`, or for organizers. Needs an idempotency key.',
  })
  async updateBookingLocation(
    @Arg('input', () => t.UpdateBookingLocationInput) input: t.UpdateBookingLocationInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.UpdateBookingLocationResult> {
    const updated = await updateBookingLocation(ctx, input);
    if (updated.ok) return new t.BookingLocationUpdated(viewOf(updated.value.booking));
    return updated.error.kind === 'SHARED' ? new BookingShared() : changeRefused(updated.error);
  }

  @Access({ to: 'USER', scope: 'BOOKING_WRITE', role: 'ORGANIZER', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.ReissueManageTokenResult, {
    description: 'Gives an attendee a new link and ends those that they had. Needs an idempotency key.',
  })
  async reissueManageToken(
    @Arg('input', () => t.ReissueManageTokenInput) input: t.ReissueManageTokenInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.ReissueManageTokenResult> {
    const { attendeeId, manageToken } = await reissueManageToken(ctx, input);
    return new t.ManageTokenReissued(attendeeId, manageToken);
  }
}
