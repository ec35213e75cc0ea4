import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '#platform/ids.ts';
import { rows } from '#platform/orm.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import type { IdentityContext } from '../context.ts';
import { requireSession } from '../sessions/current-session.ts';
import type { Tables } from '../tables.ts';
import { checkCode } from './check-code.ts';
import { countCode } from './count-code.ts';
import { noteSecondFactor } from './note-second-factor.ts';
import { hashRecoveryCode, mintRecoveryCode, RECOVERY_CODES } from './recovery-code.ts';

/** New recovery codes in place of all before. */
async function renewRecoveryCodes(em: EntityManager, userId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, mintRecoveryCode);
  await rows<Tables>(em).deleteFrom('RecoveryCode').where('userId', '=', userId).execute();
  await rows<Tables>(em)
    .insertInto('RecoveryCode')
    .values(codes.map(code => ({ id: newId('rec'), userId, hash: hashRecoveryCode(code), usedAt: null })))
    .execute();
  return codes;
}

/** Makes the enrolled authenticator count. The recovery codes are shown once. */
export async function confirmSecondFactor(
  ctx: IdentityContext,
  input: { code: string },
): Promise<Result<string[], 'CODE_INVALID' | 'SECOND_FACTOR_ACTIVE'>> {
  requireSession(ctx.viewer);
  await countCode(ctx);
  return transact(ctx, async unit => {
    const { em } = unit;
    const factor = await checkCode(ctx, em, ctx.viewer.id, input.code);
    if (!factor) return err('CODE_INVALID' as const);
    if (factor.confirmedAt) return err('SECOND_FACTOR_ACTIVE' as const);
    factor.confirmedAt = new Date(ctx.clock.now());
    await em.flush();
    const codes = await renewRecoveryCodes(em, ctx.viewer.id);
    await noteSecondFactor(ctx, unit, 'second_factor.enabled', factor);
    return ok(codes);
  });
}
