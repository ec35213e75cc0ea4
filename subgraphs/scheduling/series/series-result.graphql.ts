import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Booking } from '../bookings/booking.graphql.ts';
import {
  BookingShared,
  BookingVersionConflict,
  ChangeTooLate,
  InvalidAnswers,
  PrivateLinkSpent,
  ReasonRequired,
  TransitionRefused,
} from '../bookings/booking-result.graphql.ts';
import { Problem, type ProblemCode } from '../problem.graphql.ts';
import { BookingSeries, SeriesOccurrence, ShiftedOccurrence, SkippedOccurrence } from './series.graphql.ts';

@ObjectType()
export class SeriesCreated {
  constructor(series: BookingSeries, manageToken: string) {
    this.series = series;
    this.manageToken = manageToken;
  }

  @Field(() => BookingSeries)
  series: BookingSeries;

  @Field(() => String, {
    description:
      'The secret for the link with which the guest sees, moves and cancels all bookings of the series. Shown once.',
  })
  manageToken: string;
}

@ObjectType({ implements: Problem })
export class SeriesConflict extends Problem {
  override code: ProblemCode = 'SERIES_CONFLICT';
  override message = 'Not all occurrences can be booked.';

  constructor(occurrences: SeriesOccurrence[]) {
    super();
    this.occurrences = occurrences;
  }

  @Field(() => [SeriesOccurrence], {
    description:
      'Those that cannot be had. Empty where somebody was faster with something that is free again: ask once more.',
  })
  occurrences: SeriesOccurrence[];
}

export const CreateSeriesResult = createUnionType({
  name: 'CreateSeriesResult',
  types: () => [SeriesCreated, SeriesConflict, InvalidAnswers, PrivateLinkSpent] as const,
});

@ObjectType()
export class SeriesCancelled {
  constructor(series: BookingSeries, bookings: Booking[]) {
    this.series = series;
    this.bookings = bookings;
  }

  @Field(() => BookingSeries)
  series: BookingSeries;

  @Field(() => [Booking], { description: 'Those that were cancelled.' })
  bookings: Booking[];
}

export const CancelSeriesResult = createUnionType({
  name: 'CancelSeriesResult',
  types: () =>
    [SeriesCancelled, TransitionRefused, ChangeTooLate, ReasonRequired, BookingVersionConflict] as const,
});

@ObjectType()
export class SeriesRescheduled extends SeriesCancelled {
  constructor(
    series: BookingSeries,
    bookings: Booking[],
    { skipped, shifted }: { skipped: SkippedOccurrence[]; shifted: ShiftedOccurrence[] },
  ) {
    super(series, bookings);
    this.skipped = skipped;
    this.shifted = shifted;
  }

  @Field(() => [Booking], { description: 'Those that moved.' })
  override bookings!: Booking[];

  @Field(() => [SkippedOccurrence], {
    description: 'Where others should have gone, which stay where they were.',
  })
  skipped: SkippedOccurrence[];

  @Field(() => [ShiftedOccurrence], { description: 'Those that went elsewhere on the day.' })
  shifted: ShiftedOccurrence[];
}

export const RescheduleSeriesResult = createUnionType({
  name: 'RescheduleSeriesResult',
  types: () =>
    [
      SeriesRescheduled,
      SeriesConflict,
      TransitionRefused,
      ChangeTooLate,
      BookingShared,
      BookingVersionConflict,
    ] as const,
});
