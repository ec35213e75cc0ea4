import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { registerEnum } from '#platform/graphql-enum.ts';
import { CalendarDate } from '#platform/scalars.ts';
import type { AbsenceReason as AbsenceReasonName } from '../domain/absence.ts';
import { Problem, type ProblemCode } from '../problem.graphql.ts';
import { VersionConflict } from '../schedules/schedule.graphql.ts';

const AbsenceReason = registerEnum<AbsenceReasonName>(
  'AbsenceReason',
  'Why somebody is away, and what guests read of it unless the note is public.',
  {
    VACATION: 'Guests read `Vacation`.',
    SICK: 'Guests read `Out of office`.',
    TRAVEL: 'Guests read `Travel`.',
    PUBLIC_HOLIDAY: 'Guests read `Public holiday`.',
    OTHER: 'Guests read `Out of office`.',
  },
);

@ObjectType({
  description:
    'Days on which somebody takes no bookings, on the calendar of their schedule. Who stands in takes them meanwhile.',
})
export class Absence {
  @Field(() => ID, { description: '`abs_…`' })
  id!: string;

  @Field(() => CalendarDate)
  firstDate!: string;

  @Field(() => CalendarDate, { description: 'Included.' })
  lastDate!: string;

  @Field(() => AbsenceReason)
  reason!: AbsenceReasonName;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => Boolean, { description: 'Whether guests read the note instead of the reason.' })
  isNotePublic!: boolean;

  @Field(() => Int, { description: 'Grows with every change.' })
  version!: number;
}

@InputType()
export class CreateAbsenceInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A member of a team of which the caller is an owner or admin. Left out: the caller.',
  })
  userId?: string | null;

  @Field(() => CalendarDate)
  firstDate!: string;

  @Field(() => CalendarDate, {
    description:
      "Included: not before `firstDate`, at most 366 days in all, today or later in the zone of the user's default schedule.",
  })
  lastDate!: string;

  @Field(() => AbsenceReason)
  reason!: AbsenceReasonName;

  @Field(() => String, { nullable: true, description: 'Up to 500 characters.' })
  note?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Guests read the note instead of the reason.' })
  isNotePublic?: boolean | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Who takes the bookings meanwhile: a member of one of the same teams. Up to 5 stand-ins follow each other.',
  })
  standInUserId?: string | null;
}

@InputType({ description: 'What is left out stays as it is.' })
export class UpdateAbsenceInput {
  @Field(() => ID)
  id!: string;

  @Field(() => CalendarDate, { nullable: true })
  firstDate?: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      "Included: not before `firstDate`, at most 366 days in all, today or later in the zone of the user's default schedule.",
  })
  lastDate?: string | null;

  @Field(() => AbsenceReason, { nullable: true })
  reason?: AbsenceReasonName | null;

  @Field(() => String, { nullable: true, description: 'Up to 500 characters; `null`: none.' })
  note?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Guests read the note instead of the reason.' })
  isNotePublic?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'A member of one of the same teams; `null`: nobody.' })
  standInUserId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Refuses the change if the absence has another version by now.',
  })
  expectedVersion?: number | null;
}

@InputType()
export class DeleteAbsenceInput {
  @Field(() => ID)
  id!: string;
}

@ObjectType()
export class AbsenceCreated {
  constructor(absence: Absence) {
    this.absence = absence;
  }

  @Field(() => Absence)
  absence: Absence;
}

@ObjectType()
export class AbsenceUpdated {
  constructor(absence: Absence) {
    this.absence = absence;
  }

  @Field(() => Absence)
  absence: Absence;
}

@ObjectType()
export class DeleteAbsencePayload {
  constructor(deletedId: string) {
    this.deletedId = deletedId;
  }

  @Field(() => ID)
  deletedId: string;
}

@ObjectType({ implements: Problem })
export class StandInLoop extends Problem {
  override code: ProblemCode = 'STAND_IN_LOOP';
  override message =
    'The stand-in is away on one of these days, and following the stand-ins leads back to the user.';
}

export const CreateAbsenceResult = createUnionType({
  name: 'CreateAbsenceResult',
  types: () => [AbsenceCreated, StandInLoop] as const,
});

export const UpdateAbsenceResult = createUnionType({
  name: 'UpdateAbsenceResult',
  types: () => [AbsenceUpdated, StandInLoop, VersionConflict] as const,
});
