import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTime } from '#platform/scalars.ts';
import type { EventKindName } from '../../../schema/events.ts';
import { Actor, EventKind } from '../history/booking-history.graphql.ts';
import { Booking } from './booking.graphql.ts';

@InputType({ description: 'Changes that fit all that is given; of a list, any item.' })
export class BookingChangeFilter {
  @Field(() => [ID], { nullable: true, description: 'Users who host.' })
  hostIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Teams whose event types were booked.' })
  teamIds?: string[] | null;

  @Field(() => [ID], { nullable: true })
  eventTypeIds?: string[] | null;

  @Field(() => [ID], { nullable: true })
  bookingIds?: string[] | null;

  @Field(() => [EventKind], { nullable: true })
  kinds?: EventKindName[] | null;
}

@ObjectType({ description: 'Something that happened to a booking.' })
export class BookingChange {
  @Field(() => ID, { description: '`evt_…`: the same for everybody who is told, webhooks included.' })
  id!: string;

  @Field(() => String, { description: 'Give it as `after` to continue behind this change.' })
  cursor!: string;

  @Field(() => EventKind)
  kind!: EventKindName;

  @Field(() => DateTime)
  occurredAt!: Date;

  @Field(() => Actor)
  actor!: Actor;

  @Field(() => Booking, { description: 'The booking as the change left it.' })
  booking!: Booking;
}
