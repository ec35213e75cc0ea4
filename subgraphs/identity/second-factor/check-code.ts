import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import type { Encryption } from '#platform/encryption.ts';
import { rows } from '#platform/orm.ts';
import type { IdentityContext } from '../context.ts';
import type { Tables } from '../tables.ts';
import { hashRecoveryCode } from './recovery-code.ts';
import { type SecondFactor, SecondFactorEntity } from './second-factor.entity.ts';
import { totpStep } from './totp.ts';

const placeOf = ({ organizationId, userId }: Pick<SecondFactor, 'organizationId' | 'userId'>) => ({
  tenant: organizationId,
  table: 'second_factors',
  row: userId,
  column: 'secret',
});

export const sealSecret = (
  encryption: Encryption,
  owner: Pick<SecondFactor, 'organizationId' | 'userId'>,
  secret: string,
) => encryption.encrypt(secret, placeOf(owner));

async function takeRecoveryCode(ctx: IdentityContext, em: EntityManager, userId: string, code: string) {
  const { numUpdatedRows } = await rows<Tables>(em)
    .updateTable('RecoveryCode')
    .set({ usedAt: new Date(ctx.clock.now()) })
    .where('userId', '=', userId)
    .where('hash', '=', hashRecoveryCode(code))
    .where('usedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/**
 * Whether a code is good, which it is once: the row is locked, so that of two who send the same code at once the
 * second one finds it used. Recovery codes are only looked at where the factor is confirmed.
 */
export async function checkCode(
  ctx: IdentityContext,
  em: EntityManager,
  userId: string,
  code: string,
): Promise<SecondFactor | null> {
  const factor = await em.findOne(SecondFactorEntity, { userId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!factor) return null;
  const typed = code.replace(/\s/g, '');
  const secret = ctx.encryption.decrypt(factor.secret, placeOf(factor));
  const step = totpStep(secret, typed, { now: ctx.clock.now(), lastStep: factor.lastStep });
  if (step !== null) {
    factor.lastStep = step;
    await em.flush();
    return factor;
  }
  if (!factor.confirmedAt) return null;
  return (await takeRecoveryCode(ctx, em, userId, typed)) ? factor : null;
}
