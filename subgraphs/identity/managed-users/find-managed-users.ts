import { sql } from 'kysely';
import { idBehind } from '#platform/id-pages.ts';
import { fromUuid, uuidOf } from '#platform/ids.ts';
import { rows, statements } from '#platform/orm.ts';
import {
  type ConnectionShape,
  encodeKeyset,
  type PageArgs,
  pageSize,
  toConnection,
} from '#platform/pagination.ts';
import type { IdentityContext } from '../context.ts';
import type { Tables } from '../tables.ts';
import type { ManagedUser as ManagedUserView } from './managed-user.graphql.ts';

interface Row {
  user_id: string;
  email: string;
  name: string;
  handle: string;
  time_zone: string;
  created_at: string;
}

/** Users of the platform that asks, newest first. */
export async function findManagedUsers(
  ctx: IdentityContext,
  page: PageArgs,
): Promise<ConnectionShape<ManagedUserView>> {
  const size = pageSize(page.first);
  const before = idBehind(page.after, 'usr');
  const { rows: found } = await sql<Row>`
    select m.user_id, m.email, m.created_at, u.name, u.handle, u.time_zone
    from managed_users m join users u on u.id = m.user_id
    where m.client_id = ${uuidOf(ctx.viewer.id)}::uuid
      and (${before === null} or m.user_id < ${before === null ? null : uuidOf(before)}::uuid)
    order by m.user_id desc limit ${size + 1}`.execute(statements(ctx.em));
  return toConnection({
    items: found.map(row => ({
      id: fromUuid('usr', row.user_id),
      email: row.email,
      name: row.name,
      handle: row.handle,
      timeZone: row.time_zone,
      createdAt: new Date(row.created_at),
    })),
    size,
    after: page.after,
    cursorOf: user => encodeKeyset([user.id]),
    countAll: async () => {
      const counted = await rows<Tables>(ctx.em)
        .selectFrom('ManagedUser')
        .select(db => db.fn.countAll().as('count'))
        .where('clientId', '=', ctx.viewer.id)
        .executeTakeFirst();
      return Number(counted?.count ?? 0);
    },
  });
}
