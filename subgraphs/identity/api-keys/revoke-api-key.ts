import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { transact } from '#platform/transaction.ts';
import type { ApiKeyEnd } from '../../../schema/events.ts';
import type { IdentityContext } from '../context.ts';
import { type ApiKey, ApiKeyEntity } from './api-key.entity.ts';

/** Ends a key at once. Doing it again changes nothing. */
export function revokeApiKey(ctx: IdentityContext, input: { id: string }): Promise<ApiKey> {
  const id = requireId('key', input.id, 'id');
  return transact(ctx, async ({ em, emit }) => {
    const apiKey = await em.findOne(ApiKeyEntity, { id, userId: ctx.viewer.id });
    if (!apiKey) throw notFound('API key');
    if (apiKey.revokedAt) return apiKey;
    apiKey.revokedAt = new Date(ctx.clock.now());
    await em.flush();
    const payload: ApiKeyEnd = { apiKeyId: id, userId: apiKey.userId };
    await emit({
      name: 'api_key.revoked',
      aggregateType: 'api_key',
      aggregateId: id,
      version: 2,
      payload,
      audience: [apiKey.userId],
      organizationId: apiKey.organizationId,
    });
    return apiKey;
  });
}
