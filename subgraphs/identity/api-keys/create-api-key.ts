import type { EntityManager } from '@mikro-orm/postgresql';
import { AppError, badInput, notFound } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { hasScope } from '#platform/principal.ts';
import { transact } from '#platform/transaction.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import { hashSecret, mintCredential } from '../authentication/credential-format.ts';
import type { IdentityContext } from '../context.ts';
import type { Scope } from '../domain/scope.ts';
import { requireOwnCredential } from '../oauth/own-client.ts';
import { type ApiKey, ApiKeyEntity } from './api-key.entity.ts';

export interface MintedKey {
  secret: string;
  apiKey: ApiKey;
}

interface KeyTerms {
  name: string;
  scopes: readonly Scope[];
  expiresAt?: Date | null;
}

/** Adds a key of the viewer's to the unit of work; the caller flushes. */
export function mintKey(
  ctx: IdentityContext,
  em: EntityManager,
  organizationId: string,
  terms: KeyTerms,
): MintedKey {
  const secret = mintCredential('alm', ctx.keyEnvironment);
  const apiKey = em.create(ApiKeyEntity, {
    id: newId('key'),
    organizationId,
    userId: ctx.viewer.id,
    name: terms.name,
    hash: hashSecret(secret),
    prefix: `alm_${ctx.keyEnvironment}_`,
    last4: secret.slice(-4),
    scopes: [...terms.scopes],
    expiresAt: terms.expiresAt ?? null,
    lastUsedAt: null,
    revokedAt: null,
    replacedById: null,
    createdAt: new Date(ctx.clock.now()),
  });
  return { secret, apiKey };
}

/** No key is handed out that can do more than the credential that asks for it. */
export function requireScopes(ctx: IdentityContext, scopes: readonly Scope[]): void {
  const missing = scopes.find(scope => !hasScope(ctx.viewer, scope));
  if (!missing) return;
  throw new AppError('FORBIDDEN', `The calling credential lacks \`${missing}\` itself.`, {
    extensions: { requiredScope: missing },
  });
}

/** What the audit log says of a key. */
export const keyFacts = ({ name, prefix, last4, scopes, expiresAt }: ApiKey) => ({
  name,
  prefix,
  last4,
  scopes,
  expiresAt,
});

/** Creates a key that can do no more than the credential it is created with. */
export async function createApiKey(ctx: IdentityContext, terms: KeyTerms): Promise<MintedKey> {
  requireOwnCredential(ctx.viewer);
  const name = terms.name.trim();
  if (name.length < 1 || name.length > 100) throw badInput('name', 'A name has 1 to 100 characters.');
  if (terms.scopes.length === 0) throw badInput('scopes', 'A key needs at least one scope.');
  if (terms.expiresAt && terms.expiresAt.getTime() <= ctx.clock.now()) {
    throw badInput('expiresAt', '`expiresAt` must be in the future.');
  }
  requireScopes(ctx, terms.scopes);
  const { organizationId } = ctx.viewer;
  if (!organizationId) throw notFound('organization');
  return transact(ctx, async ({ em }) => {
    const minted = mintKey(ctx, em, organizationId, { ...terms, name });
    await em.flush();
    await appendAuditEntry(ctx, em, {
      action: 'api_key.created',
      of: { userId: ctx.viewer.id },
      target: { type: 'api_key', id: minted.apiKey.id },
      after: keyFacts(minted.apiKey),
    });
    return minted;
  });
}
