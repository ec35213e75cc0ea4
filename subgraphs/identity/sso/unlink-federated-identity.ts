import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { rows } from '#platform/orm.ts';
import { transact } from '#platform/transaction.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';
import { requireSession } from '../sessions/current-session.ts';
import type { Tables } from '../tables.ts';

/** Closes a way in. Nobody is shut out: the address of the account still gets links. */
export async function unlinkFederatedIdentity(ctx: IdentityContext, input: { id: string }): Promise<string> {
  requireSession(ctx.viewer);
  const id = requireId('fid', input.id, 'id');
  await transact(ctx, async ({ em }) => {
    const deleted = await rows<Tables>(em)
      .deleteFrom('FederatedIdentity')
      .where('id', '=', id)
      .where('userId', '=', ctx.viewer.id)
      .returning(['source', 'issuer'])
      .executeTakeFirst();
    if (!deleted) throw notFound('federated identity');
    await appendAuditEntry(ctx, em, {
      action: 'federated_identity.unlinked',
      of: { userId: ctx.viewer.id },
      target: { type: 'federated_identity', id },
      before: { source: deleted.source, issuer: deleted.issuer },
    });
  });
  return id;
}
