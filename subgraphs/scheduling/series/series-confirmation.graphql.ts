import { createUnionType, Field, InputType, ObjectType } from 'type-graphql';
import { Booking } from '../bookings/booking.graphql.ts';
import {
  BookingVersionConflict,
  SlotUnavailable,
  TransitionRefused,
} from '../bookings/booking-result.graphql.ts';
import { SlotVerdict } from '../slots/slot.graphql.ts';
import { BookingSeries, SeriesStepInput } from './series.graphql.ts';

@InputType()
export class ConfirmSeriesInput extends SeriesStepInput {}

@InputType()
export class DeclineSeriesInput extends SeriesStepInput {
  @Field(() => String, { nullable: true, description: 'Told to the guest; up to 1,000 characters.' })
  reason?: string | null;
}

@ObjectType({ description: 'A booking of a series that could not be confirmed. It goes on to wait.' })
export class RefusedConfirmation {
  @Field(() => Booking)
  booking!: Booking;

  @Field(() => [SlotVerdict], { description: 'What stands against its time, as `explainSlot` would say it.' })
  reasons!: SlotVerdict[];
}

@ObjectType()
export class SeriesConfirmed {
  constructor(series: BookingSeries, bookings: Booking[], refused: RefusedConfirmation[]) {
    this.series = series;
    this.bookings = bookings;
    this.refused = refused;
  }

  @Field(() => BookingSeries)
  series: BookingSeries;

  @Field(() => [Booking], { description: 'Those that were confirmed, at least one.' })
  bookings: Booking[];

  @Field(() => [RefusedConfirmation], { description: 'Those whose time is gone.' })
  refused: RefusedConfirmation[];
}

export const ConfirmSeriesResult = createUnionType({
  name: 'ConfirmSeriesResult',
  types: () => [SeriesConfirmed, SlotUnavailable, TransitionRefused, BookingVersionConflict] as const,
});

@ObjectType()
export class SeriesDeclined {
  constructor(series: BookingSeries, bookings: Booking[]) {
    this.series = series;
    this.bookings = bookings;
  }

  @Field(() => BookingSeries)
  series: BookingSeries;

  @Field(() => [Booking], { description: 'Those that were declined.' })
  bookings: Booking[];
}

export const DeclineSeriesResult = createUnionType({
  name: 'DeclineSeriesResult',
  types: () => [SeriesDeclined, TransitionRefused, BookingVersionConflict] as const,
});
