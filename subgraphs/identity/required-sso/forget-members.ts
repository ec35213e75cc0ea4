import { sql } from 'kysely';
import { fromUuid, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import type { UnitOfWork } from '#platform/transaction.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';
import { endSessionsWhere } from '../sessions/end-sessions.ts';

/**
 * What the identity providers of an organization have opened for one who leaves it, or for everybody when it ends:
 * they let nobody in any more, nor keep anybody in.
 */
export async function forgetMembers(
  ctx: IdentityContext,
  unit: UnitOfWork,
  { organizationId, userId }: { organizationId: string; userId?: string },
): Promise<void> {
  const { em } = unit;
  const db = statements(em);
  const isTheirs = userId ? sql`user_id = ${uuidOf(userId)}::uuid` : sql`true`;
  const isOurs = sql<boolean>`${isTheirs} and connection_id in (
    select id from sso_connections where organization_id = ${uuidOf(organizationId)}::uuid)`;
  // First: whoever signs in at this moment writes to it, and is waited for or finds it gone.
  const { rows } = await sql<{ id: string }>`
    delete from federated_identities where ${isOurs} returning id`.execute(db);
  await sql`delete from pending_sign_ins where ${isOurs}`.execute(db);
  const of = { organizationId };
  await endSessionsWhere(ctx, unit, isOurs, { reason: 'LEFT_ORGANIZATION', of });
  if (rows.length === 0) return;
  await appendAuditEntry(ctx, em, {
    action: 'federated_identity.unlinked',
    of,
    target: { type: 'federated_identity', id: rows.map(({ id }) => fromUuid('fid', id)) },
    before: { reason: 'LEFT_ORGANIZATION' },
  });
}
