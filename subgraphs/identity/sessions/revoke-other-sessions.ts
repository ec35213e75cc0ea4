import { transact } from '#platform/transaction.ts';
import type { IdentityContext } from '../context.ts';
import { currentSessionId } from './current-session.ts';
import { endSessions } from './end-sessions.ts';

/** Ends every session of the viewer's but the one that asks; how many those were. */
export function revokeOtherSessions(ctx: IdentityContext): Promise<number> {
  const which = { userId: ctx.viewer.id, except: currentSessionId(ctx.viewer) };
  return transact(ctx, async unit => (await endSessions(ctx, unit, which, 'REVOKED')).length);
}
