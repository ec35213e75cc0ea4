import type { UnitOfWork } from '#platform/transaction.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';
import type { SecondFactor } from './second-factor.entity.ts';
import { secondFactorEvent } from './second-factor.events.ts';

/** Tells that a user has an authenticator now, or no longer, in the transaction that decides it. */
export async function noteSecondFactor(
  ctx: IdentityContext,
  { em, emit }: UnitOfWork,
  action: 'second_factor.enabled' | 'second_factor.disabled',
  factor: SecondFactor,
): Promise<void> {
  const { userId } = factor;
  await emit(secondFactorEvent(action, factor));
  await appendAuditEntry(ctx, em, { action, of: { userId }, target: { type: 'user', id: userId } });
}
