import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { transact } from '#platform/transaction.ts';
import type { IdentityContext } from '../context.ts';
import { endSessions } from './end-sessions.ts';
import { type Session, SessionEntity } from './session.entity.ts';

/** Ends one of the viewer's sessions at once. Doing it again changes nothing. */
export function revokeSession(ctx: IdentityContext, input: { id: string }): Promise<Session> {
  const id = requireId('ses', input.id, 'id');
  return transact(ctx, async unit => {
    await endSessions(ctx, unit, { userId: ctx.viewer.id, only: id }, 'REVOKED');
    const session = await unit.em.findOne(SessionEntity, { id, userId: ctx.viewer.id });
    if (!session) throw notFound('session');
    return session;
  });
}
