import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { Tag } from '#platform/contract-tags.ts';
import type { IdentityContext } from '../context.ts';
import { sessionEnd } from '../domain/session-lifetime.ts';
import { HandleTaken } from '../users/user.graphql.ts';
import type { FirstProof } from './prove-user.ts';
import { requestMagicLink } from './request-magic-link.ts';
import * as t from './sign-in.graphql.ts';
import { signIn } from './sign-in.ts';

function viewOf(proof: FirstProof) {
  switch (proof.kind) {
    case 'SIGNED_IN':
      return new t.SignedIn(proof.token, sessionEnd(proof.session), proof.user);
    case 'SECOND_FACTOR_REQUIRED':
      return new t.SecondFactorRequired(proof.token, proof.expiresAt);
    case 'SSO_REQUIRED':
      return new t.SsoRequired(proof.url, proof.expiresAt, proof.connectionName);
  }
}

@Resolver()
export class SignInResolver {
  @Tag('internal')
  @Access({ to: 'PUBLIC' })
  @Mutation(() => t.MagicLinkPayload, {
    description:
      'Mails a link that signs its reader in. RATE_LIMITED for a client that asks too often, whatever the address.',
  })
  async requestMagicLink(
    @Arg('input', () => t.RequestMagicLinkInput) input: t.RequestMagicLinkInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<t.MagicLinkPayload> {
    return new t.MagicLinkPayload(await requestMagicLink(ctx, input));
  }

  @Tag('internal')
  @Access({ to: 'PUBLIC' })
  @Mutation(() => t.SignInResult, {
    description:
      'Exchanges the token of a mailed link for a session, once; where the user has an authenticator, `completeSignIn` follows, and where their organization requires its own sign-in, that does. An address without an account gets one by it.',
  })
  async signIn(
    @Arg('input', () => t.SignInInput) input: t.SignInInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof t.SignInResult> {
    const outcome = await signIn(ctx, input);
    if (outcome.ok) return viewOf(outcome.value);
    return outcome.error === 'LINK_INVALID' ? new t.LinkInvalid() : new HandleTaken(input.handle ?? '');
  }
}
