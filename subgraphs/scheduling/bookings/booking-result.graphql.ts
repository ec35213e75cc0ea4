import { createUnionType, Field, ObjectType } from 'type-graphql';
import { DateTime } from '#platform/scalars.ts';
import type { BookingStatus as BookingStatusName, RefusedTransition } from '../domain/booking-state.ts';
import type { GuestChange } from '../domain/change-policy.ts';
import { BookingLimit } from '../event-types/booking-limit.graphql.ts';
import { HoldExpired } from '../holds/hold-expired.graphql.ts';
import { Problem, type ProblemCode } from '../problem.graphql.ts';
import { Slot, SlotVerdict } from '../slots/slot.graphql.ts';
import { Booking, BookingStatus } from './booking.graphql.ts';

@ObjectType()
export class BookingCreated {
  constructor(booking: Booking, manageToken: string) {
    this.booking = booking;
    this.manageToken = manageToken;
  }

  @Field(() => Booking)
  booking: Booking;

  @Field(() => String, {
    description:
      'The secret for the link with which the guest sees, moves and cancels this booking. Shown once.',
  })
  manageToken: string;
}

@ObjectType({ implements: Problem })
export class SlotUnavailable extends Problem {
  override code: ProblemCode = 'SLOT_UNAVAILABLE';

  constructor(reasons: SlotVerdict[], nextSlots: Slot[]) {
    super();
    this.reasons = reasons;
    this.nextSlots = nextSlots;
    this.message = reasons[0]?.message ?? 'The time cannot be booked.';
  }

  @Field(() => [SlotVerdict], { description: 'What failed, as `explainSlot` would say it.' })
  reasons: SlotVerdict[];

  @Field(() => [Slot], {
    description: 'Up to three slots at or after the time that was wanted, within 14 days.',
  })
  nextSlots: Slot[];
}

@ObjectType({ description: 'What is wrong with one answer.' })
export class AnswerFault {
  @Field(() => String, { description: 'The `slug` of the question.' })
  slug!: string;

  @Field(() => String)
  message!: string;
}

@ObjectType({ implements: Problem })
export class InvalidAnswers extends Problem {
  override code: ProblemCode = 'INVALID_ANSWERS';
  override message = 'Some answers are missing or do not fit.';

  constructor(fields: AnswerFault[]) {
    super();
    this.fields = fields;
  }

  @Field(() => [AnswerFault])
  fields: AnswerFault[];
}

@ObjectType({ implements: Problem })
export class BookingLimitReached extends Problem {
  override code: ProblemCode = 'BOOKING_LIMIT_REACHED';

  constructor(limit: BookingLimit) {
    super();
    this.limit = limit;
    this.message = 'No more can be booked in this period.';
  }

  @Field(() => BookingLimit)
  limit: BookingLimit;
}

@ObjectType({ implements: Problem })
export class PrivateLinkSpent extends Problem {
  override code: ProblemCode = 'PRIVATE_LINK_SPENT';
  override message =
    'The link was used as often as it may be, has expired or was revoked. Ask for a new one.';
}

export const CreateBookingResult = createUnionType({
  name: 'CreateBookingResult',
  types: () =>
    [
      BookingCreated,
      SlotUnavailable,
      InvalidAnswers,
      BookingLimitReached,
      PrivateLinkSpent,
      HoldExpired,
    ] as const,
});

@ObjectType({ implements: Problem })
export class TransitionRefused extends Problem {
  override code: ProblemCode = 'TRANSITION_REFUSED';

  constructor({ from, to }: RefusedTransition) {
    super();
    this.from = from;
    this.to = to;
    this.message = `A booking that is ${from} cannot become ${to}.`;
  }

  @Field(() => BookingStatus)
  from: BookingStatusName;

  @Field(() => BookingStatus)
  to: BookingStatusName;
}

@ObjectType({ implements: Problem })
export class BookingVersionConflict extends Problem {
  override code: ProblemCode = 'VERSION_CONFLICT';
  override message = 'The booking was changed meanwhile.';

  constructor(current: Booking) {
    super();
    this.current = current;
  }

  @Field(() => Booking, { description: 'The booking as it is now.' })
  current: Booking;
}

@ObjectType({ implements: Problem })
export class ChangeTooLate extends Problem {
  override code: ProblemCode = 'CHANGE_TOO_LATE';

  constructor(change: GuestChange, until: Date | null, policy: string | null) {
    super();
    this.until = until;
    this.policy = policy;
    const verb = change === 'CANCEL' ? 'cancelled' : 'moved';
    this.message = until
      ? `Guests could have it ${verb} until ${until.toISOString()}. Ask the host.`
      : `This cannot be ${verb} by guests. Ask the host.`;
  }

  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when it is too late; null where guests may not do it at any time.',
  })
  until: Date | null;

  @Field(() => String, { nullable: true, description: '`cancellationPolicy` of the event type.' })
  policy: string | null;
}

@ObjectType({ implements: Problem })
export class ReasonRequired extends Problem {
  override code: ProblemCode = 'REASON_REQUIRED';
  override message = 'Say why, in `reason`.';
}

@ObjectType()
export class BookingCancelled {
  constructor(booking: Booking) {
    this.booking = booking;
  }

  @Field(() => Booking)
  booking: Booking;
}

export const CancelBookingResult = createUnionType({
  name: 'CancelBookingResult',
  types: () =>
    [BookingCancelled, ChangeTooLate, ReasonRequired, TransitionRefused, BookingVersionConflict] as const,
});

@ObjectType({ description: 'A time that a booking had before.' })
export class PreviousTime {
  @Field(() => DateTime)
  startsAt!: Date;

  @Field(() => DateTime)
  endsAt!: Date;
}

@ObjectType()
export class BookingRescheduled {
  constructor(booking: Booking, previous: PreviousTime) {
    this.booking = booking;
    this.previous = previous;
  }

  @Field(() => Booking)
  booking: Booking;

  @Field(() => PreviousTime)
  previous: PreviousTime;
}

@ObjectType({ implements: Problem })
export class BookingShared extends Problem {
  override code: ProblemCode = 'BOOKING_SHARED';
  override message =
    'Others have seats in this booking too, so that only its organizers move it. Cancel the seat and book another slot.';
}

export const RescheduleBookingResult = createUnionType({
  name: 'RescheduleBookingResult',
  types: () =>
    [
      BookingRescheduled,
      SlotUnavailable,
      ChangeTooLate,
      TransitionRefused,
      BookingShared,
      BookingVersionConflict,
    ] as const,
});
