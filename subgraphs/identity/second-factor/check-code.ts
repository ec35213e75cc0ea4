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

const withoutSpaces = (code: string) => code.replace(/\s/g, '');

/** The factor, locked: of two who send the same code at once the second one finds it used. */
const lockFactor = (em: EntityManager, userId: string) =>
  em.findOne(SecondFactorEntity, { userId }, { lockMode: LockMode.PESSIMISTIC_WRITE });

async function takeTotp(ctx: IdentityContext, em: EntityManager, factor: SecondFactor, code: string) {
  const secret = ctx.encryption.decrypt(factor.secret, placeOf(factor));
  const step = totpStep(secret, code, { now: ctx.clock.now(), lastStep: factor.lastStep });
  if (step === null) return false;
  factor.lastStep = step;
  await em.flush();
  return true;
}

/** Whether a code is good, which it is once. Recovery codes are only looked at where the factor is confirmed. */
export async function checkCode(
  ctx: IdentityContext,
  em: EntityManager,
  userId: string,
  code: string,
): Promise<SecondFactor | null> {
  const factor = await lockFactor(em, userId);
  if (!factor) return null;
  const typed = withoutSpaces(code);
  if (await takeTotp(ctx, em, factor, typed)) return factor;
  if (!factor.confirmedAt) return null;
  return (await takeRecoveryCode(ctx, em, userId, typed)) ? factor : null;
}

/** The same for a code of a confirmed authenticator itself: recovery codes are left as they are. */
export async function checkAuthenticatorCode(
  ctx: IdentityContext,
  em: EntityManager,
  userId: string,
  code: string,
): Promise<SecondFactor | null> {
  const factor = await lockFactor(em, userId);
  if (!factor?.confirmedAt) return null;
  return (await takeTotp(ctx, em, factor, withoutSpaces(code))) ? factor : null;
}
