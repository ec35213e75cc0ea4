import { newestFirst } from '#platform/id-pages.ts';
import { rows } from '#platform/orm.ts';
import type { ConnectionShape, PageArgs } from '#platform/pagination.ts';
import type { IdentityContext } from '../context.ts';
import type { Tables } from '../tables.ts';
import type { ApiKey } from './api-key.entity.ts';

/** The viewer's keys, newest first, the ended ones included. */
export async function findApiKeys(ctx: IdentityContext, page: PageArgs): Promise<ConnectionShape<ApiKey>> {
  const own = rows<Tables>(ctx.em).selectFrom('ApiKey').where('userId', '=', ctx.viewer.id);
  return newestFirst(own, 'key', page);
}
