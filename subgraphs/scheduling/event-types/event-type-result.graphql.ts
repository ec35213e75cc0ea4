import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Problem, type ProblemCode } from '../problem.graphql.ts';
import { VersionConflict } from '../schedules/schedule.graphql.ts';
import { EventType } from './event-type.graphql.ts';

@ObjectType()
export class EventTypeCreated {
  constructor(eventType: EventType) {
    this.eventType = eventType;
  }

  @Field(() => EventType)
  eventType: EventType;
}

@ObjectType()
export class EventTypeUpdated {
  constructor(eventType: EventType) {
    this.eventType = eventType;
  }

  @Field(() => EventType)
  eventType: EventType;
}

@ObjectType({ implements: Problem })
export class SlugTaken extends Problem {
  override code: ProblemCode = 'SLUG_TAKEN';

  constructor(slug: string) {
    super();
    this.message = `The owner has another event type at \`${slug}\`.`;
  }
}

export const CreateEventTypeResult = createUnionType({
  name: 'CreateEventTypeResult',
  types: () => [EventTypeCreated, SlugTaken] as const,
});

export const UpdateEventTypeResult = createUnionType({
  name: 'UpdateEventTypeResult',
  types: () => [EventTypeUpdated, SlugTaken, VersionConflict] as const,
});
