import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { viewOf } from '../bookings/booking-view.ts';
import { changeRefused, timedChangeRefused } from '../bookings/refusal-view.ts';
import type { SchedulingContext } from '../context.ts';
import { confirmBooking } from './confirm-booking.ts';
import * as t from './confirmation.graphql.ts';
import { declineBooking } from './decline-booking.ts';
import { submitBooking } from './submit-booking.ts';

@Resolver()
export class ConfirmationResolver {
  @Access({ to: 'USER', scope: 'BOOKING_WRITE', role: 'ORGANIZER', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.ConfirmBookingResult, {
    description:
      'Agrees to a booking that waits for a host, or to the new time of one that its guest moved. For its organizers. Where it took no time so far it does now, unless somebody else has it. Needs an idempotency key.',
  })
  async confirmBooking(
    @Arg('input', () => t.ConfirmBookingInput) input: t.ConfirmBookingInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.ConfirmBookingResult> {
    const confirmed = await confirmBooking(ctx, input);
    return confirmed.ok
      ? new t.BookingConfirmed(viewOf(confirmed.value.booking))
      : timedChangeRefused(confirmed.error);
  }

  @Access({ to: 'USER', scope: 'BOOKING_WRITE', role: 'ORGANIZER', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.DeclineBookingResult, {
    description:
      'Turns down a booking that waits for a host, or that its guest moved, and frees its time. For its organizers. Needs an idempotency key.',
  })
  async declineBooking(
    @Arg('input', () => t.DeclineBookingInput) input: t.DeclineBookingInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.DeclineBookingResult> {
    const declined = await declineBooking(ctx, input);
    return declined.ok
      ? new t.BookingDeclined(viewOf(declined.value.booking))
      : changeRefused(declined.error);
  }

  @Access({ to: 'USER', scope: 'BOOKING_WRITE', role: 'ORGANIZER', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.SubmitBookingResult, {
    description:
      'Makes a draft a booking: it takes its time, under the same rules as a new one. For its organizers. Needs an idempotency key.',
  })
  async submitBooking(
    @Arg('input', () => t.SubmitBookingInput) input: t.SubmitBookingInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.SubmitBookingResult> {
    const submitted = await submitBooking(ctx, input);
    return submitted.ok
      ? new t.BookingSubmitted(viewOf(submitted.value.booking))
      : timedChangeRefused(submitted.error);
  }
}
