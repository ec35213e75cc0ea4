import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';
import { requireSession } from '../sessions/current-session.ts';
import { checkAuthenticatorCode } from './check-code.ts';
import { countCode } from './count-code.ts';
import { replaceRecoveryCodes } from './replace-recovery-codes.ts';

/**
 * Gives the viewer ten new recovery codes and voids those before. With a code of the authenticator only: whoever found
 * one recovery code must not come by ten.
 */
export async function renewRecoveryCodes(
  ctx: IdentityContext,
  input: { code: string },
): Promise<Result<string[], 'CODE_INVALID'>> {
  requireSession(ctx.viewer);
  await countCode(ctx);
  return transact(ctx, async ({ em }) => {
    const userId = ctx.viewer.id;
    if (!(await checkAuthenticatorCode(ctx, em, userId, input.code))) return err('CODE_INVALID' as const);
    const codes = await replaceRecoveryCodes(em, userId);
    await appendAuditEntry(ctx, em, {
      action: 'second_factor.recovery_codes_renewed',
      of: { userId },
      target: { type: 'user', id: userId },
    });
    return ok(codes);
  });
}
