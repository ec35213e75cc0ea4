import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { CacheControl } from '#platform/cache-control.ts';
import { PageArgs } from '#platform/pagination.ts';
import type { IdentityContext } from '../context.ts';
import { HandleTaken, User } from '../users/user.graphql.ts';
import { changeMemberRole } from './change-member-role.ts';
import { createTeam } from './create-team.ts';
import { inviteMember } from './invite-member.ts';
import type { Membership as MembershipRow } from './membership.entity.ts';
import { removeMember } from './remove-member.ts';
import type { Team as TeamRow } from './team.entity.ts';
import * as t from './team.graphql.ts';

@Resolver(() => t.Team)
export class TeamResolver {
  @Access({ to: 'PUBLIC' })
  @CacheControl({ maxAge: 300 })
  @Query(() => t.Team, { nullable: true, description: 'A team by id; null where there is none.' })
  async team(@Arg('id', () => ID) id: string, @Ctx() ctx: IdentityContext): Promise<t.Team | null> {
    return ctx.loaders.team.load(id);
  }

  @Access({ to: 'USER', scope: 'TEAM_READ', role: 'TEAM_MEMBER' })
  @FieldResolver(() => t.MembershipConnection, {
    nullable: true,
    description:
      'Who belongs to the team, oldest membership first. Seen by its members; null for everybody else.',
  })
  members(@Root() team: TeamRow, @Args(() => PageArgs) page: PageArgs, @Ctx() ctx: IdentityContext) {
    return ctx.loaders.membersOfTeam(team.id, page);
  }

  @Access({ to: 'USER', scope: 'TEAM_WRITE', permission: 'team.create', otherwise: 'FORBIDDEN' })
  @Mutation(() => t.CreateTeamResult, { description: 'Creates a team with the signed-in user as its owner.' })
  async createTeam(
    @Arg('input', () => t.CreateTeamInput) input: t.CreateTeamInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof t.CreateTeamResult> {
    const created = await createTeam(ctx, input);
    return created.ok ? new t.TeamCreated(created.value) : new HandleTaken(input.handle);
  }

  @Access({ to: 'USER', scope: 'TEAM_WRITE', role: 'TEAM_ADMIN', otherwise: 'FORBIDDEN' })
  @Mutation(() => t.InviteMemberResult, {
    description: 'Offers a membership for 7 days, by mail. For admins; offering OWNER is for owners.',
  })
  async inviteMember(
    @Arg('input', () => t.InviteMemberInput) input: t.InviteMemberInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof t.InviteMemberResult> {
    const invited = await inviteMember(ctx, input);
    return invited.ok ? new t.MemberInvited(invited.value) : new t.AlreadyMember();
  }

  @Access({ to: 'USER', scope: 'TEAM_WRITE', role: 'TEAM_ADMIN', otherwise: 'FORBIDDEN' })
  @Mutation(() => t.ChangeMemberRoleResult, {
    description: "Changes a member's role. For admins; making and unmaking owners is for owners.",
  })
  async changeMemberRole(
    @Arg('input', () => t.ChangeMemberRoleInput) input: t.ChangeMemberRoleInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof t.ChangeMemberRoleResult> {
    const changed = await changeMemberRole(ctx, input);
    return changed.ok ? new t.MemberRoleChanged(changed.value) : new t.LastOwner();
  }

  @Access({ to: 'USER', scope: 'TEAM_WRITE', role: 'THE_MEMBER_OR_TEAM_ADMIN', otherwise: 'FORBIDDEN' })
  @Mutation(() => t.RemoveMemberResult, { description: 'Takes somebody out of a team. Everybody may leave.' })
  async removeMember(
    @Arg('input', () => t.RemoveMemberInput) input: t.RemoveMemberInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof t.RemoveMemberResult> {
    const removed = await removeMember(ctx, input);
    return removed.ok ? new t.MemberRemoved(removed.value) : new t.LastOwner();
  }
}

@Resolver(() => t.Membership)
export class MembershipResolver {
  @FieldResolver(() => t.Team)
  team(@Root() membership: MembershipRow, @Ctx() ctx: IdentityContext) {
    return ctx.loaders.team.load(membership.teamId);
  }

  @FieldResolver(() => User)
  user(@Root() membership: MembershipRow, @Ctx() ctx: IdentityContext) {
    return ctx.loaders.user.load(membership.userId);
  }
}
