import { rows } from '#platform/orm.ts';
import { isUniqueViolation } from '#platform/postgres-errors.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import type { IdentityContext } from '../context.ts';
import type { Tables } from '../tables.ts';
import type { User } from '../users/user.entity.ts';
import { addIdentity } from './conclude-sign-in.ts';
import { FederatedIdentityEntity, type FederatedSignIn } from './sso.entity.ts';

/** Whether a signed-in user may take an identity that was proved without asking for them: both prove one address. */
export function mayLink(attempt: FederatedSignIn, user: Pick<User, 'email'>): boolean {
  return attempt.isEmailProven === true && attempt.email === user.email;
}

/** Links what an attempt has proved to the account of its user, who was asked. */
export function linkIdentity(
  ctx: IdentityContext,
  attempt: FederatedSignIn,
  user: Pick<User, 'id' | 'email'>,
): Promise<Result<null, 'OVER'>> {
  const work = transact(ctx, async unit => {
    const { issuer, subject, email } = attempt;
    if (issuer === null || subject === null || !mayLink(attempt, user)) return err('OVER' as const);
    const { numUpdatedRows } = await rows<Tables>(unit.em)
      .updateTable('FederatedSignIn')
      .set({ linkedAt: new Date(ctx.clock.now()) })
      .where('id', '=', attempt.id)
      .where('linkedAt', 'is', null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows !== 1n) return err('OVER' as const);
    const { source } = attempt;
    if (await unit.em.findOne(FederatedIdentityEntity, { source, issuer, subject }))
      return err('OVER' as const);
    await addIdentity(ctx, unit, user.id, attempt, { issuer, subject, email });
    return ok(null);
  });
  return work.catch(error => {
    // Somebody linked it at the same moment.
    if (isUniqueViolation(error, 'federated_identities_subject_key')) return err('OVER' as const);
    throw error;
  });
}
