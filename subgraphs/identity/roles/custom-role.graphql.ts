import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { OrganizationMembership } from '../organizations/organization.graphql.ts';
import { Problem, type ProblemCode } from '../problem.graphql.ts';
import { VersionConflict } from '../version-conflict.graphql.ts';

const PERMISSIONS =
  'Each `resource.action`; those of the organization’s owner are in `Organization.viewerPermissions`.';

@ObjectType({ description: 'A set of permissions that members have beside those of their role.' })
export class CustomRole {
  @Field(() => ID, { description: '`role_…`' })
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => [String], { description: PERMISSIONS })
  permissions!: string[];

  @Field(() => Int, { description: 'Grows with every change: pass it as `expectedVersion`.' })
  version!: number;
}

@ObjectType({ implements: Problem })
export class NameTaken extends Problem {
  override code: ProblemCode = 'NAME_TAKEN';
  override message = 'There is one of this name already.';
}

@InputType()
export class CreateCustomRoleInput {
  @Field(() => ID)
  organizationId!: string;

  @Field(() => String, { description: '1 to 100 characters, unique in the organization.' })
  name!: string;

  @Field(() => [String], { description: `${PERMISSIONS} None that you lack.` })
  permissions!: string[];
}

@ObjectType()
export class CustomRoleCreated {
  constructor(role: CustomRole) {
    this.role = role;
  }

  @Field(() => CustomRole)
  role: CustomRole;
}

export const CreateCustomRoleResult = createUnionType({
  name: 'CreateCustomRoleResult',
  types: () => [CustomRoleCreated, NameTaken] as const,
});

@InputType({ description: 'What to change; what is left out stays.' })
export class UpdateCustomRoleInput {
  @Field(() => ID)
  organizationId!: string;

  @Field(() => ID)
  roleId!: string;

  @Field(() => Int, { description: 'The `version` that the change is based on.' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: '1 to 100 characters, unique in the organization.' })
  name?: string | null;

  @Field(() => [String], { nullable: true, description: `${PERMISSIONS} None that you lack.` })
  permissions?: string[] | null;
}

@ObjectType()
export class CustomRoleUpdated {
  constructor(role: CustomRole) {
    this.role = role;
  }

  @Field(() => CustomRole)
  role: CustomRole;
}

export const UpdateCustomRoleResult = createUnionType({
  name: 'UpdateCustomRoleResult',
  types: () => [CustomRoleUpdated, NameTaken, VersionConflict] as const,
});

@InputType()
export class DeleteCustomRoleInput {
  @Field(() => ID)
  organizationId!: string;

  @Field(() => ID)
  roleId!: string;
}

@ObjectType()
export class CustomRoleDeleted {
  constructor(deletedId: string) {
    this.deletedId = deletedId;
  }

  @Field(() => ID)
  deletedId: string;
}

@InputType()
export class SetMemberRolesInput {
  @Field(() => ID)
  organizationId!: string;

  @Field(() => ID, { description: '`omb_…`' })
  membershipId!: string;

  @Field(() => [ID], { description: 'All custom roles that the member has from now on: up to 20.' })
  roleIds!: string[];
}

@ObjectType()
export class MemberRolesSet {
  constructor(membership: OrganizationMembership) {
    this.membership = membership;
  }

  @Field(() => OrganizationMembership)
  membership: OrganizationMembership;
}
