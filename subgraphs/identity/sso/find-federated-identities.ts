import { rows } from '#platform/orm.ts';
import type { IdentityContext } from '../context.ts';
import type { Tables } from '../tables.ts';
import type { FederatedIdentity } from './sso.entity.ts';

/** More ways in than anybody has. */
const SHOWN = 200;

export function findFederatedIdentities(ctx: IdentityContext): Promise<FederatedIdentity[]> {
  return rows<Tables>(ctx.em)
    .selectFrom('FederatedIdentity')
    .selectAll()
    .where('userId', '=', ctx.viewer.id)
    .orderBy('id', 'desc')
    .limit(SHOWN)
    .execute();
}
