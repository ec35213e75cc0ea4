import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { idempotencyKeyDescription } from '#platform/idempotency.ts';
import { EmailAddress } from '#platform/scalars.ts';
import {
  AnswerInput,
  Attendee,
  AttendeeInput,
  Booking,
  BookingChangeInput,
  ChosenLocationInput,
} from '../bookings/booking.graphql.ts';
import {
  BookingShared,
  BookingVersionConflict,
  InvalidAnswers,
  TransitionRefused,
} from '../bookings/booking-result.graphql.ts';
import { MAX_GUESTS_OF_ATTENDEE } from '../domain/guest-list.ts';
import { Problem, type ProblemCode } from '../problem.graphql.ts';

@InputType()
export class AddBookingGuestsInput extends BookingChangeInput {
  @Field(() => [EmailAddress], {
    description: `1 to 10 addresses; those who come already are passed over. An attendee brings ${MAX_GUESTS_OF_ATTENDEE} at the most.`,
  })
  guests!: string[];

  @Field(() => ID, {
    nullable: true,
    description: 'Who brings them; left out: the owner of the link, or for organizers the first attendee.',
  })
  attendeeId?: string | null;
}

@InputType()
export class RemoveBookingGuestsInput extends BookingChangeInput {
  @Field(() => [EmailAddress], { description: '1 to 10 addresses, in any spelling.' })
  guests!: string[];

  @Field(() => ID, {
    nullable: true,
    description:
      'Who brought them; left out: the owner of the link, or for organizers the first attendee who brings any of them.',
  })
  attendeeId?: string | null;
}

@InputType()
export class AddAttendeeInput extends BookingChangeInput {
  @Field(() => AttendeeInput)
  attendee!: AttendeeInput;

  @Field(() => [EmailAddress], { nullable: true, description: 'Up to 10 people whom they bring along.' })
  guests?: string[] | null;

  @Field(() => [AnswerInput], { nullable: true, description: 'Questions may stay unanswered.' })
  answers?: AnswerInput[] | null;
}

@InputType()
export class RemoveAttendeeInput extends BookingChangeInput {
  @Field(() => ID)
  attendeeId!: string;
}

@InputType()
export class UpdateBookingLocationInput extends BookingChangeInput {
  @Field(() => ChosenLocationInput)
  location!: ChosenLocationInput;
}

@InputType()
export class ReissueManageTokenInput {
  @Field(() => ID)
  bookingId!: string;

  @Field(() => ID, { nullable: true, description: 'Whose link; left out: that of the first attendee.' })
  attendeeId?: string | null;

  @Field(() => String, { nullable: true, description: idempotencyKeyDescription })
  idempotencyKey?: string | null;
}

@ObjectType({ implements: Problem })
export class GuestLimitReached extends Problem {
  override code: ProblemCode = 'GUEST_LIMIT_REACHED';
  override message = `An attendee brings up to ${MAX_GUESTS_OF_ATTENDEE} guests.`;

  @Field(() => Int, { description: 'Guests of one attendee, all in all.' })
  max: number = MAX_GUESTS_OF_ATTENDEE;
}

@ObjectType({ implements: Problem })
export class AttendeeLimitReached extends Problem {
  override code: ProblemCode = 'ATTENDEE_LIMIT_REACHED';

  constructor(max: number) {
    super();
    this.max = max;
    this.message = `The booking has all ${max} attendees that it can have.`;
  }

  @Field(() => Int, { description: 'The seats of the slot; 100 where it has none.' })
  max: number;
}

@ObjectType({ implements: Problem })
export class AttendeeRequired extends Problem {
  override code: ProblemCode = 'ATTENDEE_REQUIRED';
  override message = 'The booking is that of this attendee, who cannot be taken off it. Cancel it instead.';
}

@ObjectType()
export class BookingGuestsAdded {
  constructor(booking: Booking) {
    this.booking = booking;
  }

  @Field(() => Booking)
  booking: Booking;
}

export const AddBookingGuestsResult = createUnionType({
  name: 'AddBookingGuestsResult',
  types: () => [BookingGuestsAdded, GuestLimitReached, TransitionRefused, BookingVersionConflict] as const,
});

@ObjectType()
export class BookingGuestsRemoved {
  constructor(booking: Booking) {
    this.booking = booking;
  }

  @Field(() => Booking)
  booking: Booking;
}

export const RemoveBookingGuestsResult = createUnionType({
  name: 'RemoveBookingGuestsResult',
  types: () => [BookingGuestsRemoved, TransitionRefused, BookingVersionConflict] as const,
});

@ObjectType()
export class AttendeeAdded {
  constructor(booking: Booking, attendee: Attendee, manageToken: string) {
    this.booking = booking;
    this.attendee = attendee;
    this.manageToken = manageToken;
  }

  @Field(() => Booking)
  booking: Booking;

  @Field(() => Attendee)
  attendee: Attendee;

  @Field(() => String, { description: 'The secret of their link. Shown once.' })
  manageToken: string;
}

export const AddAttendeeResult = createUnionType({
  name: 'AddAttendeeResult',
  types: () =>
    [AttendeeAdded, InvalidAnswers, AttendeeLimitReached, TransitionRefused, BookingVersionConflict] as const,
});

@ObjectType()
export class AttendeeRemoved {
  constructor(booking: Booking) {
    this.booking = booking;
  }

  @Field(() => Booking)
  booking: Booking;
}

export const RemoveAttendeeResult = createUnionType({
  name: 'RemoveAttendeeResult',
  types: () => [AttendeeRemoved, AttendeeRequired, TransitionRefused, BookingVersionConflict] as const,
});

@ObjectType()
export class BookingLocationUpdated {
  constructor(booking: Booking) {
    this.booking = booking;
  }

  @Field(() => Booking)
  booking: Booking;
}

export const UpdateBookingLocationResult = createUnionType({
  name: 'UpdateBookingLocationResult',
  types: () => [BookingLocationUpdated, BookingShared, TransitionRefused, BookingVersionConflict] as const,
});

@ObjectType()
export class ManageTokenReissued {
  constructor(attendeeId: string, manageToken: string) {
    this.attendeeId = attendeeId;
    this.manageToken = manageToken;
  }

  @Field(() => ID)
  attendeeId: string;

  @Field(() => String, { description: 'The secret of the new link. Shown once; earlier ones open nothing.' })
  manageToken: string;
}

export const ReissueManageTokenResult = createUnionType({
  name: 'ReissueManageTokenResult',
  types: () => [ManageTokenReissued] as const,
});
