import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { registerEnum } from '#platform/graphql-enum.ts';
import { connectionType } from '#platform/pagination.ts';
import type { ResourceKind as ResourceKindName } from '../domain/resources.ts';
import { User } from '../owners/owner.graphql.ts';
import { Problem, type ProblemCode } from '../problem.graphql.ts';
import { VersionConflict } from '../schedules/schedule.graphql.ts';

const ResourceKind = registerEnum<ResourceKindName>(
  'ResourceKind',
  'What a booking can take besides people.',
  {
    ROOM: 'A place that people meet in.',
    EQUIPMENT: 'Something that they use.',
  },
);

@ObjectType({
  description: 'A room or a piece of equipment. At any time one booking has it, whatever the event type.',
})
export class Resource {
  @Field(() => ID, { description: '`res_…`' })
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => ResourceKind)
  kind!: ResourceKindName;

  @Field(() => Int, {
    nullable: true,
    description:
      'For how many people it is; null: any number. Event types that offer more seats than that do not get it.',
  })
  capacity!: number | null;

  @Field(() => Boolean, { description: 'Whether it can be booked. Bookings that have it keep it.' })
  isActive!: boolean;

  @Field(() => Int, { description: 'Grows with every change.' })
  version!: number;
}

export const ResourceConnection = connectionType('Resource', () => Resource);

@ObjectType({ description: 'Rooms or equipment of which a booking takes so many.' })
export class ResourceRequirement {
  @Field(() => [Resource], { description: 'In the order in which they are taken: the first that are free.' })
  resources!: Resource[];

  @Field(() => Int, { description: 'How many of them a booking takes.' })
  required!: number;
}

@InputType({ description: 'Rooms or equipment of which a booking takes so many.' })
export class ResourceRequirementInput {
  @Field(() => [ID], {
    description:
      '1 to 50 resources of the owner of the event type, each in one requirement only. The first that are free are taken.',
  })
  resourceIds!: string[];

  @Field(() => Int, { nullable: true, description: 'How many of them, from 1 on; left out: all of them.' })
  required?: number | null;
}

@ObjectType({ description: 'The members of a group of hosts, by whether they could come at a time.' })
export class SlotGroup {
  @Field(() => [User], { description: 'Members who could come, or who would for them.' })
  free!: User[];

  @Field(() => [User])
  taken!: User[];
}

@InputType()
abstract class ResourceSettingsInput {
  @Field(() => Int, { nullable: true, description: 'People that it is for, 1 to 100,000; null: any number.' })
  capacity?: number | null;

  @Field(() => ID, {
    nullable: true,
    description: 'A schedule of the user within whose hours it can be had; null: always.',
  })
  scheduleId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it can be booked; yes for a new one.' })
  isActive?: boolean | null;
}

@InputType()
export class CreateResourceInput extends ResourceSettingsInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A team of which the user is an admin; left out: the user.',
  })
  ownerId?: string | null;

  @Field(() => String, { description: '1 to 200 characters.' })
  name!: string;

  @Field(() => ResourceKind, { defaultValue: 'ROOM' })
  kind!: ResourceKindName;
}

@InputType()
export class UpdateResourceInput extends ResourceSettingsInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true, description: '1 to 200 characters.' })
  name?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Refuses the change if the resource has another version by now.',
  })
  expectedVersion?: number | null;
}

@InputType()
export class DeleteResourceInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Refuses the deletion if the resource has another version by now.',
  })
  expectedVersion?: number | null;
}

@ObjectType()
export class ResourceCreated {
  constructor(resource: Resource) {
    this.resource = resource;
  }

  @Field(() => Resource)
  resource: Resource;
}

@ObjectType()
export class ResourceUpdated {
  constructor(resource: Resource) {
    this.resource = resource;
  }

  @Field(() => Resource)
  resource: Resource;
}

@ObjectType()
export class ResourceDeleted {
  constructor(deletedId: string) {
    this.deletedId = deletedId;
  }

  @Field(() => ID)
  deletedId: string;
}

@ObjectType({ implements: Problem })
export class ResourceInUse extends Problem {
  override code: ProblemCode = 'RESOURCE_IN_USE';

  constructor(eventTypeIds: string[]) {
    super();
    this.eventTypeIds = eventTypeIds;
    this.message =
      eventTypeIds.length > 0
        ? 'Event types ask for it. Let them ask for another one first, or deactivate it.'
        : 'It has bookings, past and cancelled ones included. It can be deactivated.';
  }

  @Field(() => [ID], { description: 'Event types that ask for it; none where bookings have it, or had it.' })
  eventTypeIds: string[];
}

export const CreateResourceResult = createUnionType({
  name: 'CreateResourceResult',
  types: () => [ResourceCreated] as const,
});

export const UpdateResourceResult = createUnionType({
  name: 'UpdateResourceResult',
  types: () => [ResourceUpdated, VersionConflict] as const,
});

export const DeleteResourceResult = createUnionType({
  name: 'DeleteResourceResult',
  types: () => [ResourceDeleted, ResourceInUse, VersionConflict] as const,
});
