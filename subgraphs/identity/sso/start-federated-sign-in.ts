import { badInput } from '#platform/errors.ts';
import type { IdentityContext } from '../context.ts';
import type { SignInProvider } from '../domain/sign-in-source.ts';
import { requireSession } from '../sessions/current-session.ts';
import { countAttempt } from '../sign-in/count-attempt.ts';
import { findSource } from './find-source.ts';
import { type OpenedAttempt, openAttempt } from './open-attempt.ts';

export interface WantedSource {
  provider?: SignInProvider | null;
  connectionId?: string | null;
}

/** Begins a sign-in, or to link another way in with the viewer's account. */
export async function startFederatedSignIn(
  ctx: IdentityContext,
  wanted: WantedSource,
  purpose: 'SIGN_IN' | 'LINK',
): Promise<OpenedAttempt> {
  if (purpose === 'LINK') requireSession(ctx.viewer);
  await countAttempt(ctx, 'sso');
  const source = wanted.provider ?? wanted.connectionId;
  if (!source || (wanted.provider && wanted.connectionId))
    throw badInput('connectionId', 'Give `provider` or `connectionId`, one of them.');
  await findSource(ctx, source);
  const userId = purpose === 'LINK' ? ctx.viewer.id : null;
  return openAttempt(ctx, ctx.em, { source, userId, isMailProven: false });
}
