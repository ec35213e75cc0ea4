import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import type { IdentityContext } from '../context.ts';
import { requireSession } from '../sessions/current-session.ts';
import { checkCode } from './check-code.ts';
import { countCode } from './count-code.ts';
import { noteSecondFactor } from './note-second-factor.ts';
import { replaceRecoveryCodes } from './replace-recovery-codes.ts';

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
    const codes = await replaceRecoveryCodes(em, ctx.viewer.id);
    await noteSecondFactor(ctx, unit, 'second_factor.enabled', factor);
    return ok(codes);
  });
}
