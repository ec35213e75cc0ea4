import { createUnionType, Directive, Field, ID, ObjectType } from 'type-graphql';
import { Access } from '#platform/access.ts';

/** What scheduling adds to a user hangs on this stub; the rest of it belongs to identity. */
@Access({ to: 'PUBLIC' })
@Directive('@key(fields: "id")')
@ObjectType()
export class User {
  constructor(id: string) {
    this.id = id;
  }

  @Field(() => ID)
  id: string;
}

@Access({ to: 'PUBLIC' })
@Directive('@key(fields: "id")')
@ObjectType()
export class Team {
  constructor(id: string) {
    this.id = id;
  }

  @Field(() => ID)
  id: string;
}

export const EventTypeOwner = createUnionType({
  name: 'EventTypeOwner',
  description: 'Whoever publishes an event type.',
  types: () => [User, Team] as const,
});

export function ownerStub(ownerId: string): User | Team {
  return ownerId.startsWith('team_') ? new Team(ownerId) : new User(ownerId);
}

export const userReference = { __resolveReference: ({ id }: { id: string }) => new User(id) };
export const teamReference = { __resolveReference: ({ id }: { id: string }) => new Team(id) };
