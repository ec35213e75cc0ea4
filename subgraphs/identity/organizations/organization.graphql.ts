import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Tag } from '#platform/contract-tags.ts';
import { connectionType } from '#platform/pagination.ts';
import { DateTime, EmailAddress } from '#platform/scalars.ts';
import type { MemberRole as MemberRoleValue } from '../domain/role.ts';
import { AlreadyMember, Invitation, LastOwner, MemberInvited, MemberRole } from '../teams/team.graphql.ts';
import { HandleTaken } from '../users/user.graphql.ts';
import { VersionConflict } from '../version-conflict.graphql.ts';

@Tag('internal')
@ObjectType({ description: 'A tenant: people and teams that are managed together. Seen by its members.' })
export class Organization {
  @Field(() => ID, { description: '`org_…`' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Unique among users, teams and organizations.' })
  handle?: string | null;

  @Field(() => String)
  name!: string;

  @Field(() => Boolean, {
    description: 'Whether it came with an account and is for its owner alone.',
  })
  isPersonal!: boolean;

  @Field(() => Boolean, {
    description: 'Whether its members, owners aside, sign in by its identity providers only.',
  })
  requiresSso!: boolean;

  @Field(() => Int, { description: 'Grows with every change: pass it as `expectedVersion`.' })
  version!: number;

  @Field(() => DateTime)
  createdAt!: Date;
}

@ObjectType({ description: "A user's place in an organization." })
export class OrganizationMembership {
  @Field(() => ID, { description: '`omb_…`' })
  id!: string;

  @Field(() => MemberRole)
  role!: MemberRoleValue;

  @Field(() => DateTime)
  createdAt!: Date;
}

export const OrganizationMembershipConnection = connectionType(
  'OrganizationMembership',
  () => OrganizationMembership,
);
export const InvitationConnection = connectionType('Invitation', () => Invitation);

@InputType()
export class CreateOrganizationInput {
  @Field(() => String, { description: '2 to 39 lower case letters, digits and single hyphens between them.' })
  handle!: string;

  @Field(() => String, { description: '1 to 100 characters.' })
  name!: string;
}

@ObjectType()
export class OrganizationCreated {
  constructor(organization: Organization) {
    this.organization = organization;
  }

  @Field(() => Organization)
  organization: Organization;
}

export const CreateOrganizationResult = createUnionType({
  name: 'CreateOrganizationResult',
  types: () => [OrganizationCreated, HandleTaken] as const,
});

@InputType({ description: 'What to change; what is left out stays.' })
export class UpdateOrganizationInput {
  @Field(() => ID)
  organizationId!: string;

  @Field(() => Int, { description: 'The `version` that the change is based on.' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: '1 to 100 characters.' })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '2 to 39 lower case letters, digits and single hyphens between them.',
  })
  handle?: string | null;
}

@ObjectType()
export class OrganizationUpdated {
  constructor(organization: Organization) {
    this.organization = organization;
  }

  @Field(() => Organization)
  organization: Organization;
}

export const UpdateOrganizationResult = createUnionType({
  name: 'UpdateOrganizationResult',
  types: () => [OrganizationUpdated, HandleTaken, VersionConflict] as const,
});

@InputType()
export class InviteToOrganizationInput {
  @Field(() => ID)
  organizationId!: string;

  @Field(() => EmailAddress)
  email!: string;

  @Field(() => MemberRole, { defaultValue: 'MEMBER' })
  role!: MemberRoleValue;
}

export const InviteToOrganizationResult = createUnionType({
  name: 'InviteToOrganizationResult',
  types: () => [MemberInvited, AlreadyMember] as const,
});

@InputType()
export class ChangeOrganizationMemberRoleInput {
  @Field(() => ID, { description: '`omb_…`' })
  membershipId!: string;

  @Field(() => MemberRole)
  role!: MemberRoleValue;
}

@ObjectType()
export class OrganizationMemberRoleChanged {
  constructor(membership: OrganizationMembership) {
    this.membership = membership;
  }

  @Field(() => OrganizationMembership)
  membership: OrganizationMembership;
}

export const ChangeOrganizationMemberRoleResult = createUnionType({
  name: 'ChangeOrganizationMemberRoleResult',
  types: () => [OrganizationMemberRoleChanged, LastOwner] as const,
});

@InputType()
export class RemoveOrganizationMemberInput {
  @Field(() => ID, { description: '`omb_…`; your own: you leave.' })
  membershipId!: string;
}

@ObjectType()
export class OrganizationMemberRemoved {
  constructor(removedId: string) {
    this.removedId = removedId;
  }

  @Field(() => ID, { description: 'Id of the membership that is gone.' })
  removedId: string;
}

export const RemoveOrganizationMemberResult = createUnionType({
  name: 'RemoveOrganizationMemberResult',
  types: () => [OrganizationMemberRemoved, LastOwner] as const,
});

@InputType()
export class TransferOrganizationInput {
  @Field(() => ID, { description: '`omb_…` of who becomes an owner in your place.' })
  membershipId!: string;
}

@ObjectType()
export class OrganizationTransferred {
  constructor(membership: OrganizationMembership) {
    this.membership = membership;
  }

  @Field(() => OrganizationMembership, { description: 'The new owner.' })
  membership: OrganizationMembership;
}
