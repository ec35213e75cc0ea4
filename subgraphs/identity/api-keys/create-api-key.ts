import type { EntityManager } from '@mikro-orm/postgresql';
import { AppError, badInput, notFound } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { hasScope } from '#platform/principal.ts';
import { hashSecret } from '../authentication/credential-format.ts';
import type { IdentityContext } from '../context.ts';
import type { Scope } from '../domain/scope.ts';
import { requireOwnCredential } from '../oauth/own-client.ts';
import { type ApiKey, ApiKeyEntity } from './api-key.entity.ts';
import { mintApiKey } from './key-format.ts';

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
  const secret = mintApiKey(ctx.keyEnvironment);
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
    createdAt: new Date(ctx.clock.now()),
  });
  return { secret, apiKey };
}

/** Creates a key that can do no more than the credential it is created with. */
export async function createApiKey(ctx: IdentityContext, terms: KeyTerms): Promise<MintedKey> {
  requireOwnCredential(ctx.viewer);
  const name = terms.name.trim();
  if (name.length < 1 || name.length > 100) throw badInput('name', 'A name has 1 to 100 characters.');
  if (terms.scopes.length === 0) throw badInput('scopes', 'A key needs at least one scope.');
  if (terms.expiresAt && terms.expiresAt.getTime() <= ctx.clock.now()) {
    throw badInput('expiresAt', '`expiresAt` must be in the future.');
  }
  const missing = terms.scopes.find(scope => !hasScope(ctx.viewer, scope));
  if (missing) {
    throw new AppError('FORBIDDEN', `The calling credential lacks \`${missing}\` itself.`, {
      extensions: { requiredScope: missing },
    });
  }
  const { organizationId } = ctx.viewer;
  if (!organizationId) throw notFound('organization');
  return ctx.em.transactional(async em => mintKey(ctx, em, organizationId, { ...terms, name }));
}
