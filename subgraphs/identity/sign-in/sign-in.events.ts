import type { NewEvent } from '#platform/transaction.ts';
import type { SignInRefusal } from '../../../schema/identity-events.ts';
import type { IdentityContext } from '../context.ts';
import type { User } from '../users/user.entity.ts';

/** Somebody tried to sign in as a user and was not let in. */
export function signInRefused(
  ctx: IdentityContext,
  user: Pick<User, 'id' | 'organizationId'>,
  reason: SignInRefusal['reason'],
): NewEvent {
  const payload: SignInRefusal = {
    userId: user.id,
    reason,
    userAgent: ctx.userAgent?.slice(0, 300) ?? null,
    address: ctx.clientAddress,
  };
  return {
    name: 'sign_in.refused',
    aggregateType: 'sign_in',
    aggregateId: user.id,
    version: 1,
    payload,
    audience: [user.id],
    organizationId: user.organizationId,
  };
}
