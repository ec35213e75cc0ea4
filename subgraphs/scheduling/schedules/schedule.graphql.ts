import { createUnionType, Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { registerEnum } from '#platform/graphql-enum.ts';
import { CalendarDate, LocalTime, TimeZone } from '#platform/scalars.ts';
import { Problem, type ProblemCode } from '../problem.graphql.ts';

/** In the order of ISO 8601: the first is day 1. */
export const weekdays = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const;
export type WeekdayName = (typeof weekdays)[number];

export const Weekday = registerEnum<WeekdayName>('Weekday', 'A day of the week.', {
  MONDAY: '',
  TUESDAY: '',
  WEDNESDAY: '',
  THURSDAY: '',
  FRIDAY: '',
  SATURDAY: '',
  SUNDAY: '',
});

@ObjectType({ description: 'Hours that repeat every week.' })
export class WeeklyHours {
  @Field(() => Weekday, { description: 'The day on which the hours start.' })
  weekday!: WeekdayName;

  @Field(() => LocalTime)
  startsAt!: string;

  @Field(() => LocalTime, { description: 'Not later than `startsAt` means on the next day.' })
  endsAt!: string;
}

@ObjectType({ description: 'Part of a day, in the wall time of its schedule.' })
export class LocalInterval {
  @Field(() => LocalTime)
  startsAt!: string;

  @Field(() => LocalTime, { description: 'Not later than `startsAt` means on the next day.' })
  endsAt!: string;
}

@ObjectType({ description: 'What replaces the weekly hours on one date.' })
export class ScheduleOverride {
  @Field(() => CalendarDate)
  date!: string;

  @Field(() => [LocalInterval], { description: 'Empty: a day off.' })
  intervals!: LocalInterval[];
}

@ObjectType({ description: 'When somebody can be met, in the wall time of one zone.' })
export class Schedule {
  @Field(() => ID, { description: '`sch_…`' })
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => TimeZone, { description: 'The zone of the hours: 09:00 stays 09:00 when its clocks change.' })
  timeZone!: string;

  @Field(() => Boolean, { description: 'Whether event types use it that name no other.' })
  isDefault!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'The country, or part of one, whose public holidays are days off: `DE`, `DE-BY`. An override of such a date goes before.',
  })
  holidayRegion!: string | null;

  @Field(() => Int, { description: 'Grows with every change.' })
  version!: number;
}

@InputType()
export class WeeklyHoursInput {
  @Field(() => Weekday)
  weekday!: WeekdayName;

  @Field(() => LocalTime)
  startsAt!: string;

  @Field(() => LocalTime, {
    description: 'Not later than `startsAt` means on the next day; `24:00` is midnight.',
  })
  endsAt!: string;
}

/** With the weekday as ISO 8601 counts it. */
export const numberedHours = ({ weekday, startsAt, endsAt }: WeeklyHoursInput) => ({
  weekday: weekdays.indexOf(weekday) + 1,
  startsAt,
  endsAt,
});

@InputType()
export class LocalIntervalInput {
  @Field(() => LocalTime)
  startsAt!: string;

  @Field(() => LocalTime, {
    description: 'Not later than `startsAt` means on the next day; `24:00` is midnight.',
  })
  endsAt!: string;
}

@InputType()
export class SetWeeklyHoursInput {
  @Field(() => ID)
  scheduleId!: string;

  @Field(() => TimeZone, {
    nullable: true,
    description: 'A new zone for the whole schedule; left out, it stays.',
  })
  timeZone?: string | null;

  @Field(() => [WeeklyHoursInput], {
    description: 'All hours of the week, up to 100; they must not overlap.',
  })
  hours!: WeeklyHoursInput[];

  @Field(() => Int, {
    nullable: true,
    description: 'Refuses the change if the schedule has another version by now.',
  })
  expectedVersion?: number | null;
}

@InputType()
export class SetDateOverrideInput {
  @Field(() => ID)
  scheduleId!: string;

  @Field(() => CalendarDate, { description: 'Today or later, in the zone of the schedule.' })
  date!: string;

  @Field(() => [LocalIntervalInput], { description: 'Up to 24; empty makes a day off.' })
  intervals!: LocalIntervalInput[];

  @Field(() => Int, {
    nullable: true,
    description: 'Refuses the change if the schedule has another version by now.',
  })
  expectedVersion?: number | null;
}

@InputType()
export class DateOverrideInput {
  @Field(() => CalendarDate, { description: 'Today or later, in the zone of the schedule; each date once.' })
  date!: string;

  @Field(() => [LocalIntervalInput], { description: 'Up to 24; empty makes a day off.' })
  intervals!: LocalIntervalInput[];
}

@InputType()
export class SetDateOverridesInput {
  @Field(() => ID)
  scheduleId!: string;

  @Field(() => [DateOverrideInput], {
    description: '1 to 366 dates. A schedule keeps up to 366 overrides from today on.',
  })
  overrides!: DateOverrideInput[];

  @Field(() => Int, {
    nullable: true,
    description: 'Refuses the change if the schedule has another version by now.',
  })
  expectedVersion?: number | null;
}

@InputType()
export class DeleteDateOverrideInput {
  @Field(() => ID)
  scheduleId!: string;

  @Field(() => CalendarDate)
  date!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Refuses the change if the schedule has another version by now.',
  })
  expectedVersion?: number | null;
}

@ObjectType()
export class ScheduleUpdated {
  constructor(schedule: Schedule) {
    this.schedule = schedule;
  }

  @Field(() => Schedule)
  schedule: Schedule;
}

@Directive('@shareable')
@ObjectType({ implements: Problem })
export class VersionConflict extends Problem {
  override code: ProblemCode = 'VERSION_CONFLICT';

  constructor(currentVersion: number) {
    super();
    this.currentVersion = currentVersion;
    this.message = `It was changed meanwhile and is at version ${currentVersion}.`;
  }

  @Field(() => Int)
  currentVersion: number;
}

export const SetWeeklyHoursResult = createUnionType({
  name: 'SetWeeklyHoursResult',
  types: () => [ScheduleUpdated, VersionConflict] as const,
});

export const SetDateOverrideResult = createUnionType({
  name: 'SetDateOverrideResult',
  types: () => [ScheduleUpdated, VersionConflict] as const,
});

export const SetDateOverridesResult = createUnionType({
  name: 'SetDateOverridesResult',
  types: () => [ScheduleUpdated, VersionConflict] as const,
});

export const DeleteDateOverrideResult = createUnionType({
  name: 'DeleteDateOverrideResult',
  types: () => [ScheduleUpdated, VersionConflict] as const,
});
