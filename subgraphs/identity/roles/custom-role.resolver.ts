import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { Tag } from '#platform/contract-tags.ts';
import { PlatformPlan } from '#platform/plan.ts';
import type { IdentityContext } from '../context.ts';
import type { Organization as OrganizationRow } from '../organizations/organization.entity.ts';
import { Organization, OrganizationMembership } from '../organizations/organization.graphql.ts';
import type { OrganizationMembership as MembershipRow } from '../organizations/organization-membership.entity.ts';
import { VersionConflict } from '../version-conflict.graphql.ts';
import { createCustomRole, deleteCustomRole, updateCustomRole } from './change-custom-role.ts';
import * as r from './custom-role.graphql.ts';
import { setMemberRoles } from './set-member-roles.ts';

@Resolver(() => Organization)
export class CustomRoleResolver {
  @Access({ to: 'USER', scope: 'TEAM_READ', permission: 'member.read' })
  @FieldResolver(() => [r.CustomRole], {
    nullable: true,
    description: 'Its custom roles, oldest first. Null without `member.read`.',
  })
  customRoles(@Root() organization: OrganizationRow, @Ctx() ctx: IdentityContext) {
    return ctx.loaders.rolesOfOrganization.load(organization.id);
  }

  @Tag('internal')
  @Access({ to: 'USER', scope: 'TEAM_WRITE', permission: 'role.manage', otherwise: 'FORBIDDEN' })
  @PlatformPlan('CUSTOM_ROLES')
  @Mutation(() => r.CreateCustomRoleResult, {
    description: 'Needs `role.manage`, and every permission given.',
  })
  async createCustomRole(
    @Arg('input', () => r.CreateCustomRoleInput) input: r.CreateCustomRoleInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof r.CreateCustomRoleResult> {
    const created = await createCustomRole(ctx, input);
    return created.ok ? new r.CustomRoleCreated(created.value) : new r.NameTaken();
  }

  @Tag('internal')
  @Access({ to: 'USER', scope: 'TEAM_WRITE', permission: 'role.manage', otherwise: 'FORBIDDEN' })
  @PlatformPlan('CUSTOM_ROLES')
  @Mutation(() => r.UpdateCustomRoleResult, {
    description:
      'Changes a role for all who have it. Needs `role.manage`, and every permission before and after.',
  })
  async updateCustomRole(
    @Arg('input', () => r.UpdateCustomRoleInput) input: r.UpdateCustomRoleInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof r.UpdateCustomRoleResult> {
    const updated = await updateCustomRole(ctx, input);
    if (updated.ok) return new r.CustomRoleUpdated(updated.value);
    return updated.error === 'NAME_TAKEN'
      ? new r.NameTaken()
      : new VersionConflict(updated.error.currentVersion);
  }

  // Without a plan: what was made under another one can always be taken away.
  @Tag('internal')
  @Access({ to: 'USER', scope: 'TEAM_WRITE', permission: 'role.manage', otherwise: 'FORBIDDEN' })
  @Mutation(() => r.CustomRoleDeleted, {
    description: 'Takes a role from all who have it. Needs `role.manage`, and every permission of the role.',
  })
  async deleteCustomRole(
    @Arg('input', () => r.DeleteCustomRoleInput) input: r.DeleteCustomRoleInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<r.CustomRoleDeleted> {
    return new r.CustomRoleDeleted(await deleteCustomRole(ctx, input));
  }

  @Tag('internal')
  @Access({ to: 'USER', scope: 'TEAM_WRITE', permission: 'role.assign', otherwise: 'FORBIDDEN' })
  @PlatformPlan('CUSTOM_ROLES')
  @Mutation(() => r.MemberRolesSet, {
    description: 'Needs `role.assign`, all that the member may do, and every permission of the roles.',
  })
  async setMemberRoles(
    @Arg('input', () => r.SetMemberRolesInput) input: r.SetMemberRolesInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<r.MemberRolesSet> {
    return new r.MemberRolesSet(await setMemberRoles(ctx, input));
  }
}

@Resolver(() => OrganizationMembership)
export class MemberRolesResolver {
  @FieldResolver(() => [r.CustomRole], { description: 'What the member has beside their role.' })
  customRoles(@Root() membership: MembershipRow, @Ctx() ctx: IdentityContext) {
    return ctx.loaders.rolesOfMember.load(membership.id);
  }
}
