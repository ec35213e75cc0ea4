import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '#platform/ids.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';
import type { MemberRole } from '../domain/role.ts';
import { requireRoom } from '../plans/require-room.ts';
import { OrganizationMembershipEntity } from './organization-membership.entity.ts';

type Ctx = Pick<IdentityContext, 'viewer' | 'clientAddress' | 'requestId' | 'clock'>;

/** Makes somebody a member, unless they are one already; then their role stays what it is. */
export async function joinOrganization(
  ctx: Ctx,
  em: EntityManager,
  { organizationId, userId, role }: { organizationId: string; userId: string; role: MemberRole },
) {
  const known = await em.findOne(OrganizationMembershipEntity, { organizationId, userId });
  if (known) return known;
  await requireRoom(em, organizationId, 'MEMBERS');
  const membership = em.create(OrganizationMembershipEntity, {
    id: newId('omb'),
    organizationId,
    userId,
    role,
    createdAt: new Date(ctx.clock.now()),
  });
  await em.flush();
  await appendAuditEntry(ctx, em, {
    action: 'member.joined',
    of: { organizationId },
    target: { type: 'user', id: userId },
    after: { role },
  });
  return membership;
}
