import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { Tag } from '#platform/contract-tags.ts';
import type { IdentityContext } from '../context.ts';
import { isProvider, type SignInProvider } from '../domain/sign-in-source.ts';
import * as t from './federated-identity.graphql.ts';
import { findFederatedIdentities } from './find-federated-identities.ts';
import type { FederatedIdentity as IdentityRow } from './sso.entity.ts';
import { startFederatedSignIn } from './start-federated-sign-in.ts';
import { unlinkFederatedIdentity } from './unlink-federated-identity.ts';

@Resolver(() => t.FederatedIdentity)
export class FederatedIdentityResolver {
  @Tag('internal')
  @Access({ to: 'USER', scope: 'PROFILE_READ' })
  @Query(() => [t.FederatedIdentity], {
    description:
      'Ways in that are linked with the account of the signed-in user, newest first; the first 200.',
  })
  federatedIdentities(@Ctx() ctx: IdentityContext) {
    return findFederatedIdentities(ctx);
  }

  @FieldResolver(() => t.SignInProvider, { nullable: true })
  provider(@Root() { source }: IdentityRow): SignInProvider | null {
    return isProvider(source) ? source : null;
  }

  @Tag('internal')
  @Access({ to: 'PUBLIC' })
  @Mutation(() => t.StartFederatedSignInResult, {
    description:
      'Begins a sign-in by an identity provider. RATE_LIMITED for a client that asks too often. An identity that is new here is linked with an account only by the user of that account.',
  })
  async startFederatedSignIn(
    @Arg('input', () => t.StartFederatedSignInInput) input: t.StartFederatedSignInInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof t.StartFederatedSignInResult> {
    const { url, expiresAt } = await startFederatedSignIn(ctx, input, 'SIGN_IN');
    return new t.FederatedSignInStarted(url, expiresAt);
  }

  @Tag('internal')
  @Access({ to: 'USER', scope: 'PROFILE_WRITE' })
  @Mutation(() => t.StartFederatedSignInResult, {
    description:
      'Begins to link another way in with the account of the signed-in user, whatever address it has. Needs a session: FORBIDDEN for API keys.',
  })
  async startFederatedLink(
    @Arg('input', () => t.StartFederatedSignInInput) input: t.StartFederatedSignInInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof t.StartFederatedSignInResult> {
    const { url, expiresAt } = await startFederatedSignIn(ctx, input, 'LINK');
    return new t.FederatedSignInStarted(url, expiresAt);
  }

  @Tag('internal')
  @Access({ to: 'USER', scope: 'PROFILE_WRITE' })
  @Mutation(() => t.UnlinkFederatedIdentityResult, {
    description:
      'Closes a way in; links in mails go on to work. Sessions stay: revoke them. Needs a session: FORBIDDEN for API keys.',
  })
  async unlinkFederatedIdentity(
    @Arg('input', () => t.UnlinkFederatedIdentityInput) input: t.UnlinkFederatedIdentityInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof t.UnlinkFederatedIdentityResult> {
    return new t.FederatedIdentityUnlinked(await unlinkFederatedIdentity(ctx, input));
  }
}
