import { AppError } from '#platform/errors.ts';
import { rows } from '#platform/orm.ts';
import { authenticateSession } from '../authentication/authenticate-session.ts';
import type { IdentityContext } from '../context.ts';
import type { Tables } from '../tables.ts';
import type { BrowserUser } from './oauth-parts.ts';

/** Whose session a token opens; `null` where it opens none, whatever the reason. */
export async function findBrowserUser(
  ctx: Pick<IdentityContext, 'em' | 'clock' | 'keyEnvironment'>,
  token: string,
): Promise<BrowserUser | null> {
  if (token === '') return null;
  try {
    const { userId, credentialId } = await authenticateSession(ctx, token);
    const session = await rows<Tables>(ctx.em)
      .selectFrom('Session')
      .select('createdAt')
      .where('id', '=', credentialId)
      .executeTakeFirst();
    if (!userId || !session) return null;
    return { userId, sessionId: credentialId, signedInAt: session.createdAt.getTime() };
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
