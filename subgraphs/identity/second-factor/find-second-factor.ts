import { rows } from '#platform/orm.ts';
import type { IdentityContext } from '../context.ts';
import type { Tables } from '../tables.ts';

export interface SecondFactorState {
  confirmedAt: Date | null;
  recoveryCodesLeft: number;
}

/** How the viewer's account is protected beyond the mail. */
export async function findSecondFactor(ctx: IdentityContext): Promise<SecondFactorState> {
  const of = ctx.viewer.id;
  const [factor, left] = await Promise.all([
    rows<Tables>(ctx.em)
      .selectFrom('SecondFactor')
      .select('confirmedAt')
      .where('userId', '=', of)
      .executeTakeFirst(),
    rows<Tables>(ctx.em)
      .selectFrom('RecoveryCode')
      .select(db => db.fn.countAll().as('count'))
      .where('userId', '=', of)
      .where('usedAt', 'is', null)
      .executeTakeFirst(),
  ]);
  return { confirmedAt: factor?.confirmedAt ?? null, recoveryCodesLeft: Number(left?.count ?? 0) };
}
