import type { EntityManager } from '@mikro-orm/postgresql';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';

/** Tells the log of the organization that has the platform; who the user is, is for the platform to know. */
export async function noteManagedUser(
  ctx: IdentityContext,
  em: EntityManager,
  action: 'managed_user.created' | 'managed_user.deleted',
  id: string,
): Promise<void> {
  const { organizationId } = ctx.viewer;
  if (!organizationId) throw new Error('A platform has an organization.');
  await appendAuditEntry(ctx, em, { action, of: { organizationId }, target: { type: 'user', id } });
}
