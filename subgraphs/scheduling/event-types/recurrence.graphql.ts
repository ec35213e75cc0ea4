import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { CacheControl } from '#platform/cache-control.ts';
import { registerEnum } from '#platform/graphql-enum.ts';
import type { RecurrenceFrequency as Frequency } from '../domain/recurrence.ts';

export const RecurrenceFrequency = registerEnum<Frequency>(
  'RecurrenceFrequency',
  'How often a meeting comes again.',
  { WEEKLY: '', MONTHLY: 'On the same date; months without it are left out.', YEARLY: 'On the same date.' },
);

@CacheControl({ inheritMaxAge: true })
@ObjectType({ description: 'Which series an event type offers.' })
export class Recurrence {
  @Field(() => [RecurrenceFrequency], { description: 'Those that the guest may choose from.' })
  frequencies!: readonly Frequency[];

  @Field(() => Int, { description: 'How many bookings a series may have: 2 to 104.' })
  maxOccurrences!: number;
}

@InputType({ description: 'Which series an event type offers.' })
export class RecurrenceInput {
  @Field(() => [RecurrenceFrequency], { description: 'One at least.' })
  frequencies!: Frequency[];

  @Field(() => Int, { description: '2 to 104 bookings a series.' })
  maxOccurrences!: number;
}
