import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { CalendarDate, TimeZone } from '#platform/scalars.ts';
import { Problem, type ProblemCode } from '../problem.graphql.ts';

@ObjectType({
  description:
    'Days that a user spends in another zone: the hours of their schedules are of that zone meanwhile.',
})
export class TravelStay {
  @Field(() => ID, { description: '`stay_…`' })
  id!: string;

  @Field(() => CalendarDate)
  firstDate!: string;

  @Field(() => CalendarDate, { description: 'Included.' })
  lastDate!: string;

  @Field(() => TimeZone)
  timeZone!: string;
}

@InputType()
export class AddTravelStayInput {
  @Field(() => CalendarDate)
  firstDate!: string;

  @Field(() => CalendarDate, {
    description:
      "Included: not before `firstDate`, at most 366 days in all, today or later in the zone of the user's default schedule.",
  })
  lastDate!: string;

  @Field(() => TimeZone)
  timeZone!: string;
}

@InputType()
export class RemoveTravelStayInput {
  @Field(() => ID)
  id!: string;
}

@ObjectType()
export class TravelStayAdded {
  constructor(stay: TravelStay) {
    this.stay = stay;
  }

  @Field(() => TravelStay)
  stay: TravelStay;
}

@ObjectType({ implements: Problem })
export class StaysOverlap extends Problem {
  override code: ProblemCode = 'STAYS_OVERLAP';
  override message = 'There is a stay already that has some of these dates.';
}

@ObjectType()
export class RemoveTravelStayPayload {
  constructor(removedId: string) {
    this.removedId = removedId;
  }

  @Field(() => ID)
  removedId: string;
}

export const AddTravelStayResult = createUnionType({
  name: 'AddTravelStayResult',
  types: () => [TravelStayAdded, StaysOverlap] as const,
});
