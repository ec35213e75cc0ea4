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
import type { OauthClient } from './oauth-client.entity.ts';
import { managedOrganizations } from './own-client.ts';

/** Applications of the viewer and of the organizations that they administer, newest first. */
export async function findOauthClients(
  ctx: IdentityContext,
  page: PageArgs,
): Promise<ConnectionShape<OauthClient>> {
  const size = pageSize(page.first);
  const organizations = await managedOrganizations(ctx.em, ctx.viewer);
  const own = rows<Tables>(ctx.em)
    .selectFrom('OauthClient')
    .where(({ eb, and, or }) =>
      or([
        eb('ownerUserId', '=', ctx.viewer.id),
        ...(organizations.length > 0
          ? [and([eb('ownerUserId', 'is', null), eb('organizationId', 'in', organizations)])]
          : []),
      ]),
    );
  const before =
    page.after == null ? null : requireId('cli', String(decodeKeyset(page.after, ['string'])[0]), 'after');
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
    cursorOf: client => encodeKeyset([client.id]),
    countAll: async () =>
      Number((await own.select(db => db.fn.countAll().as('count')).executeTakeFirst())?.count ?? 0),
  });
}
