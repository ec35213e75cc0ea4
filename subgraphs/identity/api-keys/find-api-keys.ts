import { requireId } from '#platform/ids.ts';
import { rows } from '#platform/orm.ts';
import {
  type ConnectionShape,
  decodeKeyset,
  encodeKeyset,
  type PageArgs,
  pageSize,
  toConnection,
} from '#platform/pagination.ts';
import type { IdentityContext } from '../context.ts';
import type { Tables } from '../tables.ts';
import type { ApiKey } from './api-key.entity.ts';

/** The viewer's keys, newest first, the ended ones included. */
export async function findApiKeys(ctx: IdentityContext, page: PageArgs): Promise<ConnectionShape<ApiKey>> {
  const size = pageSize(page.first);
  const own = rows<Tables>(ctx.em).selectFrom('ApiKey').where('userId', '=', ctx.viewer.id);
  const before =
    page.after == null ? null : requireId('key', String(decodeKeyset(page.after, ['string'])[0]), 'after');
  const items = await own
    .selectAll()
    .$if(before !== null, query => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(size + 1)
    .execute();
  return toConnection({
    items,
    size,
    after: page.after,
    cursorOf: key => encodeKeyset([key.id]),
    countAll: async () =>
      Number((await own.select(db => db.fn.countAll().as('count')).executeTakeFirst())?.count ?? 0),
  });
}
