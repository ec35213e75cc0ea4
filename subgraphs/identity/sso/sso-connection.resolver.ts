import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { Tag } from '#platform/contract-tags.ts';
import type { IdentityContext } from '../context.ts';
import { VersionConflict } from '../version-conflict.graphql.ts';
import { createSsoConnection } from './create-sso-connection.ts';
import { deleteSsoConnection } from './delete-sso-connection.ts';
import { findSsoConnections } from './find-sso-connections.ts';
import type { SsoConnection as ConnectionRow } from './sso.entity.ts';
import * as t from './sso-connection.graphql.ts';
import { callbackOf, entityIdOf } from './sso-parts.ts';
import { updateSsoConnection } from './update-sso-connection.ts';

@Resolver(() => t.SsoConnection)
export class SsoConnectionResolver {
  @Tag('internal')
  @Access({ to: 'USER', scope: 'PROFILE_READ' })
  @Query(() => [t.SsoConnection], {
    description: 'Identity providers of an organization, oldest first; the first 200. For its admins.',
  })
  ssoConnections(@Arg('organizationId', () => ID) organizationId: string, @Ctx() ctx: IdentityContext) {
    return findSsoConnections(ctx, { organizationId });
  }

  @FieldResolver(() => String, {
    description:
      'Where the provider answers: the redirect URI of the OIDC client, or the assertion consumer service of SAML.',
  })
  callbackUrl(@Root() { id }: ConnectionRow, @Ctx() ctx: IdentityContext): string {
    return callbackOf(ctx.sso, id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'SAML: our metadata, and our entity id. Null for OIDC.',
  })
  metadataUrl(@Root() { id, protocol }: ConnectionRow, @Ctx() ctx: IdentityContext): string | null {
    return protocol === 'SAML' ? entityIdOf(ctx.sso, id) : null;
  }

  @Tag('internal')
  @Access({ to: 'USER', scope: 'PROFILE_WRITE' })
  @Mutation(() => t.CreateSsoConnectionResult, {
    description:
      'Sets up an identity provider for an organization. For its admins with a session: FORBIDDEN for API keys.',
  })
  async createSsoConnection(
    @Arg('input', () => t.CreateSsoConnectionInput) input: t.CreateSsoConnectionInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof t.CreateSsoConnectionResult> {
    const created = await createSsoConnection(ctx, input);
    return created.ok ? new t.SsoConnectionCreated(created.value) : new t.IssuerUnusable();
  }

  @Tag('internal')
  @Access({ to: 'USER', scope: 'PROFILE_WRITE' })
  @Mutation(() => t.UpdateSsoConnectionResult, {
    description:
      'Changes an identity provider. What another issuer calls its users opens no account that the former one did.',
  })
  async updateSsoConnection(
    @Arg('input', () => t.UpdateSsoConnectionInput) input: t.UpdateSsoConnectionInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof t.UpdateSsoConnectionResult> {
    const updated = await updateSsoConnection(ctx, input);
    if (updated.ok) return new t.SsoConnectionUpdated(updated.value);
    return updated.error.code === 'VERSION_CONFLICT'
      ? new VersionConflict(updated.error.currentVersion)
      : new t.IssuerUnusable();
  }

  @Tag('internal')
  @Access({ to: 'USER', scope: 'PROFILE_WRITE' })
  @Mutation(() => t.DeleteSsoConnectionResult, {
    description:
      'Removes an identity provider and the ways in that it has linked; sessions stay, unless the organization requires such a provider.',
  })
  async deleteSsoConnection(
    @Arg('input', () => t.DeleteSsoConnectionInput) input: t.DeleteSsoConnectionInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof t.DeleteSsoConnectionResult> {
    const deleted = await deleteSsoConnection(ctx, input);
    return deleted.ok ? new t.SsoConnectionDeleted(deleted.value) : new t.SsoConnectionNeeded();
  }
}
