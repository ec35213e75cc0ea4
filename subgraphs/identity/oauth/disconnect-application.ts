import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { rows } from '#platform/orm.ts';
import { transact } from '#platform/transaction.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';
import type { Tables } from '../tables.ts';

/** Takes back what the viewer allowed an application. Every code and token that came of it goes along. */
export function disconnectApplication(ctx: IdentityContext, input: { clientId: string }): Promise<string> {
  const clientId = requireId('cli', input.clientId, 'clientId');
  return transact(ctx, async ({ em }) => {
    const ended = await rows<Tables>(em)
      .deleteFrom('OauthGrant')
      .where('userId', '=', ctx.viewer.id)
      .where('clientId', '=', clientId)
      .returning('scopes')
      .execute();
    if (ended.length === 0) throw notFound('application');
    const scopes = [...new Set(ended.flatMap(grant => grant.scopes))].sort();
    await appendAuditEntry(ctx, em, {
      action: 'application.disconnected',
      of: { userId: ctx.viewer.id },
      target: { type: 'oauth_client', id: clientId },
      before: { scopes },
    });
    return clientId;
  });
}
