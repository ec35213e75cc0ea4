import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { Tag } from '#platform/contract-tags.ts';
import { PlatformPlan } from '#platform/plan.ts';
import type { IdentityContext } from '../context.ts';
import type { Organization as OrganizationRow } from '../organizations/organization.entity.ts';
import { Organization, OrganizationMembership } from '../organizations/organization.graphql.ts';
import type { OrganizationMembership as MembershipRow } from '../organizations/organization-membership.entity.ts';
import { NameTaken } from '../roles/custom-role.graphql.ts';
import * as a from './attribute.graphql.ts';
import { createAttribute, deleteAttribute } from './define-attribute.ts';
import { setMemberAttributes } from './set-member-attributes.ts';

@Resolver(() => Organization)
export class AttributeResolver {
  @Access({ to: 'USER', scope: 'TEAM_READ', permission: 'member.read' })
  @FieldResolver(() => [a.MemberAttribute], {
    nullable: true,
    description: 'What is noted about each member, oldest first. Null without `member.read`.',
  })
  memberAttributes(@Root() organization: OrganizationRow, @Ctx() ctx: IdentityContext) {
    return ctx.loaders.attributesOfOrganization.load(organization.id);
  }

  @Tag('internal')
  @Access({ to: 'USER', scope: 'TEAM_WRITE', permission: 'attribute.manage', otherwise: 'FORBIDDEN' })
  @PlatformPlan('ATTRIBUTES')
  @Mutation(() => a.CreateMemberAttributeResult, { description: 'Needs `attribute.manage`.' })
  async createMemberAttribute(
    @Arg('input', () => a.CreateMemberAttributeInput) input: a.CreateMemberAttributeInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof a.CreateMemberAttributeResult> {
    const created = await createAttribute(ctx, input);
    return created.ok ? new a.MemberAttributeCreated(created.value) : new NameTaken();
  }

  @Tag('internal')
  @Access({ to: 'USER', scope: 'TEAM_WRITE', permission: 'attribute.manage', otherwise: 'FORBIDDEN' })
  @Mutation(() => a.MemberAttributeDeleted, {
    description: 'Forgets an attribute with all its values. Needs `attribute.manage`.',
  })
  async deleteMemberAttribute(
    @Arg('input', () => a.DeleteMemberAttributeInput) input: a.DeleteMemberAttributeInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<a.MemberAttributeDeleted> {
    return new a.MemberAttributeDeleted(await deleteAttribute(ctx, input));
  }

  @Tag('internal')
  @Access({ to: 'USER', scope: 'TEAM_WRITE', permission: 'attribute.assign', otherwise: 'FORBIDDEN' })
  @PlatformPlan('ATTRIBUTES')
  @Mutation(() => a.MemberAttributesSet, { description: 'Needs `attribute.assign`.' })
  async setMemberAttributes(
    @Arg('input', () => a.SetMemberAttributesInput) input: a.SetMemberAttributesInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<a.MemberAttributesSet> {
    const values = input.values.map(({ slug, value }) => ({ slug, value: value ?? null }));
    return new a.MemberAttributesSet(await setMemberAttributes(ctx, { ...input, values }));
  }
}

@Resolver(() => OrganizationMembership)
export class MemberAttributesResolver {
  @Access({ to: 'USER', scope: 'TEAM_READ', role: 'THE_MEMBER', permission: 'attribute.read' })
  @FieldResolver(() => [a.MemberAttributeValue], {
    nullable: true,
    description: 'What is noted about the member. Seen by themself and with `attribute.read`.',
  })
  attributes(@Root() membership: MembershipRow, @Ctx() ctx: IdentityContext) {
    return ctx.loaders.attributesOfMember.load(membership.id);
  }
}
