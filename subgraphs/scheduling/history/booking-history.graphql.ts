import { GraphQLJSON } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { registerEnum } from '#platform/graphql-enum.ts';
import { connectionType } from '#platform/pagination.ts';
import { DateTime } from '#platform/scalars.ts';
import { type EventKindName, eventKindDescriptions } from '../../../schema/events.ts';
import { BookingWaiver } from '../waivers/waiver.graphql.ts';

export const EventKind = registerEnum<EventKindName>(
  'EventKind',
  'What happened. Webhooks deliver BOOKING_CREATED as `booking.created`, and so on.',
  eventKindDescriptions,
);

export const ActorKind = registerEnum<'ANONYMOUS' | 'USER' | 'CLIENT' | 'SERVICE'>(
  'ActorKind',
  'Who did something.',
  {
    ANONYMOUS: 'Somebody who was not signed in: usually the guest.',
    USER: 'A signed-in user.',
    CLIENT: 'An OAuth client that acts for itself.',
    SERVICE: 'Almanac itself.',
  },
);

@ObjectType({ description: 'Who did something.' })
export class Actor {
  @Field(() => ActorKind)
  kind!: keyof typeof ActorKind;

  @Field(() => ID, { nullable: true, description: "The user's id, or the name of the service." })
  id!: string | null;
}

@ObjectType({ description: 'One field before and after a change.' })
export class FieldChange {
  @Field(() => String)
  field!: string;

  @Field(() => GraphQLJSON, { nullable: true })
  before!: unknown;

  @Field(() => GraphQLJSON, { nullable: true })
  after!: unknown;
}

@ObjectType({ description: 'One event in the life of a booking.' })
export class BookingHistoryEntry {
  @Field(() => Int, { description: "The booking's version after it." })
  version!: number;

  @Field(() => EventKind)
  kind!: EventKindName;

  @Field(() => DateTime)
  occurredAt!: Date;

  @Field(() => Actor)
  actor!: Actor;

  @Field(() => String, { description: 'The request that did it, as in `x-request-id`.' })
  correlationId!: string;

  @Field(() => [FieldChange])
  changes!: FieldChange[];

  @Field(() => BookingWaiver, { nullable: true, description: 'Rules that were set aside for it, and why.' })
  waiver!: BookingWaiver | null;
}

export const BookingHistoryConnection = connectionType('BookingHistory', () => BookingHistoryEntry);
