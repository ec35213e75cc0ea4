import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { rows } from '#platform/orm.ts';
import { transact } from '#platform/transaction.ts';
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
      .returning('id')
      .execute();
    if (ended.length === 0) throw notFound('application');
    return clientId;
  });
}
