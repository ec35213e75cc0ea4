import { Field, ObjectType } from 'type-graphql';
import { CacheControl } from '#platform/cache-control.ts';
import { CalendarDate } from '#platform/scalars.ts';

@CacheControl({ inheritMaxAge: true })
@ObjectType({ description: 'A public holiday: a whole day off, or one of the days of a longer one.' })
export class Holiday {
  @Field(() => CalendarDate)
  date!: string;

  @Field(() => String, { description: 'In English where it has an English name.' })
  name!: string;
}
