import type { UnitOfWork } from '#platform/transaction.ts';
import type { SignInRefusal } from '../../../schema/identity-events.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';
import type { User } from '../users/user.entity.ts';
import { signInRefused } from './sign-in.events.ts';

/** Tells a user and the audit logs of their organizations that somebody tried to sign in as them in vain. */
export async function noteRefusal(
  ctx: IdentityContext,
  { em, emit }: UnitOfWork,
  user: Pick<User, 'id' | 'organizationId'>,
  reason: SignInRefusal['reason'],
): Promise<void> {
  await emit(signInRefused(ctx, user, reason));
  await appendAuditEntry(ctx, em, {
    action: 'sign_in.refused',
    of: { userId: user.id },
    target: { type: 'user', id: user.id },
    after: { reason },
  });
}
