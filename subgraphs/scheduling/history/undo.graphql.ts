import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { idempotencyKeyDescription } from '#platform/idempotency.ts';
import { Booking } from '../bookings/booking.graphql.ts';
import {
  BookingVersionConflict,
  SlotUnavailable,
  TransitionRefused,
} from '../bookings/booking-result.graphql.ts';

@InputType()
export class UndoBookingChangeInput {
  @Field(() => ID)
  bookingId!: string;

  @Field(() => Int, {
    description: "The booking's present `version`: the one that the change made which is to be taken back.",
  })
  version!: number;

  @Field(() => String, { nullable: true, description: idempotencyKeyDescription })
  idempotencyKey?: string | null;
}

@ObjectType()
export class BookingChangeUndone {
  constructor(booking: Booking) {
    this.booking = booking;
  }

  @Field(() => Booking)
  booking: Booking;
}

export const UndoBookingChangeResult = createUnionType({
  name: 'UndoBookingChangeResult',
  types: () => [BookingChangeUndone, TransitionRefused, SlotUnavailable, BookingVersionConflict] as const,
});
