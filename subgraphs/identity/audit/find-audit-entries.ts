import { badInput } from '#platform/errors.ts';
import { newestFirst } from '#platform/id-pages.ts';
import { requireId } from '#platform/ids.ts';
import { rows } from '#platform/orm.ts';
import type { ConnectionShape } from '#platform/pagination.ts';
import type { IdentityContext } from '../context.ts';
import { type AuditAction, auditActions } from '../domain/audit-action.ts';
import { enterOrganization } from '../organizations/enter-organization.ts';
import type { Tables } from '../tables.ts';
import type { AuditEntry } from './audit-entry.entity.ts';

interface Question {
  organizationId: string;
  filter?: {
    actions?: string[] | null;
    actorId?: string | null;
    targetId?: string | null;
    from?: Date | null;
    to?: Date | null;
  } | null;
  first?: number | null;
  after?: string | null;
}

const isAction = (text: string): text is AuditAction => (auditActions as readonly string[]).includes(text);

function readActions(actions: readonly string[]): AuditAction[] {
  if (actions.length > 50) throw badInput('filter.actions', 'Up to 50 actions.', { max: 50 });
  const unknown = actions.find(action => !isAction(action));
  if (unknown !== undefined)
    throw badInput('filter.actions', `There is no such action. There are ${auditActions.join(', ')}.`);
  return actions.filter(isAction);
}

/** The log of an organization, newest first. */
export async function findAuditEntries(
  ctx: IdentityContext,
  question: Question,
): Promise<ConnectionShape<AuditEntry>> {
  const organizationId = requireId('org', question.organizationId, 'organizationId');
  const { actions, actorId, targetId, from, to } = question.filter ?? {};
  const wanted = actions?.length ? readActions(actions) : null;
  await enterOrganization(ctx.em, ctx.viewer, { organizationId, needs: ['audit_log.read'] });
  const matching = rows<Tables>(ctx.em)
    .selectFrom('AuditEntry')
    .where('organizationId', '=', organizationId)
    .$if(wanted !== null, query => query.where('action', 'in', wanted ?? []))
    .$if(actorId != null, query => query.where('actorId', '=', actorId ?? ''))
    .$if(targetId != null, query => query.where('targetId', '=', targetId ?? ''))
    .$if(from != null, query => query.where('occurredAt', '>=', from as Date))
    .$if(to != null, query => query.where('occurredAt', '<', to as Date));
  return newestFirst(matching, 'aud', question);
}
