import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { Tag } from '#platform/contract-tags.ts';
import { PageArgs } from '#platform/pagination.ts';
import type { IdentityContext } from '../context.ts';
import { AlreadyMember, LastOwner, MemberInvited, MemberRole } from '../teams/team.graphql.ts';
import { TeamConnection } from '../teams/team-list.graphql.ts';
import { HandleTaken, User } from '../users/user.graphql.ts';
import { VersionConflict } from '../version-conflict.graphql.ts';
import { changeOrganizationMemberRole } from './change-organization-member-role.ts';
import { createOrganization } from './create-organization.ts';
import { findOrganization } from './find-organization.ts';
import { inviteToOrganization } from './invite-to-organization.ts';
import type { Organization as OrganizationRow } from './organization.entity.ts';
import * as o from './organization.graphql.ts';
import type { OrganizationMembership as MembershipRow } from './organization-membership.entity.ts';
import { removeOrganizationMember } from './remove-organization-member.ts';
import { transferOrganization } from './transfer-organization.ts';
import { updateOrganization } from './update-organization.ts';
import { permissionsOfViewer } from './viewer-may.ts';

@Resolver(() => o.Organization)
export class OrganizationResolver {
  @Tag('internal')
  @Access({ to: 'USER', scope: 'TEAM_READ', role: 'ORGANIZATION_MEMBER', otherwise: 'NULL' })
  @Query(() => o.Organization, {
    nullable: true,
    description: 'An organization that the signed-in user belongs to; null for any other id.',
  })
  organization(
    @Arg('id', () => ID) id: string,
    @Ctx() ctx: IdentityContext,
  ): Promise<OrganizationRow | null> {
    return findOrganization(ctx, id);
  }

  @FieldResolver(() => MemberRole, { description: "The signed-in user's role.", nullable: true })
  async viewerRole(@Root() organization: OrganizationRow, @Ctx() ctx: IdentityContext) {
    return (await ctx.loaders.placeOfViewer.load(organization.id))?.role;
  }

  @FieldResolver(() => [String], {
    description: 'What the signed-in user may do here, as `resource.action`: by their role and custom roles.',
  })
  async viewerPermissions(@Root() organization: OrganizationRow, @Ctx() ctx: IdentityContext) {
    return [...((await permissionsOfViewer(ctx, organization.id)) ?? [])].sort();
  }

  @Access({ to: 'USER', scope: 'TEAM_READ', permission: 'member.read' })
  @FieldResolver(() => o.OrganizationMembershipConnection, {
    nullable: true,
    description: 'Who belongs to it, oldest membership first. Null without `member.read`.',
  })
  members(
    @Root() organization: OrganizationRow,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: IdentityContext,
  ) {
    return ctx.loaders.membersOfOrganization(organization.id, page);
  }

  @Access({ to: 'USER', scope: 'TEAM_READ', permission: 'team.read' })
  @FieldResolver(() => TeamConnection, {
    nullable: true,
    description: 'Its teams, oldest first. Null without `team.read`.',
  })
  teams(
    @Root() organization: OrganizationRow,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: IdentityContext,
  ) {
    return ctx.loaders.teamsOfOrganization(organization.id, page);
  }

  @Access({ to: 'USER', scope: 'TEAM_READ', permission: 'member.invite' })
  @FieldResolver(() => o.InvitationConnection, {
    nullable: true,
    description: 'Open offers, those to its teams included, oldest first. Null without `member.invite`.',
  })
  invitations(
    @Root() organization: OrganizationRow,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: IdentityContext,
  ) {
    return ctx.loaders.invitationsOfOrganization(organization.id, page);
  }

  @Tag('internal')
  @Access({ to: 'USER', scope: 'TEAM_WRITE' })
  @Mutation(() => o.CreateOrganizationResult, {
    description: 'Creates an organization with the signed-in user as its owner.',
  })
  async createOrganization(
    @Arg('input', () => o.CreateOrganizationInput) input: o.CreateOrganizationInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof o.CreateOrganizationResult> {
    const created = await createOrganization(ctx, input);
    return created.ok ? new o.OrganizationCreated(created.value) : new HandleTaken(input.handle);
  }

  @Tag('internal')
  @Access({ to: 'USER', scope: 'TEAM_WRITE', permission: 'organization.update', otherwise: 'FORBIDDEN' })
  @Mutation(() => o.UpdateOrganizationResult, { description: 'Needs `organization.update`.' })
  async updateOrganization(
    @Arg('input', () => o.UpdateOrganizationInput) input: o.UpdateOrganizationInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof o.UpdateOrganizationResult> {
    const updated = await updateOrganization(ctx, input);
    if (updated.ok) return new o.OrganizationUpdated(updated.value);
    if (updated.error === 'HANDLE_TAKEN') return new HandleTaken(input.handle ?? '');
    return new VersionConflict(updated.error.currentVersion);
  }

  @Tag('internal')
  @Access({ to: 'USER', scope: 'TEAM_WRITE', permission: 'member.invite', otherwise: 'FORBIDDEN' })
  @Mutation(() => o.InviteToOrganizationResult, {
    description:
      'Offers a place in the organization for 7 days, by mail. Needs `member.invite`, and all that the offered role may do.',
  })
  async inviteToOrganization(
    @Arg('input', () => o.InviteToOrganizationInput) input: o.InviteToOrganizationInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof o.InviteToOrganizationResult> {
    const invited = await inviteToOrganization(ctx, input);
    return invited.ok ? new MemberInvited(invited.value) : new AlreadyMember();
  }

  @Tag('internal')
  @Access({ to: 'USER', scope: 'TEAM_WRITE', permission: 'member.update', otherwise: 'FORBIDDEN' })
  @Mutation(() => o.ChangeOrganizationMemberRoleResult, {
    description:
      "Changes a member's role. Needs `member.update`, and all that the member may do before and after.",
  })
  async changeOrganizationMemberRole(
    @Arg('input', () => o.ChangeOrganizationMemberRoleInput) input: o.ChangeOrganizationMemberRoleInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof o.ChangeOrganizationMemberRoleResult> {
    const changed = await changeOrganizationMemberRole(ctx, input);
    return changed.ok ? new o.OrganizationMemberRoleChanged(changed.value) : new LastOwner();
  }

  @Tag('internal')
  @Access({
    to: 'USER',
    scope: 'TEAM_WRITE',
    role: 'THE_MEMBER',
    permission: 'member.remove',
    otherwise: 'FORBIDDEN',
  })
  @Mutation(() => o.RemoveOrganizationMemberResult, {
    description:
      'Takes somebody out of the organization and of its teams: needs `member.remove`. Everybody may leave.',
  })
  async removeOrganizationMember(
    @Arg('input', () => o.RemoveOrganizationMemberInput) input: o.RemoveOrganizationMemberInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof o.RemoveOrganizationMemberResult> {
    const removed = await removeOrganizationMember(ctx, input);
    return removed.ok ? new o.OrganizationMemberRemoved(removed.value) : new LastOwner();
  }

  @Tag('internal')
  @Access({ to: 'USER', scope: 'TEAM_WRITE', permission: 'organization.transfer', otherwise: 'FORBIDDEN' })
  @Mutation(() => o.OrganizationTransferred, {
    description: 'Makes a member an owner and you an admin. Needs `organization.transfer`.',
  })
  async transferOrganization(
    @Arg('input', () => o.TransferOrganizationInput) input: o.TransferOrganizationInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<o.OrganizationTransferred> {
    return new o.OrganizationTransferred(await transferOrganization(ctx, input));
  }
}

@Resolver(() => o.OrganizationMembership)
export class OrganizationMembershipResolver {
  @FieldResolver(() => o.Organization)
  organization(@Root() membership: MembershipRow, @Ctx() ctx: IdentityContext) {
    return ctx.loaders.organization.load(membership.organizationId);
  }

  @FieldResolver(() => User)
  user(@Root() membership: MembershipRow, @Ctx() ctx: IdentityContext) {
    return ctx.loaders.user.load(membership.userId);
  }
}

@Resolver(() => User)
export class OrganizationsOfUserResolver {
  @Tag('internal')
  @Access({ to: 'USER', scope: 'TEAM_READ', role: 'SELF' })
  @FieldResolver(() => o.OrganizationMembershipConnection, {
    nullable: true,
    description:
      'Organizations the user belongs to, their personal one included. Seen by the user only; null for everybody else.',
  })
  organizationMemberships(
    @Root() user: User,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: IdentityContext,
  ) {
    return ctx.loaders.organizationsOfUser(user.id, page);
  }
}
