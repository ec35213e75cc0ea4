import { type RawBuilder, sql } from 'kysely';
import { fromUuid, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import type { UnitOfWork } from '#platform/transaction.ts';
import type { SessionEnd } from '../../../schema/identity-events.ts';
import { type AuditEntry, appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';
import { sessionRevoked } from './session.events.ts';

interface Which {
  userId: string;
  /** This one only. */
  only?: string;
  /** All but this one. */
  except?: string | null;
}

/** Ends sessions of a user that have not ended yet, tells the gateway and the audit log. Returns their ids. */
export function endSessions(
  ctx: IdentityContext,
  unit: UnitOfWork,
  { userId, only, except }: Which,
  reason: SessionEnd['reason'],
): Promise<string[]> {
  const condition = sql<boolean>`user_id = ${uuidOf(userId)}::uuid
    and (${only ? uuidOf(only) : null}::uuid is null or id = ${only ? uuidOf(only) : null}::uuid)
    and (${except ? uuidOf(except) : null}::uuid is null or id <> ${except ? uuidOf(except) : null}::uuid)`;
  return endSessionsWhere(ctx, unit, condition, { reason, of: { userId } });
}

/** The same for those of several users. `of`: in whose log it is noted. */
export async function endSessionsWhere(
  ctx: IdentityContext,
  { em, emit }: UnitOfWork,
  condition: RawBuilder<boolean>,
  { reason, of }: { reason: SessionEnd['reason']; of: AuditEntry['of'] },
): Promise<string[]> {
  const { rows } = await sql<{ id: string; user_id: string; organization_id: string }>`
    update sessions set revoked_at = ${new Date(ctx.clock.now())}
    where revoked_at is null and (${condition})
    returning id, user_id, organization_id`.execute(statements(em));
  const ended = rows.map(row => ({
    id: fromUuid('ses', row.id),
    userId: fromUuid('usr', row.user_id),
    organizationId: fromUuid('org', row.organization_id),
  }));
  await emit(...ended.map(session => sessionRevoked(session, reason)));
  const ids = ended.map(({ id }) => id);
  if (ids.length > 0)
    await appendAuditEntry(ctx, em, {
      action: 'session.revoked',
      of,
      target: { type: 'session', id: ids },
      after: { reason },
    });
  return ids;
}
