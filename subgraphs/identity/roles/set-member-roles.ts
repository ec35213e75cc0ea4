import { sql } from 'kysely';
import { badInput, notFound } from '#platform/errors.ts';
import { fromUuid, requireId, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import { transact } from '#platform/transaction.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';
import {
  enterOrganization,
  requirePermissions,
  requireRankOver,
} from '../organizations/enter-organization.ts';
import {
  type OrganizationMembership,
  OrganizationMembershipEntity,
} from '../organizations/organization-membership.entity.ts';
import { CustomRoleEntity } from './custom-role.entity.ts';

const MOST_ROLES = 20;

/** Says which custom roles a member has: none that can do more than the viewer, neither given nor taken. */
export function setMemberRoles(
  ctx: IdentityContext,
  input: { organizationId: string; membershipId: string; roleIds: string[] },
): Promise<OrganizationMembership> {
  const organizationId = requireId('org', input.organizationId, 'organizationId');
  const id = requireId('omb', input.membershipId, 'membershipId');
  const roleIds = [...new Set(input.roleIds)].map(roleId => requireId('role', roleId, 'roleIds'));
  if (roleIds.length > MOST_ROLES)
    throw badInput('roleIds', `Up to ${MOST_ROLES} roles.`, { max: MOST_ROLES });
  return transact(ctx, async ({ em }) => {
    const wish = { organizationId, needs: ['role.assign'], locks: true } as const;
    const { held } = await enterOrganization(em, ctx.viewer, wish);
    const membership = await em.findOne(OrganizationMembershipEntity, { id, organizationId });
    if (!membership) throw notFound('membership');
    await requireRankOver(em, held, membership);
    const roles = await em.find(CustomRoleEntity, { id: { $in: roleIds }, organizationId });
    if (roles.length !== roleIds.length) throw notFound('role');
    requirePermissions(
      held,
      roles.flatMap(role => role.permissions),
    );
    const removed = await sql<{ role_id: string }>`
      delete from custom_role_assignments where membership_id = ${uuidOf(id)}::uuid returning role_id`.execute(
      statements(em),
    );
    await sql`insert into custom_role_assignments (membership_id, role_id)
      select ${uuidOf(id)}::uuid, role_id from unnest(${roleIds.map(uuidOf)}::uuid[]) as given(role_id)`.execute(
      statements(em),
    );
    await appendAuditEntry(ctx, em, {
      action: 'member.custom_roles_changed',
      of: { organizationId },
      target: { type: 'user', id: membership.userId },
      before: { roleIds: removed.rows.map(row => fromUuid('role', row.role_id)) },
      after: { roleIds },
    });
    return membership;
  });
}
