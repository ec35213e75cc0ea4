import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { idempotencyKeyDescription } from '#platform/idempotency.ts';
import { Booking } from '../bookings/booking.graphql.ts';
import {
  BookingVersionConflict,
  SlotUnavailable,
  TransitionRefused,
} from '../bookings/booking-result.graphql.ts';
import type { WaivableRule as WaivableRuleName } from '../domain/waiver.ts';
import { WaivableRule, waiveDescription, waiveReasonDescription } from '../waivers/waiver.graphql.ts';

/** What every change takes that only organizers make. */
@InputType()
export abstract class OrganizerChangeInput {
  @Field(() => ID)
  bookingId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Refuses the change if the booking has another version by now.',
  })
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: idempotencyKeyDescription })
  idempotencyKey?: string | null;
}

@InputType()
export class ConfirmBookingInput extends OrganizerChangeInput {}

@InputType()
export class SubmitBookingInput extends OrganizerChangeInput {
  @Field(() => [WaivableRule], { nullable: true, description: waiveDescription })
  waive?: WaivableRuleName[] | null;

  @Field(() => String, { nullable: true, description: waiveReasonDescription })
  waiveReason?: string | null;
}

@InputType()
export class DeclineBookingInput extends OrganizerChangeInput {
  @Field(() => String, { nullable: true, description: 'Told to the guest; up to 1,000 characters.' })
  reason?: string | null;
}

@ObjectType()
export class BookingConfirmed {
  constructor(booking: Booking) {
    this.booking = booking;
  }

  @Field(() => Booking)
  booking: Booking;
}

export const ConfirmBookingResult = createUnionType({
  name: 'ConfirmBookingResult',
  types: () => [BookingConfirmed, TransitionRefused, SlotUnavailable, BookingVersionConflict] as const,
});

@ObjectType()
export class BookingDeclined {
  constructor(booking: Booking) {
    this.booking = booking;
  }

  @Field(() => Booking)
  booking: Booking;
}

export const DeclineBookingResult = createUnionType({
  name: 'DeclineBookingResult',
  types: () => [BookingDeclined, TransitionRefused, BookingVersionConflict] as const,
});

@ObjectType()
export class BookingSubmitted {
  constructor(booking: Booking) {
    this.booking = booking;
  }

  @Field(() => Booking, {
    description: 'It takes place, or waits for a payment or for a host, as its event type asks for.',
  })
  booking: Booking;
}

export const SubmitBookingResult = createUnionType({
  name: 'SubmitBookingResult',
  types: () => [BookingSubmitted, TransitionRefused, SlotUnavailable, BookingVersionConflict] as const,
});
