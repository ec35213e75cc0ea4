import { rows } from '#platform/orm.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import type { IdentityContext } from '../context.ts';
import { requireSession } from '../sessions/current-session.ts';
import type { Tables } from '../tables.ts';
import { checkCode } from './check-code.ts';
import { countCode } from './count-code.ts';
import { noteSecondFactor } from './note-second-factor.ts';

/** Takes the viewer's authenticator away, with a code of it or a recovery code. */
export async function disableSecondFactor(
  ctx: IdentityContext,
  input: { code: string },
): Promise<Result<true, 'CODE_INVALID'>> {
  requireSession(ctx.viewer);
  await countCode(ctx);
  return transact(ctx, async unit => {
    const { em } = unit;
    const factor = await checkCode(ctx, em, ctx.viewer.id, input.code);
    if (!factor?.confirmedAt) return err('CODE_INVALID' as const);
    await noteSecondFactor(ctx, unit, 'second_factor.disabled', factor);
    await rows<Tables>(em).deleteFrom('RecoveryCode').where('userId', '=', ctx.viewer.id).execute();
    em.remove(factor);
    return ok(true as const);
  });
}
