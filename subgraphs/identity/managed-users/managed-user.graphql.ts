import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType } from '#platform/pagination.ts';
import { DateTime, EmailAddress, Locale, TimeZone } from '#platform/scalars.ts';
import { Problem, type ProblemCode } from '../problem.graphql.ts';
import { LastOwner } from '../teams/team.graphql.ts';

@ObjectType({
  description:
    'A user that a platform created for one of its own customers. It gets tokens for them at the token endpoint, by token exchange.',
})
export class ManagedUser {
  @Field(() => ID, { description: '`usr_…`' })
  id!: string;

  @Field(() => EmailAddress, { description: 'As the platform knows it.' })
  email!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'First part of the address of their public pages.' })
  handle!: string;

  @Field(() => TimeZone)
  timeZone!: string;

  @Field(() => DateTime)
  createdAt!: Date;
}

export const ManagedUserConnection = connectionType('ManagedUser', () => ManagedUser);

@InputType()
export class CreateManagedUserInput {
  @Field(() => EmailAddress, {
    description:
      'One user of the platform for each address. An account that somebody else has at the address is neither used nor told.',
  })
  email!: string;

  @Field(() => String, { description: '1 to 100 characters on one line.' })
  name!: string;

  @Field(() => TimeZone)
  timeZone!: string;

  @Field(() => Locale, { defaultValue: 'en' })
  locale!: string;
}

@ObjectType()
export class ManagedUserCreated {
  constructor(managedUser: ManagedUser) {
    this.managedUser = managedUser;
  }

  @Field(() => ManagedUser)
  managedUser: ManagedUser;
}

@ObjectType({ implements: Problem })
export class ManagedUserExists extends Problem {
  override code: ProblemCode = 'MANAGED_USER_EXISTS';
  override message = 'The platform has a user with this address.';

  constructor(id: string) {
    super();
    this.id = id;
  }

  @Field(() => ID)
  id: string;
}

export const CreateManagedUserResult = createUnionType({
  name: 'CreateManagedUserResult',
  types: () => [ManagedUserCreated, ManagedUserExists] as const,
});

@InputType()
export class DeleteManagedUserInput {
  @Field(() => ID, { description: '`usr_…`' })
  id!: string;
}

@ObjectType()
export class ManagedUserDeleted {
  constructor(id: string) {
    this.id = id;
  }

  @Field(() => ID)
  id: string;
}

export const DeleteManagedUserResult = createUnionType({
  name: 'DeleteManagedUserResult',
  types: () => [ManagedUserDeleted, LastOwner] as const,
});
