import { transact } from '#platform/transaction.ts';
import type { IdentityContext } from '../context.ts';
import { currentSessionId } from './current-session.ts';
import { endSessions } from './end-sessions.ts';

/** Ends the session that asks. An API key has none: it is revoked instead. */
export async function signOut(ctx: IdentityContext): Promise<boolean> {
  const only = currentSessionId(ctx.viewer);
  if (!only) return false;
  const ended = await transact(ctx, unit =>
    endSessions(ctx, unit, { userId: ctx.viewer.id, only }, 'SIGNED_OUT'),
  );
  return ended.length === 1;
}
