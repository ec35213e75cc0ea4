import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { Tag } from '#platform/contract-tags.ts';
import { CodeInvalid } from '../code-invalid.graphql.ts';
import type { IdentityContext } from '../context.ts';
import { sessionEnd } from '../domain/session-lifetime.ts';
import { SignedIn } from '../sign-in/sign-in.graphql.ts';
import { completeSignIn } from './complete-sign-in.ts';
import { confirmSecondFactor } from './confirm-second-factor.ts';
import { disableSecondFactor } from './disable-second-factor.ts';
import { enrolSecondFactor } from './enrol-second-factor.ts';
import { findSecondFactor } from './find-second-factor.ts';
import { renewRecoveryCodes } from './renew-recovery-codes.ts';
import * as t from './second-factor.graphql.ts';

@Resolver()
export class SecondFactorResolver {
  @Tag('internal')
  @Access({ to: 'USER', scope: 'PROFILE_READ' })
  @Query(() => t.SecondFactor, { description: "The signed-in user's authenticator." })
  secondFactor(@Ctx() ctx: IdentityContext): Promise<t.SecondFactor> {
    return findSecondFactor(ctx);
  }

  @Tag('internal')
  @Access({ to: 'USER', scope: 'PROFILE_WRITE', role: 'SESSION', otherwise: 'FORBIDDEN' })
  @Mutation(() => t.EnrolSecondFactorResult, {
    description:
      'A secret for an authenticator app, instead of one that was not confirmed. Needs a session: FORBIDDEN for API keys.',
  })
  async enrolSecondFactor(@Ctx() ctx: IdentityContext): Promise<typeof t.EnrolSecondFactorResult> {
    const outcome = await enrolSecondFactor(ctx);
    if (!outcome.ok) return new t.SecondFactorActive();
    return new t.SecondFactorEnrolled(outcome.value.secret, outcome.value.uri);
  }

  @Tag('internal')
  @Access({ to: 'USER', scope: 'PROFILE_WRITE', role: 'SESSION', otherwise: 'FORBIDDEN' })
  @Mutation(() => t.ConfirmSecondFactorResult, {
    description: 'From now on signing in takes a code. Needs a session: FORBIDDEN for API keys.',
  })
  async confirmSecondFactor(
    @Arg('input', () => t.ConfirmSecondFactorInput) input: t.ConfirmSecondFactorInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof t.ConfirmSecondFactorResult> {
    const outcome = await confirmSecondFactor(ctx, input);
    if (outcome.ok) return new t.SecondFactorConfirmed(outcome.value);
    return outcome.error === 'CODE_INVALID' ? new CodeInvalid() : new t.SecondFactorActive();
  }

  @Tag('internal')
  @Access({ to: 'USER', scope: 'PROFILE_WRITE', role: 'SESSION', otherwise: 'FORBIDDEN' })
  @Mutation(() => t.DisableSecondFactorResult, {
    description:
      'From now on signing in takes no code, and the recovery codes are void. Needs a session: FORBIDDEN for API keys.',
  })
  async disableSecondFactor(
    @Arg('input', () => t.DisableSecondFactorInput) input: t.DisableSecondFactorInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof t.DisableSecondFactorResult> {
    const outcome = await disableSecondFactor(ctx, input);
    return outcome.ok ? new t.SecondFactorDisabled() : new CodeInvalid();
  }

  @Tag('internal')
  @Access({ to: 'USER', scope: 'PROFILE_WRITE', role: 'SESSION', otherwise: 'FORBIDDEN' })
  @Mutation(() => t.RenewRecoveryCodesResult, {
    description: 'Ten new recovery codes; those before are void. Needs a session: FORBIDDEN for API keys.',
  })
  async renewRecoveryCodes(
    @Arg('input', () => t.RenewRecoveryCodesInput) input: t.RenewRecoveryCodesInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof t.RenewRecoveryCodesResult> {
    const outcome = await renewRecoveryCodes(ctx, input);
    return outcome.ok ? new t.RecoveryCodesRenewed(outcome.value) : new CodeInvalid();
  }

  @Tag('internal')
  @Access({ to: 'PUBLIC' })
  @Mutation(() => t.CompleteSignInResult, {
    description: 'The second half of signing in, within 5 minutes. Five codes in vain end it.',
  })
  async completeSignIn(
    @Arg('input', () => t.CompleteSignInInput) input: t.CompleteSignInInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof t.CompleteSignInResult> {
    const outcome = await completeSignIn(ctx, input);
    if (!outcome.ok) return outcome.error === 'CODE_INVALID' ? new CodeInvalid() : new t.SignInExpired();
    const { token, session, user } = outcome.value;
    return new SignedIn(token, sessionEnd(session), user);
  }
}
