import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { Booking } from '../bookings/booking.graphql.ts';
import { BookingVersionConflict, TransitionRefused } from '../bookings/booking-result.graphql.ts';
import { OrganizerChangeInput } from '../confirmation/confirmation.graphql.ts';

@InputType()
export class MarkNoShowInput extends OrganizerChangeInput {
  @Field(() => [ID], { nullable: true, description: 'Guests of the booking, `att_…`.' })
  attendeeIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Hosts of the booking, `usr_…`.' })
  hostIds?: string[] | null;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'False takes the mark back. Who is not named stays as they were.',
  })
  noShow!: boolean;
}

@ObjectType()
export class NoShowMarked {
  constructor(booking: Booking) {
    this.booking = booking;
  }

  @Field(() => Booking)
  booking: Booking;
}

export const MarkNoShowResult = createUnionType({
  name: 'MarkNoShowResult',
  types: () => [NoShowMarked, TransitionRefused, BookingVersionConflict] as const,
});
