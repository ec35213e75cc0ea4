import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { Tag } from '#platform/contract-tags.ts';
import type { IdentityContext } from '../context.ts';
import { Organization } from '../organizations/organization.graphql.ts';
import {
  AcceptInvitationInput,
  Invitation,
  InvitationAccepted,
  InvitationInvalid,
  Team,
} from '../teams/team.graphql.ts';
import { HandleTaken } from '../users/user.graphql.ts';
import { acceptInvitation } from './accept-invitation.ts';
import type { Invitation as InvitationRow } from './invitation.entity.ts';
import * as i from './invitation.graphql.ts';
import { signUpByInvitation } from './sign-up-by-invitation.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';

@Resolver(() => Invitation)
export class InvitationResolver {
  @FieldResolver(() => Team, { nullable: true, description: 'The team; null: the organization itself.' })
  team(@Root() invitation: InvitationRow, @Ctx() ctx: IdentityContext) {
    return invitation.teamId ? ctx.loaders.team.load(invitation.teamId) : null;
  }

  @Tag('internal')
  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The organization, where you belong to it.',
  })
  async organization(@Root() invitation: InvitationRow, @Ctx() ctx: IdentityContext) {
    const place = await ctx.loaders.placeOfViewer.load(invitation.organizationId);
    return place && ctx.loaders.organization.load(invitation.organizationId);
  }

  @Tag('internal')
  @Access({ to: 'USER', scope: 'TEAM_WRITE', role: 'INVITED', otherwise: 'PROBLEM' })
  @Mutation(() => i.AcceptInvitationResult, {
    description: "Joins a team or an organization that invited the signed-in user's address.",
  })
  async acceptInvitation(
    @Arg('input', () => AcceptInvitationInput) input: AcceptInvitationInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof i.AcceptInvitationResult> {
    const accepted = await acceptInvitation(ctx, input);
    if (!accepted.ok) return new InvitationInvalid();
    return accepted.value.kind === 'TEAM'
      ? new InvitationAccepted(accepted.value.membership)
      : new i.OrganizationJoined(accepted.value.membership);
  }

  @Access({
    to: 'USER',
    scope: 'TEAM_WRITE',
    role: 'TEAM_ADMIN',
    permission: 'member.invite',
    otherwise: 'FORBIDDEN',
  })
  @Mutation(() => i.InvitationWithdrawn, {
    description:
      'Takes an open offer back. For admins of the team; for one to an organization: needs `member.invite`.',
  })
  async withdrawInvitation(
    @Arg('input', () => i.WithdrawInvitationInput) input: i.WithdrawInvitationInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<i.InvitationWithdrawn> {
    return new i.InvitationWithdrawn(await withdrawInvitation(ctx, input));
  }

  @Tag('internal')
  @Access({ to: 'PUBLIC', role: 'INVITED', otherwise: 'PROBLEM' })
  @Mutation(() => i.SignUpByInvitationResult, {
    description: 'Creates an account for the invited address and joins. An existing account is not touched.',
  })
  async signUpByInvitation(
    @Arg('input', () => i.SignUpByInvitationInput) input: i.SignUpByInvitationInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof i.SignUpByInvitationResult> {
    const signedUp = await signUpByInvitation(ctx, input);
    if (signedUp.ok) return new i.SignedUp(signedUp.value);
    if (signedUp.error === 'HANDLE_TAKEN') return new HandleTaken(input.handle);
    return signedUp.error === 'ACCOUNT_EXISTS' ? new i.AccountExists() : new InvitationInvalid();
  }
}
