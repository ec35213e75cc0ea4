import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { idempotencyKeyDescription } from '#platform/idempotency.ts';
import { DateTime } from '#platform/scalars.ts';
import { Booking, GuestRequestInput } from '../bookings/booking.graphql.ts';
import {
  InvalidAnswers,
  PrivateLinkSpent,
  SlotUnavailable,
  TransitionRefused,
} from '../bookings/booking-result.graphql.ts';
import { Problem, type ProblemCode } from '../problem.graphql.ts';
import { Slot } from '../slots/slot.graphql.ts';

@InputType({ description: 'The event type has to be one that `isInstant`.' })
export class CreateInstantBookingInput extends GuestRequestInput {}

@ObjectType()
export class InstantBookingOffered {
  constructor(booking: Booking, manageToken: string) {
    this.booking = booking;
    this.manageToken = manageToken;
    this.acceptUntil = booking.expiresAt ?? booking.startsAt;
  }

  @Field(() => Booking, {
    description: 'AWAITING_HOST, without hosts. It starts at the next full minute, whenever a host accepts.',
  })
  booking: Booking;

  @Field(() => DateTime, { description: 'When it expires unless a host accepts.' })
  acceptUntil: Date;

  @Field(() => String, {
    description:
      'The secret with which the guest follows it by `instantBookingChanged`, and sees and cancels it. Shown once.',
  })
  manageToken: string;
}

export const CreateInstantBookingResult = createUnionType({
  name: 'CreateInstantBookingResult',
  types: () => [InstantBookingOffered, SlotUnavailable, InvalidAnswers, PrivateLinkSpent] as const,
});

@InputType()
export class AcceptInstantBookingInput {
  @Field(() => ID)
  bookingId!: string;

  @Field(() => String, { nullable: true, description: idempotencyKeyDescription })
  idempotencyKey?: string | null;
}

@ObjectType()
export class InstantBookingAccepted {
  constructor(booking: Booking) {
    this.booking = booking;
  }

  @Field(() => Booking)
  booking: Booking;
}

@ObjectType({ implements: Problem })
export class InstantBookingTaken extends Problem {
  override code: ProblemCode = 'INSTANT_BOOKING_TAKEN';
  override message = 'Another host was first.';
}

export const AcceptInstantBookingResult = createUnionType({
  name: 'AcceptInstantBookingResult',
  types: () => [InstantBookingAccepted, InstantBookingTaken, TransitionRefused, SlotUnavailable] as const,
});

@ObjectType({ description: 'Meetings that a host could accept at a moment.' })
export class InstantOffers {
  @Field(() => [Booking], { description: 'Those that end first in front.' })
  bookings!: Booking[];
}

@ObjectType({ description: 'How a request for a meeting at once stands.' })
export class InstantBookingState {
  @Field(() => Booking, {
    description:
      'CONFIRMED once a host accepted, EXPIRED when nobody did. Anything but AWAITING_HOST is the last that is told.',
  })
  booking!: Booking;

  @Field(() => [Slot], {
    description: 'Where it expired, up to three slots that can be booked instead; otherwise none.',
  })
  nextSlots!: Slot[];
}
