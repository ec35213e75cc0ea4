import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { OAuthClientHasUsers } from '../oauth/oauth-client.graphql.ts';
import { Problem, type ProblemCode } from '../problem.graphql.ts';
import { LastOwner } from '../teams/team.graphql.ts';

@InputType()
export class DeleteAccountInput {
  @Field(() => String, { description: 'Your handle, to be sure.' })
  handle!: string;
}

@ObjectType()
export class AccountDeleted {
  constructor(deletedId: string) {
    this.deletedId = deletedId;
  }

  @Field(() => ID, { description: 'Id of the user who is gone.' })
  deletedId: string;
}

export const DeleteAccountResult = createUnionType({
  name: 'DeleteAccountResult',
  types: () => [AccountDeleted, LastOwner, OAuthClientHasUsers] as const,
});

@InputType()
export class DeleteTeamInput {
  @Field(() => ID)
  teamId!: string;
}

@ObjectType()
export class TeamDeleted {
  constructor(deletedId: string) {
    this.deletedId = deletedId;
  }

  @Field(() => ID)
  deletedId: string;
}

@InputType()
export class DeleteOrganizationInput {
  @Field(() => ID)
  organizationId!: string;
}

@ObjectType()
export class OrganizationDeleted {
  constructor(deletedId: string) {
    this.deletedId = deletedId;
  }

  @Field(() => ID)
  deletedId: string;
}

@ObjectType({ implements: Problem })
export class OrganizationInUse extends Problem {
  override code: ProblemCode = 'ORGANIZATION_IN_USE';
  override message = 'The organization has teams. Delete them first.';
}

export const DeleteOrganizationResult = createUnionType({
  name: 'DeleteOrganizationResult',
  types: () => [OrganizationDeleted, OrganizationInUse, OAuthClientHasUsers] as const,
});
