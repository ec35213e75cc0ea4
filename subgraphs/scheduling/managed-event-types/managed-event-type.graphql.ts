import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { ManagedField } from '../domain/managed-event-type.ts';
import { EventType } from '../event-types/event-type.graphql.ts';
import { EventTypeSettingsInput } from '../event-types/event-type-input.graphql.ts';
import { SlugTaken } from '../event-types/event-type-result.graphql.ts';
import { User } from '../owners/owner.graphql.ts';
import { Problem, type ProblemCode } from '../problem.graphql.ts';
import { VersionConflict } from '../schedules/schedule.graphql.ts';
import { EventTypeField } from './managed-field.graphql.ts';

@ObjectType({ description: 'What makes an event type of a team a template for event types of its members.' })
export class ManagedEventType {
  /** The template. */
  id!: string;

  @Field(() => Boolean, {
    description: 'Whether everybody in the team has it, whoever joins later included.',
  })
  assignsAllMembers!: boolean;
}

const settings = {
  lockedFields:
    'What members cannot change: changes of these go to all of them at once. What is not listed is theirs after they were given it.',
  assignAllMembers: 'Gives it to everybody in the team, whoever joins later included.',
  memberIds: 'Up to 500 members of the team.',
  expectedVersion: 'Refuses the change if the template has another version by now.',
};

@InputType()
export class CreateManagedEventTypeInput extends EventTypeSettingsInput {
  @Field(() => ID, { description: 'A team of which the user is an admin.' })
  teamId!: string;

  @Field(() => String, { description: '1 to 200 characters.' })
  title!: string;

  @Field(() => String, {
    description:
      '1 to 60 lower case letters, digits and single hyphens between them; of the template, and of what members have below their own handles.',
  })
  slug!: string;

  @Field(() => Int, { description: '1 to 1440.' })
  durationMinutes!: number;

  @Field(() => [EventTypeField], { description: settings.lockedFields })
  lockedFields!: ManagedField[];

  @Field(() => [ID], { nullable: true, description: settings.memberIds })
  memberIds?: string[] | null;

  @Field(() => Boolean, { defaultValue: false, description: settings.assignAllMembers })
  assignAllMembers!: boolean;
}

@InputType()
export class UpdateManagedEventTypeInput extends EventTypeSettingsInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true, description: '1 to 200 characters.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Old addresses stop working at once.' })
  slug?: string | null;

  @Field(() => Int, { nullable: true, description: '1 to 1440.' })
  durationMinutes?: number | null;

  @Field(() => [EventTypeField], { nullable: true, description: settings.lockedFields })
  lockedFields?: ManagedField[] | null;

  @Field(() => Boolean, { nullable: true, description: settings.assignAllMembers })
  assignAllMembers?: boolean | null;

  @Field(() => Int, { nullable: true, description: settings.expectedVersion })
  expectedVersion?: number | null;
}

@InputType()
export class ManagedEventTypeMembersInput {
  @Field(() => ID)
  id!: string;

  @Field(() => [ID], { description: settings.memberIds })
  memberIds!: string[];

  @Field(() => Int, { nullable: true, description: settings.expectedVersion })
  expectedVersion?: number | null;
}

@InputType()
export class DeleteManagedEventTypeInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { nullable: true, description: settings.expectedVersion })
  expectedVersion?: number | null;
}

@ObjectType()
export class ManagedEventTypeSaved {
  constructor(eventType: EventType) {
    this.eventType = eventType;
  }

  @Field(() => EventType, { description: 'The template; `managed` tells who has it.' })
  eventType: EventType;
}

interface Withdrawn {
  deletedIds: string[];
  deactivatedIds: string[];
}

@ObjectType()
export class ManagedEventTypeUnassigned {
  constructor(eventType: EventType, { deletedIds, deactivatedIds }: Withdrawn) {
    this.eventType = eventType;
    this.deletedIds = deletedIds;
    this.deactivatedIds = deactivatedIds;
  }

  @Field(() => EventType)
  eventType: EventType;

  @Field(() => [ID], { description: "Members' event types that are gone: they were never booked." })
  deletedIds: string[];

  @Field(() => [ID], {
    description: "Members' event types that were booked: they are switched off, and their owners' own.",
  })
  deactivatedIds: string[];
}

@ObjectType()
export class ManagedEventTypeDeleted {
  constructor(deletedId: string, { deletedIds, deactivatedIds }: Withdrawn) {
    this.deletedId = deletedId;
    this.deletedIds = deletedIds;
    this.deactivatedIds = deactivatedIds;
  }

  @Field(() => ID)
  deletedId: string;

  @Field(() => [ID], { description: "Members' event types that are gone with it." })
  deletedIds: string[];

  @Field(() => [ID], {
    description: "Members' event types that were booked: they are switched off, and their owners' own.",
  })
  deactivatedIds: string[];
}

@ObjectType({ implements: Problem })
export class MemberSlugsTaken extends Problem {
  override code: ProblemCode = 'MEMBER_SLUGS_TAKEN';

  constructor(slug: string, members: User[]) {
    super();
    this.members = members;
    this.message = `Some members have another event type at \`${slug}\`. Nothing was changed.`;
  }

  @Field(() => [User], { description: 'Who has one; all of them unless they were faster than this change.' })
  members: User[];
}

export const SaveManagedEventTypeResult = createUnionType({
  name: 'SaveManagedEventTypeResult',
  types: () => [ManagedEventTypeSaved, SlugTaken, MemberSlugsTaken, VersionConflict] as const,
});

export const UnassignManagedEventTypeResult = createUnionType({
  name: 'UnassignManagedEventTypeResult',
  types: () => [ManagedEventTypeUnassigned, VersionConflict] as const,
});

export const DeleteManagedEventTypeResult = createUnionType({
  name: 'DeleteManagedEventTypeResult',
  types: () => [ManagedEventTypeDeleted, VersionConflict] as const,
});
