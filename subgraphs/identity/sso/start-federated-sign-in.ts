import { AppError, badInput } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { rows } from '#platform/orm.ts';
import { hashSecret, mintSecret } from '../authentication/credential-format.ts';
import type { IdentityContext } from '../context.ts';
import { isProvider, type SignInProvider } from '../domain/sign-in-source.ts';
import { requireSession } from '../sessions/current-session.ts';
import { countAttempt } from '../sign-in/count-attempt.ts';
import type { Tables } from '../tables.ts';
import { findSource } from './find-source.ts';
import { ATTEMPT_MS } from './sso-parts.ts';

export interface WantedSource {
  provider?: SignInProvider | null;
  connectionId?: string | null;
}

/** Where a browser goes to begin. The address is good once: another browser cannot take the attempt over later. */
export async function startFederatedSignIn(
  ctx: IdentityContext,
  wanted: WantedSource,
  purpose: 'SIGN_IN' | 'LINK',
): Promise<{ url: string; expiresAt: Date }> {
  if (purpose === 'LINK') requireSession(ctx.viewer);
  await countAttempt(ctx, 'sso');
  const source = wanted.provider ?? wanted.connectionId;
  if (!source || (wanted.provider && wanted.connectionId))
    throw badInput('connectionId', 'Give `provider` or `connectionId`, one of them.');
  if (ctx.sso.publicUrl === '') throw new AppError('UNAVAILABLE', 'This process does not serve browsers.');
  await findSource(ctx, source);
  const token = mintSecret();
  const now = ctx.clock.now();
  const expiresAt = new Date(now + ATTEMPT_MS);
  await rows<Tables>(ctx.em)
    .insertInto('FederatedSignIn')
    .values({
      id: newId('fsi'),
      source,
      connectionId: isProvider(source) ? null : source,
      userId: purpose === 'LINK' ? ctx.viewer.id : null,
      startHash: hashSecret(token),
      createdAt: new Date(now),
      expiresAt,
    })
    .execute();
  return { url: `${ctx.sso.publicUrl}/sso/start?attempt=${token}`, expiresAt };
}
