import { badInput } from '#platform/errors.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import type { IdentityContext } from '../context.ts';
import { noteClient } from './note-client.ts';
import type { OauthClient } from './oauth-client.entity.ts';
import { lockOwnClient, requireOwnCredential } from './own-client.ts';
import { mintClientSecret, sha256 } from './secrets.ts';

const DAY_MS = 86_400_000;

/** Gives a client a new secret; the old one lives on for the overlap, and any older one ends at once. */
export function rotateOauthClientSecret(
  ctx: IdentityContext,
  input: { id: string; overlapUntil?: Date | null },
): Promise<Result<{ client: OauthClient; secret: string }, 'OAUTH_CLIENT_PUBLIC'>> {
  requireOwnCredential(ctx.viewer);
  const now = ctx.clock.now();
  const until = input.overlapUntil ?? new Date(now + DAY_MS);
  if (until.getTime() < now || until.getTime() > now + 7 * DAY_MS)
    throw badInput('overlapUntil', '`overlapUntil` must be within the next 7 days.');
  return transact(ctx, async ({ em }) => {
    const client = await lockOwnClient(em, ctx.viewer, input.id);
    if (!client.isConfidential) return err('OAUTH_CLIENT_PUBLIC' as const);
    const secret = mintClientSecret();
    client.previousSecretHash = client.secretHash;
    client.previousSecretUntil = until;
    client.secretHash = sha256(secret);
    client.updatedAt = new Date(now);
    await em.flush();
    await noteClient(ctx, em, 'oauth_client.secret_rotated', client, { after: { overlapUntil: until } });
    return ok({ client, secret });
  });
}
