import {
  Arg,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql';
import { Access } from '#platform/access.ts';
import { registerEnum } from '#platform/graphql-enum.ts';
import { requireId } from '#platform/ids.ts';
import type { IdentityContext } from '../context.ts';
import type { Plan as PlanName } from '../domain/plan.ts';
import type { Organization as OrganizationRow } from '../organizations/organization.entity.ts';
import { Organization } from '../organizations/organization.graphql.ts';
import { setPlan } from './set-plan.ts';

const Plan = registerEnum<PlanName>('Plan', 'What an organization has booked of us.', {
  FREE: 'For trying out and for small teams.',
  TEAM: 'With custom roles and attributes of members.',
  ENTERPRISE: 'Without narrow limits.',
});

@ObjectType({ description: 'Something that a plan has.' })
class PlanFeature {
  @Field(() => String, { description: 'What `@plan(feature:)` of a field names, or what is limited.' })
  feature!: string;

  @Field(() => Int, { nullable: true, description: 'How many there can be; null: any number.' })
  limit?: number | null;
}

@Directive('@inaccessible')
@InputType()
class SetPlanInput {
  @Field(() => ID)
  organizationId!: string;

  @Field(() => Plan)
  plan!: PlanName;
}

@Resolver(() => Organization)
export class PlanResolver {
  @FieldResolver(() => Plan)
  plan(@Root() organization: OrganizationRow): PlanName {
    return organization.plan;
  }

  @FieldResolver(() => [PlanFeature], {
    description: 'What its plan has; a feature that is not listed it lacks.',
  })
  planFeatures(@Root() organization: OrganizationRow, @Ctx() ctx: IdentityContext) {
    return ctx.loaders.featuresOfPlan.load(organization.plan);
  }

  @Access({ to: 'SERVICE' })
  @Directive('@inaccessible')
  @Mutation(() => Organization, { description: 'Books a plan. For billing.' })
  setPlan(@Arg('input', () => SetPlanInput) input: SetPlanInput, @Ctx() ctx: IdentityContext) {
    requireId('org', input.organizationId, 'organizationId');
    return setPlan(ctx, input);
  }
}
