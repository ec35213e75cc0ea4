import { sql } from 'kysely';
import { uuidOf } from '#platform/ids.ts';
import type { UnitOfWork } from '#platform/transaction.ts';
import type { IdentityContext } from '../context.ts';
import { endSessionsWhere } from '../sessions/end-sessions.ts';

/**
 * Ends what members of an organization that requires its own sign-in have begun otherwise, before it was required or
 * before it was required of them. Without the requirement nothing ends.
 */
export function endOtherSessions(
  ctx: IdentityContext,
  unit: UnitOfWork,
  organizationId: string,
): Promise<string[]> {
  const owesIt = sql<boolean>`exists (
      select 1 from organization_memberships m join organizations o on o.id = m.organization_id
      where o.id = ${uuidOf(organizationId)}::uuid and o.requires_sso
        and m.user_id = sessions.user_id and m.role <> 'OWNER'
    ) and not exists (
      select 1 from sso_connections c
      join organizations o on o.id = c.organization_id and o.requires_sso
      join organization_memberships m on m.organization_id = o.id and m.user_id = sessions.user_id
      where c.id = sessions.connection_id
    )`;
  return endSessionsWhere(ctx, unit, owesIt, { reason: 'SSO_REQUIRED', of: { organizationId } });
}
