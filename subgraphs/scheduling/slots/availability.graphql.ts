import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CalendarDate, DateTime, TimeZone } from '#platform/scalars.ts';
import { EventTypeSettingsInput } from '../event-types/event-type-input.graphql.ts';
import { User } from '../owners/owner.graphql.ts';
import { LocalIntervalInput, WeeklyHoursInput } from '../schedules/schedule.graphql.ts';
import { Slot, SlotVerdict, SlotWarning } from './slot.graphql.ts';

@ObjectType({ description: 'One time of a day: offered, or the reasons why not.' })
export class DayTime {
  @Field(() => DateTime)
  startsAt!: Date;

  @Field(() => DateTime)
  endsAt!: Date;

  @Field(() => Boolean, { description: 'Whether `slots` offers it.' })
  bookable!: boolean;

  @Field(() => [SlotVerdict], { description: 'What speaks against it; empty where it can be booked.' })
  failures!: SlotVerdict[];
}

@ObjectType({ description: 'A whole day of an event type: what is offered, and why the rest is not.' })
export class DayExplanation {
  @Field(() => CalendarDate)
  date!: string;

  @Field(() => [DayTime], {
    description: "Every time on the grid of the hosts' hours, taken or not, in order. Empty on a day off.",
  })
  times!: DayTime[];

  @Field(() => [SlotVerdict], {
    description: 'Where no time is on the grid: what speaks against noon of that day.',
  })
  closedBecause!: SlotVerdict[];
}

@ObjectType({ description: 'A stretch of free time.' })
export class FreeInterval {
  @Field(() => DateTime)
  startsAt!: Date;

  @Field(() => DateTime)
  endsAt!: Date;
}

@ObjectType({ description: 'When one person works and nothing is taken.' })
export class Availability {
  @Field(() => User)
  user!: User;

  @Field(() => [FreeInterval], {
    nullable: true,
    description: 'In order. Null for somebody who shares no team with you.',
  })
  free!: FreeInterval[] | null;

  @Field(() => [SlotWarning])
  warnings!: SlotWarning[];

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the calendar that was read longest ago was read; null where none is connected.',
  })
  calendarsSyncedAt!: Date | null;
}

@InputType({ description: 'Changes of an event type that are tried out.' })
export class SimulatedEventTypeInput extends EventTypeSettingsInput {
  @Field(() => Int, { nullable: true, description: '1 to 1440.' })
  durationMinutes?: number | null;
}

@InputType()
class SimulatedOverrideInput {
  @Field(() => CalendarDate)
  date!: string;

  @Field(() => [LocalIntervalInput], { description: 'Up to 24; empty makes a day off.' })
  intervals!: LocalIntervalInput[];
}

@InputType({ description: "Hours that are tried out in the place of hosts' own." })
export class SimulatedScheduleInput {
  @Field(() => ID, { nullable: true, description: 'Whose hours; left out: those of every host.' })
  hostId?: string | null;

  @Field(() => TimeZone)
  timeZone!: string;

  @Field(() => [WeeklyHoursInput], { description: 'Up to 100; they must not overlap.' })
  hours!: WeeklyHoursInput[];

  @Field(() => [SimulatedOverrideInput], { defaultValue: [], description: 'Up to 366.' })
  overrides!: SimulatedOverrideInput[];
}

@InputType()
export class SimulateSlotsInput {
  @Field(() => ID)
  eventTypeId!: string;

  @Field(() => DateTime)
  from!: Date;

  @Field(() => DateTime)
  to!: Date;

  @Field(() => TimeZone, { description: 'The zone of `date`.' })
  timeZone!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'One of the durations of the draft; left out: its default one.',
  })
  durationMinutes?: number | null;

  @Field(() => SimulatedEventTypeInput, { nullable: true })
  eventType?: SimulatedEventTypeInput | null;

  @Field(() => SimulatedScheduleInput, { nullable: true })
  schedule?: SimulatedScheduleInput | null;
}

@ObjectType({ description: 'What drafts would do to the slots. Nothing is stored.' })
export class SlotSimulation {
  @Field(() => Int, { description: 'Slots as they are.' })
  before!: number;

  @Field(() => Int, { description: 'Slots with the drafts.' })
  after!: number;

  @Field(() => [Slot], { description: 'Slots with the drafts, the first 1,000.' })
  slots!: Slot[];

  @Field(() => [Slot], { description: 'Times that would become bookable, the first 1,000.' })
  added!: Slot[];

  @Field(() => [Slot], { description: 'Times that would not be bookable any more, the first 1,000.' })
  removed!: Slot[];
}
