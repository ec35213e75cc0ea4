import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { registerEnum } from '#platform/graphql-enum.ts';
import { idempotencyKeyDescription } from '#platform/idempotency.ts';
import { CalendarDate, DateTime, TimeZone } from '#platform/scalars.ts';
import { GuestRequestInput } from '../bookings/booking.graphql.ts';
import type { RecurrenceFrequency as Frequency } from '../domain/recurrence.ts';
import type { SeriesScope as Scope, SeriesStrategy as Strategy } from '../domain/series.ts';
import type { WaivableRule as WaivableRuleName } from '../domain/waiver.ts';
import { RecurrenceFrequency } from '../event-types/recurrence.graphql.ts';
import { privateLinkDescription } from '../private-links/private-link.graphql.ts';
import { Weekday, type WeekdayName } from '../schedules/schedule.graphql.ts';
import { Slot, SlotVerdict } from '../slots/slot.graphql.ts';
import { WaivableRule, waiveDescription, waiveReasonDescription } from '../waivers/waiver.graphql.ts';

const timeZoneDescription =
  'Whose clocks count: all occurrences start at the same wall time there, before and after a change of clocks.';
const manageTokenDescription = 'The secret of the link that the guest was given.';

const SeriesStrategy = registerEnum<Strategy>(
  'SeriesStrategy',
  'What becomes of occurrences that cannot be had.',
  {
    FAIL: 'All or none: if one cannot be had, nothing happens and `SeriesConflict` names it.',
    SKIP: 'They are left out; when a series moves, they stay where they are.',
    SHIFT:
      "They go to the next free start of the same day of the series' zone; where there is none, as SKIP.",
  },
);

const SeriesScope = registerEnum<Scope>('SeriesScope', 'Which bookings of a series are meant.', {
  THIS: 'The named booking only.',
  FOLLOWING: 'It and all that come after it in the series.',
  ALL: 'All that are not over.',
});

@ObjectType({ description: 'How a meeting comes again.' })
export class RecurrenceRule {
  @Field(() => RecurrenceFrequency)
  frequency!: Frequency;

  @Field(() => Int, { description: '1: every week, month or year; 2: every other one.' })
  interval!: number;

  @Field(() => [Weekday], { description: 'Of WEEKLY; empty: the weekday of the first occurrence.' })
  byWeekday!: readonly WeekdayName[];

  @Field(() => Int, { nullable: true, description: 'How many occurrences; null where `until` ends them.' })
  count!: number | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: "The last date that counts, in the series' zone.",
  })
  until!: string | null;
}

@InputType({ description: 'How a meeting comes again. Give either `count` or `until`.' })
export class RecurrenceRuleInput {
  @Field(() => RecurrenceFrequency, { description: 'One of `EventType.recurrence.frequencies`.' })
  frequency!: Frequency;

  @Field(() => Int, { defaultValue: 1, description: '1 to 12: 2 is every other week, month or year.' })
  interval!: number;

  @Field(() => [Weekday], {
    nullable: true,
    description: 'Only for WEEKLY, with the weekday of the first occurrence among them.',
  })
  byWeekday?: WeekdayName[] | null;

  @Field(() => Int, {
    nullable: true,
    description: '2 to `EventType.recurrence.maxOccurrences`, the first one counted.',
  })
  count?: number | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      "The last date on which one may start, in the series' zone; `maxOccurrences` until then at the most.",
  })
  until?: string | null;
}

@ObjectType({ description: 'One occurrence of a series before it is booked or moved.' })
export class SeriesOccurrence {
  @Field(() => Int, { description: '1 for the first.' })
  position!: number;

  @Field(() => DateTime)
  startsAt!: Date;

  @Field(() => DateTime)
  endsAt!: Date;

  @Field(() => Boolean, {
    description: 'True exactly when no verdict fails, the occurrences before it booked.',
  })
  bookable!: boolean;

  @Field(() => [SlotVerdict], { description: 'One for every rule and host, failures first.' })
  verdicts!: SlotVerdict[];

  @Field(() => Slot, {
    nullable: true,
    description: 'Where it is not bookable: the next slot of that day or the day after; null: there is none.',
  })
  alternative!: Slot | null;
}

@ObjectType({ description: 'Which occurrences of a series can be booked.' })
export class SeriesPreview {
  @Field(() => [SeriesOccurrence], { description: 'All of them, in order.' })
  occurrences!: SeriesOccurrence[];

  @Field(() => Int)
  bookableCount!: number;
}

@ObjectType({ description: 'An occurrence that could not be had.' })
export class SkippedOccurrence {
  @Field(() => Int, { description: 'Its place in the series, 1 for the first.' })
  position!: number;

  @Field(() => DateTime, { description: 'Where it would have started.' })
  startsAt!: Date;
}

@ObjectType({ description: 'An occurrence that was moved within its day.' })
export class ShiftedOccurrence extends SkippedOccurrence {
  @Field(() => DateTime, { description: 'Where it starts instead.' })
  movedTo!: Date;
}

@Access({ to: 'PUBLIC' })
@ObjectType({ description: 'Bookings that were made together.' })
export class BookingSeries {
  @Field(() => ID, { description: '`ser_…`' })
  id!: string;

  @Field(() => TimeZone, { description: timeZoneDescription })
  timeZone!: string;

  @Field(() => DateTime)
  createdAt!: Date;
}

@ArgsType()
export class PreviewSeriesArgs {
  @Field(() => ID)
  eventTypeId!: string;

  @Field(() => DateTime, { description: 'The first occurrence.' })
  startsAt!: Date;

  @Field(() => TimeZone, { description: timeZoneDescription })
  timeZone!: string;

  @Field(() => RecurrenceRuleInput)
  rule!: RecurrenceRuleInput;

  @Field(() => Int, {
    nullable: true,
    description: 'One of `durationOptionsMinutes`; left out: the default one.',
  })
  durationMinutes?: number | null;

  @Field(() => String, { nullable: true, description: privateLinkDescription })
  privateLink?: string | null;
}

@InputType()
export class CreateSeriesInput extends GuestRequestInput {
  @Field(() => DateTime, { description: 'The first occurrence.' })
  startsAt!: Date;

  @Field(() => TimeZone, { description: timeZoneDescription })
  timeZone!: string;

  @Field(() => RecurrenceRuleInput)
  rule!: RecurrenceRuleInput;

  @Field(() => SeriesStrategy, { defaultValue: 'FAIL' })
  strategy!: Strategy;

  @Field(() => [WaivableRule], {
    nullable: true,
    description: `${waiveDescription} Asked of each occurrence on its own; a host who does not manage the event type has to host them all.`,
  })
  waive?: WaivableRuleName[] | null;

  @Field(() => String, { nullable: true, description: waiveReasonDescription })
  waiveReason?: string | null;
}

/** What every change of a series takes. */
@InputType()
export abstract class SeriesStepInput {
  @Field(() => ID, { description: 'A booking of the series.' })
  bookingId!: string;

  @Field(() => SeriesScope)
  scope!: Scope;

  @Field(() => Int, {
    nullable: true,
    description: 'Refuses the change if the named booking has another version by now.',
  })
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: idempotencyKeyDescription })
  idempotencyKey?: string | null;
}

/** What guests can change too. */
@InputType()
abstract class SeriesChangeInput extends SeriesStepInput {
  @Field(() => String, { nullable: true, description: manageTokenDescription })
  manageToken?: string | null;

  @Field(() => String, { nullable: true, description: 'Told to the other side; up to 1,000 characters.' })
  reason?: string | null;
}

@InputType()
export class CancelSeriesInput extends SeriesChangeInput {}

@InputType()
export class RescheduleSeriesInput extends SeriesChangeInput {
  @Field(() => DateTime, {
    description:
      "The new start of the named booking. The others move by as much on the clocks of the series' zone: by a day and an hour, say.",
  })
  startsAt!: Date;

  @Field(() => SeriesStrategy, { defaultValue: 'FAIL' })
  strategy!: Strategy;
}
