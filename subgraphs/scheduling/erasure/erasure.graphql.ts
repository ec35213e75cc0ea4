import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { idempotencyKeyDescription } from '#platform/idempotency.ts';
import { EmailAddress } from '#platform/scalars.ts';

@InputType({ description: 'Whom to erase: `attendeeEmail`, or `bookingId` and `attendeeId`.' })
export class EraseAttendeeInput {
  @Field(() => EmailAddress, {
    nullable: true,
    description: 'In any spelling; also of whom others bring along.',
  })
  attendeeEmail?: string | null;

  @Field(() => ID, { nullable: true, description: 'A booking of the person.' })
  bookingId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who of its attendees they are.' })
  attendeeId?: string | null;

  @Field(() => String, {
    description: '1 to 1,000 characters, kept in the history: name nobody in it.',
  })
  reason!: string;

  @Field(() => String, { nullable: true, description: idempotencyKeyDescription })
  idempotencyKey?: string | null;
}

@ObjectType()
export class AttendeeErased {
  constructor(bookingIds: string[]) {
    this.bookingIds = bookingIds;
  }

  @Field(() => [ID], { description: 'The bookings that told of the person.' })
  bookingIds: string[];
}

export const EraseAttendeeResult = createUnionType({
  name: 'EraseAttendeeResult',
  types: () => [AttendeeErased] as const,
});
