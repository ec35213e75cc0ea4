import { Field, ObjectType } from 'type-graphql';
import { CalendarDate } from '#platform/scalars.ts';

@ObjectType({ description: 'A public holiday: a whole day off, or one of the days of a longer one.' })
export class Holiday {
  @Field(() => CalendarDate)
  date!: string;

  @Field(() => String, { description: 'In English where it has an English name.' })
  name!: string;
}
