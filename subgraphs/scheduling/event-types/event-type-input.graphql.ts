import { Field, ID, InputType, Int } from 'type-graphql';
import { TimeZone } from '#platform/scalars.ts';
import type { ReasonRequirement as ReasonRequirementName } from '../domain/change-policy.ts';
import type { SchedulingMode as SchedulingModeName, Visibility } from '../domain/event-type.ts';
import { ResourceRequirementInput } from '../resources/resource.graphql.ts';
import { BookingFieldInput, LocationInput } from './booking-form-input.graphql.ts';
import { BookingLimitInput } from './booking-limit.graphql.ts';
import { BookingWindowInput } from './booking-window.graphql.ts';
import { EventTypeVisibility, ReasonRequirement, SchedulingMode } from './event-type.graphql.ts';
import { EventTypeHostInput, HostGroupInput } from './event-type-host.graphql.ts';
import { RecurrenceInput } from './recurrence.graphql.ts';
import { RoundRobinInput } from './round-robin.graphql.ts';

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

  @Field(() => Int, {
    nullable: true,
    description: '0 to 1439 minutes by which slots begin later than the hours; 0 for a new one.',
  })
  startOffsetMinutes?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether slots begin where free time does, at the next five minutes; no for a new one.',
  })
  isOptimized?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether only the first slot of each day is offered; no for a new one.',
  })
  isFirstOfDayOnly?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the buffers also keep distance from events of other calendars; yes for a new one.',
  })
  padsForeignEvents?: boolean | null;

  @Field(() => Int, { nullable: true, description: '0 to 480 minutes kept free before each booking.' })
  bufferBeforeMinutes?: number | null;

  @Field(() => Int, { nullable: true, description: '0 to 480 minutes kept free after each booking.' })
  bufferAfterMinutes?: number | null;

  @Field(() => Int, { nullable: true, description: '0 to 525600; a new event type has 120.' })
  minimumNoticeMinutes?: number | null;

  @Field(() => BookingWindowInput, {
    nullable: true,
    description: 'How far ahead can be booked; a new event type has 60 CALENDAR_DAYS.',
  })
  bookingWindow?: BookingWindowInput | null;

  @Field(() => [BookingLimitInput], {
    nullable: true,
    description:
      'All limits, up to 10, no two of the same scope, unit, period and days; replaces those it had.',
  })
  limits?: BookingLimitInput[] | null;

  @Field(() => RoundRobinInput, {
    nullable: true,
    description:
      'Replaces all of it. Counting begins anew where `resetInterval` or `countsNoShows` becomes another.',
  })
  roundRobin?: RoundRobinInput | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'A schedule of the user or of a host, within whose hours slots lie too, whoever hosts; null: none.',
  })
  restrictionScheduleId?: string | null;

  @Field(() => EventTypeVisibility, { nullable: true, description: 'PUBLIC for a new one.' })
  visibility?: Visibility | null;

  @Field(() => Int, {
    nullable: true,
    description:
      '2 to 1,000 guests who share a slot; null: a slot is for one. Guests who have a seat keep it when there are fewer.',
  })
  seatsPerSlot?: number | null;

  @Field(() => RecurrenceInput, {
    nullable: true,
    description:
      'Which series guests may book; null: single bookings only. Not where guests share slots: `createSeries` refuses those.',
  })
  recurrence?: RecurrenceInput | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether a host has to confirm before a booking takes place; no for a new one. Not with seats or payment.',
  })
  requiresConfirmation?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description:
      '1 to 525600: with `requiresConfirmation`, only bookings that start in fewer minutes wait for a host; null: all.',
  })
  confirmationThresholdMinutes?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether guests may ask for a meeting at once, which the first host who accepts gets; no for a new one. Only for SOLO and ROUND_ROBIN, not with seats or payment; accepting confirms it.',
  })
  isInstant?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description:
      '30 to 600: how long hosts have to accept a meeting that is to start at once; 90 for a new one.',
  })
  instantAcceptSeconds?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether a booking that waits for a host keeps others from its time; yes for a new one. If not, several can ask for one slot, and the first to be confirmed gets it.',
  })
  pendingTakesTime?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether a booking waits up to 30 minutes for its payment, its time taken; no for a new one. Not with seats or confirmation.',
  })
  requiresPayment?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether guests cannot cancel; no for a new one.' })
  disallowsCancellation?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether guests cannot move a booking; no for a new one.',
  })
  disallowsReschedule?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: '0 to 525600 minutes before the start, from which on guests cannot cancel; null: they can.',
  })
  cancellationCutoffMinutes?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: '0 to 525600 minutes before the start, from which on guests cannot move it; null: they can.',
  })
  rescheduleCutoffMinutes?: number | null;

  @Field(() => ReasonRequirement, { nullable: true, description: 'NOBODY for a new one.' })
  requiresCancellationReason?: ReasonRequirementName | null;

  @Field(() => String, { nullable: true, description: '1 to 2,000 characters of plain text; null: none.' })
  cancellationPolicy?: string | null;

  @Field(() => TimeZone, { nullable: true })
  lockedTimeZone?: string | null;

  @Field(() => [LocationInput], { nullable: true, description: 'Up to 10.' })
  locations?: LocationInput[] | null;

  @Field(() => [HostGroupInput], {
    nullable: true,
    description:
      'All groups, up to 20, of a COLLECTIVE event type; `hosts` say who is in which. Replaces those it had.',
  })
  hostGroups?: HostGroupInput[] | null;

  @Field(() => [ResourceRequirementInput], {
    nullable: true,
    description: 'All rooms and equipment that a booking takes, up to 10 sets; replaces those it had.',
  })
  resourceRequirements?: ResourceRequirementInput[] | null;

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

  @Field(() => [EventTypeHostInput], {
    nullable: true,
    description:
      'Who takes the bookings, each with the schedule to use: 1 to 200, in this order. Instead of `hostIds`.',
  })
  hosts?: EventTypeHostInput[] | null;
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
    description:
      'Replaces the hosts; those who stay keep their schedules. Bookings that were made stay with theirs.',
  })
  hostIds?: string[] | null;

  @Field(() => [EventTypeHostInput], {
    nullable: true,
    description:
      'Who takes the bookings, each with the schedule to use: 1 to 200, in this order. Instead of `hostIds`.',
  })
  hosts?: EventTypeHostInput[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Refuses the change if the event type has another version by now.',
  })
  expectedVersion?: number | null;
}

@InputType()
export class DeleteEventTypeInput {
  @Field(() => ID)
  id!: string;
}
