import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { PageArgs } from '#platform/pagination.ts';
import type { IdentityContext } from '../context.ts';
import * as t from './api-key.graphql.ts';
import { createApiKey } from './create-api-key.ts';
import { findApiKeys } from './find-api-keys.ts';
import { revokeApiKey } from './revoke-api-key.ts';
import { rotateApiKey } from './rotate-api-key.ts';

@Resolver(() => t.ApiKey)
export class ApiKeyResolver {
  @Access({ to: 'USER', scope: 'PROFILE_READ' })
  @Query(() => t.ApiKeyConnection, {
    description: "The signed-in user's API keys, newest first, revoked and expired ones included.",
  })
  apiKeys(@Args(() => PageArgs) page: PageArgs, @Ctx() ctx: IdentityContext) {
    return findApiKeys(ctx, page);
  }

  @Access({ to: 'USER', scope: 'PROFILE_WRITE' })
  @Mutation(() => t.CreateApiKeyResult, {
    description: 'Creates an API key. Its secret is in the answer and nowhere else.',
  })
  async createApiKey(
    @Arg('input', () => t.CreateApiKeyInput) input: t.CreateApiKeyInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof t.CreateApiKeyResult> {
    const { secret, apiKey } = await createApiKey(ctx, input);
    return new t.ApiKeyCreated(secret, apiKey);
  }

  @Access({ to: 'USER', scope: 'PROFILE_WRITE', role: 'SELF', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.RotateApiKeyResult, {
    description: 'Replaces a key by a new one with the same scopes. Both work until the overlap is over.',
  })
  async rotateApiKey(
    @Arg('input', () => t.RotateApiKeyInput) input: t.RotateApiKeyInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<typeof t.RotateApiKeyResult> {
    const rotated = await rotateApiKey(ctx, input);
    if (!rotated.ok) return new t.ApiKeyInactive();
    return new t.ApiKeyCreated(rotated.value.secret, rotated.value.apiKey);
  }

  @Access({ to: 'USER', scope: 'PROFILE_WRITE', role: 'SELF', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.RevokeApiKeyPayload, {
    description: 'Ends an API key: within 5 seconds no part of the graph takes it.',
  })
  async revokeApiKey(
    @Arg('input', () => t.RevokeApiKeyInput) input: t.RevokeApiKeyInput,
    @Ctx() ctx: IdentityContext,
  ): Promise<t.RevokeApiKeyPayload> {
    return new t.RevokeApiKeyPayload(await revokeApiKey(ctx, input));
  }
}
