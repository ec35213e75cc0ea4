import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { newId, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import type { RequestContext } from '#platform/transaction.ts';
import type { AuditAction } from '../domain/audit-action.ts';

export interface AuditEntry {
  action: AuditAction;
  /** Whose log it belongs to: an organization's, or those of all organizations that a user belongs to. */
  of: { organizationId: string } | { userId: string };
  /** What was changed, each with an entry of its own; `type` is a word of ours, such as `api_key`. */
  target: { type: string; id: string | readonly string[] };
  /** What changed of it, and never a secret. */
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
  /** Who did it, where the request itself does not tell: somebody who is only just signing in. */
  actor?: { kind: 'USER'; id: string; credential?: { kind: string; id: string } | null };
}

/**
 * Notes what was done, in the transaction that does it: neither of them is there without the other. The client's
 * address and the request come from the context.
 */
export async function appendAuditEntry(
  ctx: Pick<RequestContext, 'viewer' | 'clientAddress' | 'requestId' | 'clock'>,
  em: EntityManager,
  entry: AuditEntry,
): Promise<void> {
  const actor = entry.actor ?? ctx.viewer;
  const credential = actor.credential ?? null;
  const organizations =
    'organizationId' in entry.of
      ? sql`select ${uuidOf(entry.of.organizationId)}::uuid as id`
      : sql`select organization_id as id from organization_memberships where user_id = ${uuidOf(entry.of.userId)}::uuid`;
  const json = (value: Record<string, unknown> | null | undefined) =>
    value == null ? null : JSON.stringify(value);
  const targets = [entry.target.id].flat();
  // An id more than needed costs nothing: a user belongs to few organizations, and rows want ids that ascend.
  const count = targets.length * ('userId' in entry.of ? 100 : 1);
  const ids = Array.from({ length: count }, () => uuidOf(newId('aud')));
  await sql`
    insert into audit_entries (id, organization_id, action, actor_kind, actor_id, credential_kind, credential_id,
      client_address, correlation_id, target_type, target_id, before, after, occurred_at)
    select ids.id, o.id, ${entry.action}, ${actor.kind}, ${actor.id || null}, ${credential?.kind ?? null},
      ${credential?.id ?? null}, ${ctx.clientAddress}, ${ctx.requestId}, ${entry.target.type}, o.target_id,
      ${json(entry.before)}::jsonb, ${json(entry.after)}::jsonb, ${new Date(ctx.clock.now())}
    from (
      select own.id, t.id as target_id, row_number() over (order by own.id, t.id) as position
      from (${organizations}) as own cross join unnest(${targets}::text[]) as t(id)
    ) as o
    join unnest(${ids}::uuid[]) with ordinality as ids(id, position) using (position)`.execute(
    statements(em),
  );
}
