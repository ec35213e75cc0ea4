import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { registerEnum } from '#platform/graphql-enum.ts';
import { PageArgs } from '#platform/pagination.ts';
import { DateTime, EmailAddress } from '#platform/scalars.ts';
import { BookingStatus } from '../bookings/booking.graphql.ts';
import type { BookingStatus as BookingStatusName } from '../domain/booking-state.ts';

export const BookingOrderField = registerEnum<'STARTS_AT' | 'ENDS_AT' | 'CREATED_AT' | 'UPDATED_AT'>(
  'BookingOrderField',
  'What a list of bookings is ordered by; bookings with equal values follow in the order of their ids.',
  { STARTS_AT: '', ENDS_AT: '', CREATED_AT: '', UPDATED_AT: '' },
);

export const OrderDirection = registerEnum<'ASC' | 'DESC'>(
  'OrderDirection',
  'Which end of a list comes first.',
  {
    ASC: 'The smallest, or earliest.',
    DESC: 'The largest, or latest.',
  },
);

@InputType({
  description:
    'Bookings that fit all that is given; of a list, which has up to 100, any item. Each instant is one end of a span that another may close.',
})
export class BookingFilter {
  @Field(() => [ID], { nullable: true, description: 'Bookings that are known already.' })
  ids?: string[] | null;

  @Field(() => [BookingStatus], { nullable: true })
  statuses?: BookingStatusName[] | null;

  @Field(() => [ID], { nullable: true, description: 'Users who host.' })
  hostIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Teams whose event types were booked.' })
  teamIds?: string[] | null;

  @Field(() => [ID], { nullable: true })
  eventTypeIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Series that they belong to.' })
  seriesIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Rooms and equipment that are taken.' })
  resourceIds?: string[] | null;

  @Field(() => EmailAddress, { nullable: true, description: 'Of a guest who booked, in any spelling.' })
  attendeeEmail?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Words, up to 200 characters; each begins a word of the name of one guest who booked, in any order: `gra hop` finds Grace Hopper.',
  })
  attendeeName?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether a guest or a host is marked as not having come.',
  })
  noShow?: boolean | null;

  @Field(() => DateTime, { nullable: true, description: 'Starts at or after this instant.' })
  startsFrom?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Starts before this instant.' })
  startsBefore?: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Ends after this instant: with `startsBefore`, whatever touches a span.',
  })
  endsAfter?: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Ends at or before this instant: with `startsFrom`, whatever lies in a span.',
  })
  endsBy?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Booked at or after this instant.' })
  createdFrom?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Booked before this instant.' })
  createdBefore?: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Changed at or after this instant: what a partner missed.',
  })
  updatedSince?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Last changed before this instant.' })
  updatedBefore?: Date | null;
}

@InputType()
export class BookingOrder {
  @Field(() => BookingOrderField)
  field!: keyof typeof BookingOrderField;

  @Field(() => OrderDirection)
  direction!: keyof typeof OrderDirection;
}

@ArgsType()
export class BookingsArgs extends PageArgs {
  @Field(() => BookingFilter, { nullable: true })
  filter?: BookingFilter | null;

  @Field(() => BookingOrder, { nullable: true, description: 'Left out: by start, earliest first.' })
  orderBy?: BookingOrder | null;
}
