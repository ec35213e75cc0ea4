import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { TimeZone } from '#platform/scalars.ts';
import { Problem, type ProblemCode } from '../problem.graphql.ts';
import { Schedule, ScheduleUpdated, VersionConflict, WeeklyHoursInput } from './schedule.graphql.ts';

@InputType()
export class CreateScheduleInput {
  @Field(() => String, { description: '1 to 100 characters on one line.' })
  name!: string;

  @Field(() => TimeZone)
  timeZone!: string;

  @Field(() => [WeeklyHoursInput], {
    nullable: true,
    description:
      'All hours of the week, up to 100; they must not overlap. Left out: Monday to Friday, 09:00 to 17:00.',
  })
  hours?: WeeklyHoursInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'The country, or part of one, whose public holidays are days off: `DE`, `DE-BY`.',
  })
  holidayRegion?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Event types that name no schedule go by this one from now on.',
  })
  makeDefault?: boolean | null;
}

@InputType({ description: 'What is left out stays as it is.' })
export class UpdateScheduleInput {
  @Field(() => ID)
  scheduleId!: string;

  @Field(() => String, { nullable: true, description: '1 to 100 characters on one line.' })
  name?: string | null;

  @Field(() => TimeZone, {
    nullable: true,
    description: 'The hours stay the same on the clocks of the new zone.',
  })
  timeZone?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Makes it the default one in place of the present one. `false` changes nothing.',
  })
  makeDefault?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The country, or part of one, whose public holidays are days off: `DE`, `DE-BY`. `null`: none.',
  })
  holidayRegion?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Refuses the change if the schedule has another version by now.',
  })
  expectedVersion?: number | null;
}

@InputType()
export class DeleteScheduleInput {
  @Field(() => ID)
  scheduleId!: string;
}

@ObjectType()
export class ScheduleCreated {
  constructor(schedule: Schedule) {
    this.schedule = schedule;
  }

  @Field(() => Schedule)
  schedule: Schedule;
}

@ObjectType()
export class ScheduleDeleted {
  constructor(deletedId: string) {
    this.deletedId = deletedId;
  }

  @Field(() => ID)
  deletedId: string;
}

const NAMED_TYPES = 3;

function usedBy(isDefault: boolean, titles: readonly string[]): string {
  if (isDefault) return 'It is the default schedule: make another one the default first.';
  const named = titles.slice(0, NAMED_TYPES).map(title => `“${title}”`);
  const more = titles.length - named.length;
  return `Others go by it: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}

@ObjectType({ implements: Problem })
export class ScheduleInUse extends Problem {
  override code: ProblemCode = 'SCHEDULE_IN_USE';

  constructor(
    isDefault: boolean,
    eventTypes: readonly { id: string; title: string }[],
    resources: readonly { id: string; name: string }[],
  ) {
    super();
    this.isDefault = isDefault;
    this.eventTypeIds = eventTypes.map(({ id }) => id);
    this.resourceIds = resources.map(({ id }) => id);
    this.message = usedBy(isDefault, [
      ...eventTypes.map(({ title }) => title),
      ...resources.map(({ name }) => name),
    ]);
  }

  @Field(() => Boolean, { description: 'Whether it is the default schedule, which every user has.' })
  isDefault: boolean;

  @Field(() => [ID], { description: 'Event types in which a host or the restriction of hours goes by it.' })
  eventTypeIds: string[];

  @Field(() => [ID], { description: 'Rooms and equipment that go by it.' })
  resourceIds: string[];
}

export const CreateScheduleResult = createUnionType({
  name: 'CreateScheduleResult',
  types: () => [ScheduleCreated] as const,
});

export const UpdateScheduleResult = createUnionType({
  name: 'UpdateScheduleResult',
  types: () => [ScheduleUpdated, VersionConflict] as const,
});

export const DeleteScheduleResult = createUnionType({
  name: 'DeleteScheduleResult',
  types: () => [ScheduleDeleted, ScheduleInUse] as const,
});
