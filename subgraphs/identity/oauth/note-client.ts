import type { EntityManager } from '@mikro-orm/postgresql';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';
import type { OauthClient } from './oauth-client.entity.ts';

/** What the audit log says of a client. */
export const clientFacts = ({ name, redirectUris, scopes, isConfidential, isPlatform }: OauthClient) => ({
  name,
  redirectUris,
  scopes,
  isConfidential,
  isPlatform,
});

interface Change {
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
}

/** Tells the log of the organization that owns a client, or those of the user who does, what became of it. */
export async function noteClient(
  ctx: IdentityContext,
  em: EntityManager,
  action: `oauth_client.${'created' | 'updated' | 'secret_rotated' | 'deleted'}`,
  client: OauthClient,
  change: Change,
): Promise<void> {
  const { id, ownerUserId, organizationId } = client;
  const of = ownerUserId === null ? { organizationId } : { userId: ownerUserId };
  await appendAuditEntry(ctx, em, { action, of, target: { type: 'oauth_client', id }, ...change });
}
