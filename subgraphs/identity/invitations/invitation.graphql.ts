import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { Locale, TimeZone } from '#platform/scalars.ts';
import { OrganizationMembership } from '../organizations/organization.graphql.ts';
import { Problem, type ProblemCode } from '../problem.graphql.ts';
import { InvitationAccepted, InvitationInvalid } from '../teams/team.graphql.ts';
import { HandleTaken, User } from '../users/user.graphql.ts';

@ObjectType()
export class OrganizationJoined {
  constructor(membership: OrganizationMembership) {
    this.membership = membership;
  }

  @Field(() => OrganizationMembership)
  membership: OrganizationMembership;
}

export const AcceptInvitationResult = createUnionType({
  name: 'AcceptInvitationResult',
  types: () => [InvitationAccepted, OrganizationJoined, InvitationInvalid] as const,
});

@InputType()
export class WithdrawInvitationInput {
  @Field(() => ID)
  invitationId!: string;
}

@ObjectType()
export class InvitationWithdrawn {
  constructor(withdrawnId: string) {
    this.withdrawnId = withdrawnId;
  }

  @Field(() => ID)
  withdrawnId: string;
}

@InputType()
export class SignUpByInvitationInput {
  @Field(() => ID, { description: 'From the link in the mail.' })
  invitationId!: string;

  @Field(() => String, { description: 'From the link in the mail: it proves the address.' })
  token!: string;

  @Field(() => String, { description: '2 to 39 lower case letters, digits and single hyphens between them.' })
  handle!: string;

  @Field(() => String, { description: '1 to 100 characters.' })
  name!: string;

  @Field(() => TimeZone)
  timeZone!: string;

  @Field(() => Locale, { defaultValue: 'en', description: 'The language of mails to the user.' })
  locale!: string;
}

@ObjectType()
export class SignedUp {
  constructor(user: User) {
    this.user = user;
  }

  @Field(() => User, { description: 'The new account. Sign in with the invited address.' })
  user: User;
}

@ObjectType({ implements: Problem })
export class AccountExists extends Problem {
  override code: ProblemCode = 'ACCOUNT_EXISTS';
  override message = 'You have an account with this address. Sign in and accept the invitation.';
}

export const SignUpByInvitationResult = createUnionType({
  name: 'SignUpByInvitationResult',
  types: () => [SignedUp, InvitationInvalid, AccountExists, HandleTaken] as const,
});
