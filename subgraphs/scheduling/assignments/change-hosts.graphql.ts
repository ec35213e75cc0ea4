import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { idempotencyKeyDescription } from '#platform/idempotency.ts';
import { Booking } from '../bookings/booking.graphql.ts';
import {
  BookingVersionConflict,
  SlotUnavailable,
  TransitionRefused,
} from '../bookings/booking-result.graphql.ts';
import { Problem, type ProblemCode } from '../problem.graphql.ts';

const outsideHosts =
  'Whether a member of the team will do who is no host of the event type; needs an event type of a team.';

@InputType()
abstract class HostChangeInput {
  @Field(() => ID)
  bookingId!: string;

  @Field(() => String, { nullable: true, description: 'Kept in the history; up to 1,000 characters.' })
  reason?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Refuses the change if the booking has another version by now.',
  })
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: idempotencyKeyDescription })
  idempotencyKey?: string | null;
}

@InputType()
export class ReassignBookingInput extends HostChangeInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'Who is to host, if they are free then. Left out, for ROUND_ROBIN: whose turn it is among those who are free.',
  })
  toUserId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Whom they replace; left out: the only host, or the one whose turn it was.',
  })
  fromUserId?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: outsideHosts })
  allowOutsideHosts!: boolean;
}

@InputType()
export class AddBookingHostInput extends HostChangeInput {
  @Field(() => ID, { description: 'A host of the event type who is free then.' })
  userId!: string;

  @Field(() => Boolean, { defaultValue: false, description: outsideHosts })
  allowOutsideHosts!: boolean;
}

@InputType()
export class RemoveBookingHostInput extends HostChangeInput {
  @Field(() => ID, { description: 'One of several hosts of the booking.' })
  userId!: string;
}

@ObjectType()
export class BookingReassigned {
  constructor(booking: Booking) {
    this.booking = booking;
  }

  @Field(() => Booking)
  booking: Booking;
}

@ObjectType()
export class BookingHostAdded {
  constructor(booking: Booking) {
    this.booking = booking;
  }

  @Field(() => Booking)
  booking: Booking;
}

@ObjectType()
export class BookingHostRemoved {
  constructor(booking: Booking) {
    this.booking = booking;
  }

  @Field(() => Booking)
  booking: Booking;
}

@ObjectType({ implements: Problem })
export class LastHost extends Problem {
  override code: ProblemCode = 'LAST_HOST';
  override message = 'Nobody else hosts the booking. Reassign or cancel it instead.';
}

export const ReassignBookingResult = createUnionType({
  name: 'ReassignBookingResult',
  types: () => [BookingReassigned, SlotUnavailable, TransitionRefused, BookingVersionConflict] as const,
});

export const AddBookingHostResult = createUnionType({
  name: 'AddBookingHostResult',
  types: () => [BookingHostAdded, SlotUnavailable, TransitionRefused, BookingVersionConflict] as const,
});

export const RemoveBookingHostResult = createUnionType({
  name: 'RemoveBookingHostResult',
  types: () => [BookingHostRemoved, LastHost, TransitionRefused, BookingVersionConflict] as const,
});
