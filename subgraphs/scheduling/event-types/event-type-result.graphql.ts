import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import type { ManagedField } from '../domain/managed-event-type.ts';
import { EventTypeField } from '../managed-event-types/managed-field.graphql.ts';
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

  constructor(slug: string, what = 'event type') {
    super();
    this.message = `The owner has another ${what} at \`${slug}\`.`;
  }
}

@ObjectType({ implements: Problem })
export class FieldLocked extends Problem {
  override code: ProblemCode = 'FIELD_LOCKED';
  override message = 'The team decides about this. Nothing was changed.';

  constructor(fields: ManagedField[]) {
    super();
    this.fields = fields;
  }

  @Field(() => [EventTypeField], { description: 'What was to be changed and is locked.' })
  fields: ManagedField[];
}

@ObjectType({ implements: Problem })
export class EventTypeManaged extends Problem {
  override code: ProblemCode = 'EVENT_TYPE_MANAGED';
  override message =
    'It is a template of a team, or made from one. Those who lead the team change it, delete it or unassign members.';
}

export const CreateEventTypeResult = createUnionType({
  name: 'CreateEventTypeResult',
  types: () => [EventTypeCreated, SlugTaken] as const,
});

export const UpdateEventTypeResult = createUnionType({
  name: 'UpdateEventTypeResult',
  types: () => [EventTypeUpdated, SlugTaken, FieldLocked, EventTypeManaged, VersionConflict] as const,
});

@ObjectType()
export class EventTypeDeleted {
  constructor(deletedId: string) {
    this.deletedId = deletedId;
  }

  @Field(() => ID)
  deletedId: string;
}

@ObjectType({ implements: Problem })
export class EventTypeInUse extends Problem {
  override code: ProblemCode = 'EVENT_TYPE_IN_USE';
  override message = 'The event type has bookings, past and cancelled ones included. It can be deactivated.';
}

export const DeleteEventTypeResult = createUnionType({
  name: 'DeleteEventTypeResult',
  types: () => [EventTypeDeleted, EventTypeInUse, EventTypeManaged] as const,
});
