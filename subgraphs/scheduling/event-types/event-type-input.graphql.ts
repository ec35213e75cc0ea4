import { Field, ID, InputType, Int } from 'type-graphql';
import { TimeZone } from '#platform/scalars.ts';
import type { BookingFieldType as BookingFieldTypeName } from '../domain/booking-fields.ts';
import type { SchedulingMode as SchedulingModeName } from '../domain/event-type.ts';
import { BookingFieldType, SchedulingMode } from './event-type.graphql.ts';

@InputType()
class LocationInput {
  @Field(() => String, { description: '`IN_PERSON`, `PHONE` or `LINK`.' })
  kind!: string;

  @Field(() => String, { description: '1 to 500 characters.' })
  label!: string;
}

@InputType()
class BookingFieldOptionInput {
  @Field(() => String)
  value!: string;

  @Field(() => String)
  label!: string;
}

@InputType()
class BookingFieldInput {
  @Field(() => String, {
    description: 'Lower case letters, digits and single hyphens between them, up to 60.',
  })
  slug!: string;

  @Field(() => String)
  label!: string;

  @Field(() => BookingFieldType)
  type!: BookingFieldTypeName;

  @Field(() => Boolean, { defaultValue: false })
  required!: boolean;

  @Field(() => [BookingFieldOptionInput], { defaultValue: [] })
  options!: BookingFieldOptionInput[];
}

/** What creating and updating share; on an update, what is left out stays. */
@InputType()
export abstract class EventTypeSettingsInput {
  @Field(() => String, { nullable: true, description: 'Up to 5,000 characters of plain text.' })
  description?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it can be booked; yes for a new one.' })
  isActive?: boolean | null;

  @Field(() => [Int], {
    nullable: true,
    description: 'Up to 10 more durations that the guest may choose, 1 to 1440 each.',
  })
  durationOptionsMinutes?: number[] | null;

  @Field(() => Int, {
    nullable: true,
    description: '1 to 1440 from one start to the next; null: the duration.',
  })
  slotIntervalMinutes?: number | null;

  @Field(() => Int, { nullable: true, description: '0 to 480 minutes kept free before each booking.' })
  bufferBeforeMinutes?: number | null;

  @Field(() => Int, { nullable: true, description: '0 to 480 minutes kept free after each booking.' })
  bufferAfterMinutes?: number | null;

  @Field(() => Int, { nullable: true, description: '0 to 525600; a new event type has 120.' })
  minimumNoticeMinutes?: number | null;

  @Field(() => TimeZone, { nullable: true })
  lockedTimeZone?: string | null;

  @Field(() => [LocationInput], { nullable: true, description: 'Up to 10.' })
  locations?: LocationInput[] | null;

  @Field(() => [BookingFieldInput], { nullable: true, description: 'Up to 50 questions.' })
  bookingFields?: BookingFieldInput[] | null;
}

@InputType()
export class CreateEventTypeInput extends EventTypeSettingsInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A team of which the user is an admin; left out: the user.',
  })
  ownerId?: string | null;

  @Field(() => String, { description: '1 to 200 characters.' })
  title!: string;

  @Field(() => String, { description: '1 to 60 lower case letters, digits and single hyphens between them.' })
  slug!: string;

  @Field(() => Int, { description: '1 to 1440.' })
  durationMinutes!: number;

  @Field(() => SchedulingMode, { defaultValue: 'SOLO', description: 'Anything but SOLO needs a team.' })
  schedulingMode!: SchedulingModeName;

  @Field(() => [ID], {
    nullable: true,
    description: 'Users who take the bookings, members of the team; left out: the user.',
  })
  hostIds?: string[] | null;
}

@InputType()
export class UpdateEventTypeInput extends EventTypeSettingsInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true, description: '1 to 200 characters.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Old addresses stop working at once.' })
  slug?: string | null;

  @Field(() => Int, { nullable: true, description: '1 to 1440.' })
  durationMinutes?: number | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Replaces the hosts. Bookings that were made stay with theirs.',
  })
  hostIds?: string[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Refuses the change if the event type has another version by now.',
  })
  expectedVersion?: number | null;
}
