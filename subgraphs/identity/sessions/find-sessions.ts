import { newestFirst } from '#platform/id-pages.ts';
import { rows } from '#platform/orm.ts';
import type { ConnectionShape, PageArgs } from '#platform/pagination.ts';
import type { IdentityContext } from '../context.ts';
import { SESSION_IDLE_MS } from '../domain/session-lifetime.ts';
import type { Tables } from '../tables.ts';
import type { Session } from './session.entity.ts';

/** The viewer's sessions that are not over, newest first. */
export async function findSessions(ctx: IdentityContext, page: PageArgs): Promise<ConnectionShape<Session>> {
  const now = ctx.clock.now();
  const open = rows<Tables>(ctx.em)
    .selectFrom('Session')
    .where('userId', '=', ctx.viewer.id)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', new Date(now))
    .where('lastUsedAt', '>', new Date(now - SESSION_IDLE_MS));
  return newestFirst(open, 'ses', page);
}
