import { badInput } from '#platform/errors.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import type { IdentityContext } from '../context.ts';
import type { Scope } from '../domain/scope.ts';
import { readName } from '../organizations/read-name.ts';
import { clientFacts, noteClient } from './note-client.ts';
import type { OauthClient } from './oauth-client.entity.ts';
import { lockOwnClient, readClientScopes, readRedirectUris, requireOwnCredential } from './own-client.ts';

interface ClientChanges {
  id: string;
  expectedVersion: number;
  name?: string | null;
  redirectUris?: readonly string[] | null;
  scopes?: readonly Scope[] | null;
}

/** Changes an application. What it may no longer do, its tokens may no longer do either. */
export function updateOauthClient(
  ctx: IdentityContext,
  changes: ClientChanges,
): Promise<Result<OauthClient, { currentVersion: number }>> {
  requireOwnCredential(ctx.viewer);
  return transact(ctx, async ({ em }) => {
    const client = await lockOwnClient(em, ctx.viewer, changes.id);
    if (client.version !== changes.expectedVersion) return err({ currentVersion: client.version });
    const before = clientFacts(client);
    if (changes.name != null) client.name = readName(changes.name);
    if (changes.redirectUris != null) {
      if (!client.isConfidential && changes.redirectUris.length === 0)
        throw badInput('redirectUris', 'A public client needs a redirect address.');
      client.redirectUris = readRedirectUris(changes.redirectUris);
    }
    if (changes.scopes != null) client.scopes = readClientScopes(changes.scopes, client.isPlatform);
    client.updatedAt = new Date(ctx.clock.now());
    await em.flush();
    await noteClient(ctx, em, 'oauth_client.updated', client, { before, after: clientFacts(client) });
    return ok(client);
  });
}
