import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { Tag } from '#platform/contract-tags.ts';
import { PlatformPlan } from '#platform/plan.ts';
import type { IdentityContext } from '../context.ts';
import { VersionConflict } from '../version-conflict.graphql.ts';
import { changeSsoRequirement } from './change-sso-requirement.ts';
import * as t from './required-sso.graphql.ts';

function viewOf(changed: Awaited<ReturnType<typeof changeSsoRequirement>>) {
  if (changed.ok) return new t.SsoRequirementChanged(changed.value);
  return changed.error.code === 'SSO_UNPROVEN'
    ? new t.SsoUnproven()
    : new VersionConflict(changed.error.currentVersion);
}

@Resolver()
export class RequiredSsoResolver {
  @Tag('internal')
  @Access({ to: 'USER', scope: 'PROFILE_WRITE', permission: 'sso.manage', otherwise: 'FORBIDDEN' })
  @PlatformPlan('REQUIRED_SSO')
  @Mutation(() => t.SsoRequirementResult, {
    description:
      "From now on members sign in by the organization's identity providers only, and sessions that were begun otherwise end; owners keep every way in, and API keys work on. Needs `sso.manage`, and a session that such a provider has opened: FORBIDDEN for API keys.",
  })
  async requireSso(
    @Arg('input', () => t.SsoRequirementInput) input: t.SsoRequirementInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof t.SsoRequirementResult> {
    return viewOf(await changeSsoRequirement(ctx, input, true));
  }

  @Tag('internal')
  @Access({ to: 'USER', scope: 'PROFILE_WRITE', permission: 'sso.manage', otherwise: 'FORBIDDEN' })
  @Mutation(() => t.SsoRequirementResult, {
    description:
      'Lets members sign in by every way again, whatever the plan. Needs `sso.manage` and a session: FORBIDDEN for API keys.',
  })
  async liftSsoRequirement(
    @Arg('input', () => t.SsoRequirementInput) input: t.SsoRequirementInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof t.SsoRequirementResult> {
    return viewOf(await changeSsoRequirement(ctx, input, false));
  }
}
