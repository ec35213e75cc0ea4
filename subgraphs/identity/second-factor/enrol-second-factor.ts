import { sql } from 'kysely';
import { notFound } from '#platform/errors.ts';
import { uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import type { IdentityContext } from '../context.ts';
import { requireSession } from '../sessions/current-session.ts';
import { UserEntity } from '../users/user.entity.ts';
import { sealSecret } from './check-code.ts';
import { mintTotpSecret, totpUri } from './totp.ts';

export interface Enrolment {
  secret: string;
  uri: string;
}

/** A new secret for the viewer's authenticator. It counts for nothing until a code of it is confirmed. */
export function enrolSecondFactor(ctx: IdentityContext): Promise<Result<Enrolment, 'SECOND_FACTOR_ACTIVE'>> {
  requireSession(ctx.viewer);
  return transact(ctx, async ({ em }) => {
    const user = await em.findOne(UserEntity, { id: ctx.viewer.id, deletedAt: null });
    if (!user) throw notFound('user');
    const secret = mintTotpSecret();
    const owner = { userId: user.id, organizationId: user.organizationId };
    const { rows } = await sql`
      insert into second_factors (user_id, organization_id, secret, created_at)
      values (${uuidOf(user.id)}::uuid, ${uuidOf(user.organizationId)}::uuid,
        ${sealSecret(ctx.encryption, owner, secret)}, ${new Date(ctx.clock.now())})
      on conflict (user_id) do update
      set secret = excluded.secret, created_at = excluded.created_at, last_step = null
      where second_factors.confirmed_at is null
      returning user_id`.execute(statements(em));
    if (rows.length === 0) return err('SECOND_FACTOR_ACTIVE' as const);
    return ok({ secret, uri: totpUri(secret, user.email) });
  });
}
