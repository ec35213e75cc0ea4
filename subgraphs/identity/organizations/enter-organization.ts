import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { AppError, notFound } from '#platform/errors.ts';
import { uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import type { Principal } from '#platform/principal.ts';
import { effectivePermissions, missingPermissions, type Permission } from '../domain/permission.ts';
import type { MemberRole } from '../domain/role.ts';
import { lockForChange } from './lock-for-change.ts';
import { OrganizationEntity } from './organization.entity.ts';
import {
  type OrganizationMembership,
  OrganizationMembershipEntity,
} from './organization-membership.entity.ts';

/** What a member may do, as it stands in the tables now: the principal may be some seconds old. */
async function permissionsOf(
  em: EntityManager,
  membership: OrganizationMembership,
): Promise<ReadonlySet<Permission>> {
  const { rows } = await sql<{ permissions: string[] }>`
    select r.permissions from custom_role_assignments a join custom_roles r on r.id = a.role_id
    where a.membership_id = ${uuidOf(membership.id)}::uuid`.execute(statements(em));
  return effectivePermissions(
    membership.role,
    rows.map(row => row.permissions),
  );
}

/** Refuses unless everything wanted is held. */
export function requirePermissions(held: ReadonlySet<Permission>, wanted: Iterable<Permission>): void {
  const [missing] = missingPermissions(held, wanted);
  if (!missing) return;
  throw new AppError('FORBIDDEN', `You may not do this in the organization: it needs \`${missing}\`.`, {
    extensions: { requiredPermission: missing },
  });
}

interface Wish {
  organizationId: string;
  needs: readonly Permission[];
  /** Whether members and roles change: then they change one at a time. */
  locks?: boolean;
  /** What strangers are told that there is none of. */
  what?: string;
}

/** The organization and what the viewer may do there. Strangers learn nothing, not even that it exists. */
export async function enterOrganization(em: EntityManager, viewer: Principal, wish: Wish) {
  const { organizationId, needs, locks = false, what = 'organization' } = wish;
  const find = () => em.findOne(OrganizationMembershipEntity, { organizationId, userId: viewer.id });
  // Before the lock: a stranger must not make members wait.
  const known = await find();
  if (!known) throw notFound(what);
  if (locks) await lockForChange(em, [organizationId]);
  const organization = await em.findOneOrFail(OrganizationEntity, { id: organizationId }, { refresh: locks });
  const membership = locks ? await em.refresh(known) : known;
  if (!membership) throw notFound(what);
  const held = await permissionsOf(em, membership);
  requirePermissions(held, needs);
  return { organization, membership, held };
}

/** Refuses unless the viewer could do all that somebody with this role and these custom roles can do. */
export async function requireRankOver(
  em: EntityManager,
  held: ReadonlySet<Permission>,
  target: OrganizationMembership | MemberRole,
): Promise<void> {
  requirePermissions(
    held,
    typeof target === 'string' ? effectivePermissions(target, []) : await permissionsOf(em, target),
  );
}

export function countOrganizationOwners(em: EntityManager, organizationId: string): Promise<number> {
  return em.count(OrganizationMembershipEntity, { organizationId, role: 'OWNER' });
}
