import { LockMode } from '@mikro-orm/postgresql';
import { badInput, notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';
import { requireOwnCredential } from '../oauth/own-client.ts';
import { ApiKeyEntity } from './api-key.entity.ts';
import { keyFacts, type MintedKey, mintKey, requireScopes } from './create-api-key.ts';

const DAY_MS = 86_400_000;

/**
 * Makes a successor with the same name, scopes and expiry; the old key lives on for the overlap. A key is replaced
 * once, and only by a credential that could have made it.
 */
export function rotateApiKey(
  ctx: IdentityContext,
  input: { id: string; overlapUntil?: Date | null },
): Promise<Result<MintedKey, 'API_KEY_INACTIVE'>> {
  requireOwnCredential(ctx.viewer);
  const id = requireId('key', input.id, 'id');
  const now = ctx.clock.now();
  const until = input.overlapUntil ?? new Date(now + DAY_MS);
  if (until.getTime() < now || until.getTime() > now + DAY_MS) {
    throw badInput('overlapUntil', '`overlapUntil` must be within the next 24 hours.');
  }
  return transact<Result<MintedKey, 'API_KEY_INACTIVE'>>(ctx, async ({ em }) => {
    const old = await em.findOne(
      ApiKeyEntity,
      { id, userId: ctx.viewer.id },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!old) throw notFound('API key');
    if (old.revokedAt || old.replacedById || (old.expiresAt && old.expiresAt.getTime() <= now))
      return err('API_KEY_INACTIVE');
    requireScopes(ctx, old.scopes);
    const { expiresAt } = old;
    const successor = mintKey(ctx, em, old.organizationId, {
      name: old.name,
      scopes: old.scopes,
      expiresAt: expiresAt ?? null,
    });
    if (!expiresAt || expiresAt > until) old.expiresAt = until;
    await em.flush();
    old.replacedById = successor.apiKey.id;
    await em.flush();
    await appendAuditEntry(ctx, em, {
      action: 'api_key.rotated',
      of: { userId: ctx.viewer.id },
      target: { type: 'api_key', id },
      before: keyFacts({ ...old, expiresAt: expiresAt ?? null }),
      after: { expiresAt: old.expiresAt, replacedById: successor.apiKey.id },
    });
    return ok(successor);
  });
}
