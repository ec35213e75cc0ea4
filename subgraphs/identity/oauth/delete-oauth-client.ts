import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import type { IdentityContext } from '../context.ts';
import { ManagedUserEntity } from '../managed-users/managed-user.entity.ts';
import { clientFacts, noteClient } from './note-client.ts';
import { lockOwnClient, requireOwnCredential } from './own-client.ts';

/** Removes an application with everything that it was allowed: its tokens are refused from then on. */
export function deleteOauthClient(
  ctx: IdentityContext,
  input: { id: string },
): Promise<Result<string, 'OAUTH_CLIENT_HAS_USERS'>> {
  requireOwnCredential(ctx.viewer);
  return transact(ctx, async ({ em }) => {
    const client = await lockOwnClient(em, ctx.viewer, input.id);
    // The lock holds back users who are being made: their row points to the client's.
    if ((await em.count(ManagedUserEntity, { clientId: client.id })) > 0)
      return err('OAUTH_CLIENT_HAS_USERS' as const);
    await noteClient(ctx, em, 'oauth_client.deleted', client, { before: clientFacts(client) });
    em.remove(client);
    await em.flush();
    return ok(client.id);
  });
}
