import { Field, ObjectType } from 'type-graphql';
import { Slot } from './slot.graphql.ts';

@ObjectType({
  description: 'What became different among the slots of a query. At least one list is not empty.',
})
export class SlotsChange {
  @Field(() => String, {
    description:
      'Place of its cause in the order of events. It cannot be resumed from: after a reconnect ask for `slots` again.',
  })
  cursor!: string;

  @Field(() => [Slot], { description: 'Slots that can be booked now and could not before, in order.' })
  added!: Slot[];

  @Field(() => [Slot], { description: 'Slots that could be booked before and cannot now, in order.' })
  removed!: Slot[];
}
