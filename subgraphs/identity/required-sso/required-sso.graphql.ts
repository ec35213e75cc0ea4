import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Organization } from '../organizations/organization.graphql.ts';
import { Problem, type ProblemCode } from '../problem.graphql.ts';
import { VersionConflict } from '../version-conflict.graphql.ts';

@InputType()
export class SsoRequirementInput {
  @Field(() => ID)
  organizationId!: string;

  @Field(() => Int, { description: "The organization's `version` that the change is based on." })
  expectedVersion!: number;
}

@ObjectType()
export class SsoRequirementChanged {
  constructor(organization: Organization) {
    this.organization = organization;
  }

  @Field(() => Organization)
  organization: Organization;
}

@ObjectType({ implements: Problem })
export class SsoUnproven extends Problem {
  override code: ProblemCode = 'SSO_UNPROVEN';
  override message =
    'Sign in by an identity provider of the organization first, so that it is known to work.';
}

export const SsoRequirementResult = createUnionType({
  name: 'SsoRequirementResult',
  types: () => [SsoRequirementChanged, SsoUnproven, VersionConflict] as const,
});
