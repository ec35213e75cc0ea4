import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { CacheControl } from '#platform/cache-control.ts';
import { registerEnum } from '#platform/graphql-enum.ts';
import { connectionType } from '#platform/pagination.ts';
import { TimeZone } from '#platform/scalars.ts';
import type { BookingFieldType as BookingFieldTypeName } from '../domain/booking-fields.ts';
import type { ReasonRequirement as ReasonRequirementName } from '../domain/change-policy.ts';
import type { SchedulingMode as SchedulingModeName, Visibility } from '../domain/event-type.ts';
import { BookingLimit } from './booking-limit.graphql.ts';
import { BookingWindow } from './booking-window.graphql.ts';
import { HostGroup } from './event-type-host.graphql.ts';
import { Recurrence } from './recurrence.graphql.ts';
import { RoundRobin } from './round-robin.graphql.ts';

export const SchedulingMode = registerEnum<SchedulingModeName>(
  'SchedulingMode',
  'How the hosts of an event type share its bookings.',
  {
    SOLO: 'One host takes all bookings.',
    ROUND_ROBIN: 'Each booking is taken by one host, in turn among those who are free.',
    COLLECTIVE: 'Every booking is taken by all hosts together, or by so many of each of its `hostGroups`.',
  },
);

export const EventTypeVisibility = registerEnum<Visibility>(
  'EventTypeVisibility',
  'Who gets to see an event type. Those who manage it always do.',
  {
    PUBLIC: 'Everybody; it is listed.',
    HIDDEN: 'It is not listed, and can be seen and booked by whoever has its address.',
    PRIVATE: 'It can only be seen and booked with a private link.',
  },
);

export const ReasonRequirement = registerEnum<ReasonRequirementName>(
  'ReasonRequirement',
  'Who has to say why when they cancel.',
  {
    NOBODY: 'A reason may be given.',
    GUESTS: 'Guests have to give one.',
    EVERYBODY: 'Guests and organizers have to give one.',
  },
);

export const BookingFieldType = registerEnum<BookingFieldTypeName>(
  'BookingFieldType',
  'What kind of answer a question takes.',
  {
    TEXT: 'One line of up to 500 characters.',
    TEXTAREA: 'Up to 10,000 characters.',
    NUMBER: 'A JSON number.',
    PHONE: 'A phone number.',
    EMAIL: 'One e-mail address.',
    MULTI_EMAIL: 'A list of up to 50 e-mail addresses.',
    ADDRESS: 'A postal address on one line.',
    URL: 'An http or https address.',
    SELECT: 'The `value` of one option, from a menu.',
    MULTI_SELECT: 'A list of option values, from a menu.',
    RADIO: 'The `value` of one option, all shown.',
    CHECKBOX: 'A list of option values, all shown.',
    BOOLEAN: 'true or false; a required one has to be true.',
  },
);

@CacheControl({ inheritMaxAge: true })
@ObjectType({ description: 'Where a meeting can take place.' })
export class Location {
  @Field(() => String, { description: '`IN_PERSON`, `PHONE` or `LINK`.' })
  kind!: string;

  @Field(() => String, {
    description: 'The address, number or link, or words that say how it will be agreed.',
  })
  label!: string;
}

@CacheControl({ inheritMaxAge: true })
@ObjectType()
export class BookingFieldOption {
  @Field(() => String)
  value!: string;

  @Field(() => String)
  label!: string;
}

@CacheControl({ inheritMaxAge: true })
@ObjectType({ description: 'A question that the booking page asks.' })
export class BookingField {
  @Field(() => String, { description: 'Names the answer in `answers`.' })
  slug!: string;

  @Field(() => String)
  label!: string;

  @Field(() => BookingFieldType)
  type!: BookingFieldTypeName;

  @Field(() => Boolean)
  required!: boolean;

  @Field(() => [BookingFieldOption], {
    description: 'What can be chosen; empty for questions that are not a choice.',
  })
  options!: readonly BookingFieldOption[];
}

@Access({ to: 'PUBLIC' })
@Directive('@key(fields: "id")')
@ObjectType({ description: 'Something that can be booked: how long, with whom, when and under which rules.' })
export class EventType {
  @Field(() => ID, { description: '`etp_…`' })
  id!: string;

  @Field(() => String, { description: "Second part of the public page's address, unique for its owner." })
  slug!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { nullable: true, description: 'Shown on the public page; plain text.' })
  description!: string | null;

  @Field(() => Boolean, {
    description: 'Whether it can be booked. An inactive one is seen by its owner and hosts only.',
  })
  isActive!: boolean;

  @Field(() => SchedulingMode)
  schedulingMode!: SchedulingModeName;

  @Field(() => Int, { description: 'The duration unless the guest chooses another.' })
  durationMinutes!: number;

  @Field(() => Int, { nullable: true, description: 'From one start to the next; null: the duration.' })
  slotIntervalMinutes!: number | null;

  @Field(() => Int, {
    description: 'How many minutes later than the hours slots begin: with 10 and hours from 09:00 at 09:10.',
  })
  startOffsetMinutes!: number;

  @Field(() => Boolean, {
    description:
      'Whether slots begin where free time does, at the next five minutes, rather than on the grid of the hours.',
  })
  isOptimized!: boolean;

  @Field(() => Boolean, { description: 'Whether only the first slot of each day is offered.' })
  isFirstOfDayOnly!: boolean;

  @Field(() => Int, { description: 'Kept free before each booking.' })
  bufferBeforeMinutes!: number;

  @Field(() => Int, { description: 'Kept free after each booking.' })
  bufferAfterMinutes!: number;

  @Field(() => Boolean, {
    description: 'Whether bookings keep the distance of the buffers from events of other calendars too.',
  })
  padsForeignEvents!: boolean;

  @Field(() => Int, { description: 'How long before its start a slot can still be booked.' })
  minimumNoticeMinutes!: number;

  @Field(() => BookingWindow)
  bookingWindow!: BookingWindow;

  @Field(() => [BookingLimit], {
    description: 'How much can be booked in each period. `bookingLimits` of its owner and hosts come on top.',
  })
  limits!: BookingLimit[];

  @Field(() => EventTypeVisibility, { description: 'Who gets to see it.' })
  visibility!: Visibility;

  @Access({ to: 'USER', scope: 'EVENT_TYPE_READ' })
  @Field(() => RoundRobin, {
    description: 'How its hosts take turns, where they do.',
  })
  roundRobin!: RoundRobin;

  @Field(() => TimeZone, {
    nullable: true,
    description:
      'The zone in which the page shows times to everybody, for meetings at a place; null: the zone of the guest.',
  })
  lockedTimeZone!: string | null;

  @Field(() => Boolean, { description: 'Whether a host has to confirm before a booking takes place.' })
  requiresConfirmation!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Only bookings that start in fewer minutes wait for a host to confirm; null: all.',
  })
  confirmationThresholdMinutes!: number | null;

  @Field(() => Boolean, {
    description: 'Whether a booking that waits for a host keeps others from its time.',
  })
  pendingTakesTime!: boolean;

  @Field(() => Boolean, {
    description: 'Whether a booking takes place only once it is paid, for which there are 30 minutes.',
  })
  requiresPayment!: boolean;

  @Field(() => Int, { nullable: true, description: 'How many guests share a slot; null: a slot is for one.' })
  seatsPerSlot!: number | null;

  @Field(() => Boolean, { description: 'Whether guests cannot cancel; organizers always can.' })
  disallowsCancellation!: boolean;

  @Field(() => Boolean, { description: 'Whether guests cannot move a booking; organizers always can.' })
  disallowsReschedule!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'How long before the start guests can still cancel; null: at any time.',
  })
  cancellationCutoffMinutes!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How long before the start guests can still move it; null: at any time.',
  })
  rescheduleCutoffMinutes!: number | null;

  @Field(() => ReasonRequirement)
  requiresCancellationReason!: ReasonRequirementName;

  @Field(() => String, {
    nullable: true,
    description: 'What guests are told about cancelling and moving, before they book; plain text.',
  })
  cancellationPolicy!: string | null;
  @Field(() => Recurrence, {
    nullable: true,
    description: 'Which series `createSeries` books; null: single bookings only.',
  })
  recurrence!: Recurrence | null;

  @Field(() => Boolean, {
    description: 'Whether `createInstantBooking` can ask for a meeting that starts at once.',
  })
  isInstant!: boolean;

  @Field(() => Int, { description: 'How long hosts have to accept such a meeting; then it expires.' })
  instantAcceptSeconds!: number;
  @Field(() => [HostGroup], {
    description: 'Of each group so many hosts come. Empty where all come, or one does.',
  })
  hostGroups!: HostGroup[];

  @Field(() => [Location])
  locations!: Location[];

  @Field(() => [BookingField])
  bookingFields!: BookingField[];

  @Field(() => Int, { description: 'Grows with every change.' })
  version!: number;
}

export const EventTypeConnection = connectionType('EventType', () => EventType);
