import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import type { IdentityContext } from '../context.ts';
import { type ApiKey, ApiKeyEntity } from './api-key.entity.ts';

/** Ends a key at once. Doing it again changes nothing. */
export function revokeApiKey(ctx: IdentityContext, input: { id: string }): Promise<ApiKey> {
  const id = requireId('key', input.id, 'id');
  return ctx.em.transactional(async em => {
    const apiKey = await em.findOne(ApiKeyEntity, { id, userId: ctx.viewer.id });
    if (!apiKey) throw notFound('API key');
    apiKey.revokedAt ??= new Date(ctx.clock.now());
    return apiKey;
  });
}
