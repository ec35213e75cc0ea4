import type { EntityManager } from '@mikro-orm/postgresql';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';
import type { SsoConnection } from './sso.entity.ts';

/** Whoever changes how an organization's people sign in could sign in as them: it is in the log. */
export function noteConnection(
  ctx: IdentityContext,
  em: EntityManager,
  what: 'created' | 'updated' | 'deleted',
  { id, organizationId, protocol, name, issuer, signInUrl, certificates }: SsoConnection,
): Promise<void> {
  const state = { protocol, name, issuer, signInUrl, certificates };
  return appendAuditEntry(ctx, em, {
    action: `sso_connection.${what}`,
    of: { organizationId },
    target: { type: 'sso_connection', id },
    ...(what === 'deleted' ? { before: state } : { after: state }),
  });
}
