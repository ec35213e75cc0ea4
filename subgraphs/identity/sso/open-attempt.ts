import type { EntityManager } from '@mikro-orm/postgresql';
import { AppError } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { rows } from '#platform/orm.ts';
import { hashSecret, mintSecret } from '../authentication/credential-format.ts';
import type { IdentityContext } from '../context.ts';
import { isProvider, type SignInSource } from '../domain/sign-in-source.ts';
import type { Tables } from '../tables.ts';
import { ATTEMPT_MS } from './sso-parts.ts';

export interface OpenedAttempt {
  url: string;
  expiresAt: Date;
}

interface Terms {
  source: SignInSource;
  /** Who has to come out of it; `null`: whoever the source names. */
  userId: string | null;
  /** Whether that user has come from a mail of ours, and is to be signed in. */
  isMailProven: boolean;
}

/** Where a browser goes to begin. The address is good once: another browser cannot take the attempt over later. */
export async function openAttempt(
  ctx: Pick<IdentityContext, 'clock' | 'sso'>,
  em: EntityManager,
  { source, userId, isMailProven }: Terms,
): Promise<OpenedAttempt> {
  if (ctx.sso.publicUrl === '') throw new AppError('UNAVAILABLE', 'This process does not serve browsers.');
  const token = mintSecret();
  const now = ctx.clock.now();
  const expiresAt = new Date(now + ATTEMPT_MS);
  await rows<Tables>(em)
    .insertInto('FederatedSignIn')
    .values({
      id: newId('fsi'),
      source,
      connectionId: isProvider(source) ? null : source,
      userId,
      isMailProven,
      startHash: hashSecret(token),
      createdAt: new Date(now),
      expiresAt,
    })
    .execute();
  return { url: `${ctx.sso.publicUrl}/sso/start?attempt=${token}`, expiresAt };
}
