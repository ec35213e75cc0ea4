import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { transact } from '#platform/transaction.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';
import { type ApiKey, ApiKeyEntity } from './api-key.entity.ts';
import { apiKeyRevoked } from './api-key.events.ts';
import { keyFacts } from './create-api-key.ts';

/** Ends a key at once. Doing it again changes nothing. */
export function revokeApiKey(ctx: IdentityContext, input: { id: string }): Promise<ApiKey> {
  const id = requireId('key', input.id, 'id');
  return transact(ctx, async ({ em, emit }) => {
    const apiKey = await em.findOne(ApiKeyEntity, { id, userId: ctx.viewer.id });
    if (!apiKey) throw notFound('API key');
    if (apiKey.revokedAt) return apiKey;
    apiKey.revokedAt = new Date(ctx.clock.now());
    await em.flush();
    await emit(apiKeyRevoked(apiKey));
    await appendAuditEntry(ctx, em, {
      action: 'api_key.revoked',
      of: { userId: ctx.viewer.id },
      target: { type: 'api_key', id },
      before: keyFacts(apiKey),
      after: { revokedAt: apiKey.revokedAt },
    });
    return apiKey;
  });
}
