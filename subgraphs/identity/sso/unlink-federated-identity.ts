import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { rows } from '#platform/orm.ts';
import type { IdentityContext } from '../context.ts';
import { requireSession } from '../sessions/current-session.ts';
import type { Tables } from '../tables.ts';

/** Closes a way in. Nobody is shut out: the address of the account still gets links. */
export async function unlinkFederatedIdentity(ctx: IdentityContext, input: { id: string }): Promise<string> {
  requireSession(ctx.viewer);
  const id = requireId('fid', input.id, 'id');
  const { numDeletedRows } = await rows<Tables>(ctx.em)
    .deleteFrom('FederatedIdentity')
    .where('id', '=', id)
    .where('userId', '=', ctx.viewer.id)
    .executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) throw notFound('federated identity');
  return id;
}
