import { transact } from '#platform/transaction.ts';
import type { IdentityContext } from '../context.ts';
import { requireSession } from '../sessions/current-session.ts';
import { noteConnection } from './note-connection.ts';
import { lockOwnConnection } from './own-connection.ts';

/** Removes a connection, with the identities that it has linked: nobody is let in that way from then on. */
export function deleteSsoConnection(ctx: IdentityContext, input: { id: string }): Promise<string> {
  requireSession(ctx.viewer);
  return transact(ctx, async ({ em }) => {
    const connection = await lockOwnConnection(ctx, em, input.id);
    await noteConnection(ctx, em, 'deleted', connection);
    em.remove(connection);
    await em.flush();
    return connection.id;
  });
}
