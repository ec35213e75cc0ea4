import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { Tag } from '#platform/contract-tags.ts';
import { PageArgs } from '#platform/pagination.ts';
import type { IdentityContext } from '../context.ts';
import { VersionConflict } from '../version-conflict.graphql.ts';
import { findConnectedApplications } from './connected-applications.ts';
import { createOauthClient } from './create-oauth-client.ts';
import { deleteOauthClient } from './delete-oauth-client.ts';
import { disconnectApplication } from './disconnect-application.ts';
import { findOauthClients } from './find-oauth-clients.ts';
import * as t from './oauth-client.graphql.ts';
import { rotateOauthClientSecret } from './rotate-oauth-client-secret.ts';
import { updateOauthClient } from './update-oauth-client.ts';

/** Changes of a client: for its owner, and for whoever manages clients of the organization that owns it. */
const managing = {
  to: 'USER',
  scope: 'PROFILE_WRITE',
  role: 'SELF',
  permission: 'oauth_client.manage',
  otherwise: 'FORBIDDEN',
} as const;

@Resolver(() => t.OAuthClient)
export class OAuthClientResolver {
  @Tag('internal')
  @Access({ to: 'USER', scope: 'PROFILE_READ' })
  @Query(() => t.OAuthClientConnection, {
    description:
      'OAuth clients of the signed-in user and of organizations that they administer, newest first.',
  })
  oauthClients(@Args(() => PageArgs) page: PageArgs, @Ctx() ctx: IdentityContext) {
    return findOauthClients(ctx, page);
  }

  @Tag('internal')
  @Access({ to: 'USER', scope: 'PROFILE_WRITE', permission: 'oauth_client.manage', otherwise: 'FORBIDDEN' })
  @Mutation(() => t.CreateOAuthClientResult, {
    description: 'Registers an OAuth client. Its secret is in the answer and nowhere else.',
  })
  async createOAuthClient(
    @Arg('input', () => t.CreateOAuthClientInput) input: t.CreateOAuthClientInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof t.CreateOAuthClientResult> {
    const { client, secret } = await createOauthClient(ctx, input);
    return new t.OAuthClientCreated(client, secret);
  }

  @Tag('internal')
  @Access(managing)
  @Mutation(() => t.UpdateOAuthClientResult, { description: 'Changes an OAuth client.' })
  async updateOAuthClient(
    @Arg('input', () => t.UpdateOAuthClientInput) input: t.UpdateOAuthClientInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof t.UpdateOAuthClientResult> {
    const updated = await updateOauthClient(ctx, input);
    return updated.ok
      ? new t.OAuthClientUpdated(updated.value)
      : new VersionConflict(updated.error.currentVersion);
  }

  @Tag('internal')
  @Access(managing)
  @Mutation(() => t.RotateOAuthClientSecretResult, {
    description: 'Gives a confidential client a new secret. Both are taken until the overlap is over.',
  })
  async rotateOAuthClientSecret(
    @Arg('input', () => t.RotateOAuthClientSecretInput) input: t.RotateOAuthClientSecretInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof t.RotateOAuthClientSecretResult> {
    const rotated = await rotateOauthClientSecret(ctx, input);
    if (!rotated.ok) return new t.OAuthClientPublic();
    return new t.OAuthClientSecretRotated(rotated.value.client, rotated.value.secret);
  }

  @Tag('internal')
  @Access(managing)
  @Mutation(() => t.DeleteOAuthClientResult, {
    description: 'Removes an OAuth client: within 5 seconds none of its tokens is taken.',
  })
  async deleteOAuthClient(
    @Arg('input', () => t.DeleteOAuthClientInput) input: t.DeleteOAuthClientInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof t.DeleteOAuthClientResult> {
    const deleted = await deleteOauthClient(ctx, input);
    return deleted.ok ? new t.OAuthClientDeleted(deleted.value) : new t.OAuthClientHasUsers();
  }

  @Tag('internal')
  @Access({ to: 'USER', scope: 'PROFILE_READ' })
  @Query(() => [t.ConnectedApplication], {
    description: 'Applications that the signed-in user allowed something, newest first; the first 200.',
  })
  connectedApplications(@Ctx() ctx: IdentityContext): Promise<t.ConnectedApplication[]> {
    return findConnectedApplications(ctx);
  }

  @Tag('internal')
  @Access({ to: 'USER', scope: 'PROFILE_WRITE', role: 'SELF', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.DisconnectApplicationResult, {
    description: 'Takes back what an application was allowed: within 5 seconds none of its tokens is taken.',
  })
  async disconnectApplication(
    @Arg('input', () => t.DisconnectApplicationInput) input: t.DisconnectApplicationInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof t.DisconnectApplicationResult> {
    return new t.ApplicationDisconnected(await disconnectApplication(ctx, input));
  }
}
