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
import { SESSION_IDLE_MS } from '../domain/session-lifetime.ts';
import type { Tables } from '../tables.ts';
import type { Session } from './session.entity.ts';

/** The viewer's sessions that are not over, newest first. */
export async function findSessions(ctx: IdentityContext, page: PageArgs): Promise<ConnectionShape<Session>> {
  const size = pageSize(page.first);
  const now = ctx.clock.now();
  const open = rows<Tables>(ctx.em)
    .selectFrom('Session')
    .where('userId', '=', ctx.viewer.id)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', new Date(now))
    .where('lastUsedAt', '>', new Date(now - SESSION_IDLE_MS));
  const before =
    page.after == null ? null : requireId('ses', String(decodeKeyset(page.after, ['string'])[0]), 'after');
  const items = await open
    .selectAll()
    .$if(before !== null, query => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(size + 1)
    .execute();
  return toConnection({
    items,
    size,
    after: page.after,
    cursorOf: session => encodeKeyset([session.id]),
    countAll: async () =>
      Number((await open.select(db => db.fn.countAll().as('count')).executeTakeFirst())?.count ?? 0),
  });
}
