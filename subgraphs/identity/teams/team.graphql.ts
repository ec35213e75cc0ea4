import { createUnionType, Directive, Field, ID, InputType, ObjectType } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { registerEnum } from '#platform/graphql-enum.ts';
import { connectionType } from '#platform/pagination.ts';
import { DateTime, EmailAddress } from '#platform/scalars.ts';
import type { MemberRole as MemberRoleValue } from '../domain/role.ts';
import { Problem, type ProblemCode } from '../problem.graphql.ts';
import { HandleTaken } from '../users/user.graphql.ts';

export const MemberRole = registerEnum('MemberRole', 'What a member may do in a team or an organization.', {
  OWNER: 'Everything, including making and unmaking owners and deleting the group.',
  ADMIN: 'Manages members and teams, event types and all bookings of the teams.',
  MEMBER: 'Hosts bookings and sees their own.',
});

@Access({ to: 'PUBLIC' })
@Directive('@key(fields: "id")')
@ObjectType({ description: 'People who offer event types together.' })
export class Team {
  @Field(() => ID, { description: '`team_…`' })
  id!: string;

  @Field(() => String, { description: "First part of the address of the team's public pages." })
  handle!: string;

  @Field(() => String, { description: 'The name that guests see.' })
  name!: string;
}

@ObjectType({ description: "A user's place in a team." })
export class Membership {
  @Field(() => ID, { description: '`mbr_…`' })
  id!: string;

  @Field(() => MemberRole)
  role!: MemberRoleValue;

  @Field(() => DateTime)
  createdAt!: Date;
}

export const MembershipConnection = connectionType('Membership', () => Membership);

@ObjectType({ description: 'An open offer to join a team or an organization.' })
export class Invitation {
  @Field(() => ID, { description: '`inv_…`' })
  id!: string;

  @Field(() => EmailAddress, { description: 'Only the account with this address can accept.' })
  email!: string;

  @Field(() => MemberRole, { description: 'The role that accepting gives.' })
  role!: MemberRoleValue;

  @Field(() => DateTime)
  expiresAt!: Date;
}

@InputType()
export class CreateTeamInput {
  @Field(() => String, { description: '2 to 39 lower case letters, digits and single hyphens between them.' })
  handle!: string;

  @Field(() => String, { description: '1 to 100 characters.' })
  name!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Where the team belongs, with `team.create`; your personal organization unless given.',
  })
  organizationId?: string | null;
}

@ObjectType()
export class TeamCreated {
  constructor(team: Team) {
    this.team = team;
  }

  @Field(() => Team)
  team: Team;
}

export const CreateTeamResult = createUnionType({
  name: 'CreateTeamResult',
  types: () => [TeamCreated, HandleTaken] as const,
});

@InputType()
export class InviteMemberInput {
  @Field(() => ID)
  teamId!: string;

  @Field(() => EmailAddress)
  email!: string;

  @Field(() => MemberRole, { defaultValue: 'MEMBER' })
  role!: MemberRoleValue;
}

@ObjectType()
export class MemberInvited {
  constructor(invitation: Invitation) {
    this.invitation = invitation;
  }

  @Field(() => Invitation)
  invitation: Invitation;
}

@ObjectType({ implements: Problem })
export class AlreadyMember extends Problem {
  override code: ProblemCode = 'ALREADY_MEMBER';
  override message = 'This person is a member or has an open invitation already.';
}

export const InviteMemberResult = createUnionType({
  name: 'InviteMemberResult',
  types: () => [MemberInvited, AlreadyMember] as const,
});

@InputType()
export class AcceptInvitationInput {
  @Field(() => ID)
  invitationId!: string;
}

@ObjectType()
export class InvitationAccepted {
  constructor(membership: Membership) {
    this.membership = membership;
  }

  @Field(() => Membership)
  membership: Membership;
}

@ObjectType({ implements: Problem })
export class InvitationInvalid extends Problem {
  override code: ProblemCode = 'INVITATION_INVALID';
  override message = 'The invitation has expired, was withdrawn or is for another address.';
}

@InputType()
export class ChangeMemberRoleInput {
  @Field(() => ID)
  membershipId!: string;

  @Field(() => MemberRole)
  role!: MemberRoleValue;
}

@ObjectType()
export class MemberRoleChanged {
  constructor(membership: Membership) {
    this.membership = membership;
  }

  @Field(() => Membership)
  membership: Membership;
}

@ObjectType({ implements: Problem })
export class LastOwner extends Problem {
  override code: ProblemCode = 'LAST_OWNER';
  override message = 'A team or an organization keeps at least one owner. Make somebody else an owner first.';
}

export const ChangeMemberRoleResult = createUnionType({
  name: 'ChangeMemberRoleResult',
  types: () => [MemberRoleChanged, LastOwner] as const,
});

@InputType()
export class RemoveMemberInput {
  @Field(() => ID)
  membershipId!: string;
}

@ObjectType()
export class MemberRemoved {
  constructor(removedId: string) {
    this.removedId = removedId;
  }

  @Field(() => ID, { description: 'Id of the membership that is gone.' })
  removedId: string;
}

export const RemoveMemberResult = createUnionType({
  name: 'RemoveMemberResult',
  types: () => [MemberRemoved, LastOwner] as const,
});
