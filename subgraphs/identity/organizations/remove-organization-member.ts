import type { EntityManager } from '@mikro-orm/postgresql';
import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { type NewEvent, transact } from '#platform/transaction.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';
import { countOwners } from '../teams/lock-team.ts';
import { MembershipEntity } from '../teams/membership.entity.ts';
import { membershipEvent } from '../teams/team.events.ts';
import { countOrganizationOwners, enterOrganization, requireRankOver } from './enter-organization.ts';
import { lockForChange } from './lock-for-change.ts';
import { OrganizationMembershipEntity } from './organization-membership.entity.ts';

/** Takes somebody out of some teams, unless one would be left without an owner. Teams are locked in their order. */
async function leaveTeams(
  em: EntityManager,
  where: { userId: string; organizationId?: string },
): Promise<Result<NewEvent[], 'LAST_OWNER'>> {
  const held = await em.find(MembershipEntity, where);
  await lockForChange(
    em,
    held.map(({ teamId }) => teamId),
  );
  const events: NewEvent[] = [];
  for (const known of held) {
    const membership = await em.refresh(known);
    if (!membership) continue;
    if (membership.role === 'OWNER' && (await countOwners(em, membership.teamId)) === 1)
      return err('LAST_OWNER');
    em.remove(membership);
    events.push(membershipEvent('membership.deleted', membership));
  }
  await em.flush();
  return ok(events);
}

/** Takes somebody out of an organization and of its teams; anybody may take themselves out. */
export function removeOrganizationMember(
  ctx: IdentityContext,
  input: { membershipId: string },
): Promise<Result<string, 'LAST_OWNER'>> {
  const id = requireId('omb', input.membershipId, 'membershipId');
  return transact<Result<string, 'LAST_OWNER'>>(ctx, async ({ em, emit }) => {
    const known = await em.findOne(OrganizationMembershipEntity, { id });
    if (!known) throw notFound('membership');
    const { organizationId, userId } = known;
    const isOwn = userId === ctx.viewer.id;
    const { held, organization } = await enterOrganization(em, ctx.viewer, {
      organizationId,
      needs: isOwn ? [] : ['member.remove'],
      locks: true,
      what: 'membership',
    });
    const membership = await em.refresh(known);
    if (!membership) throw notFound('membership');
    if (!isOwn) await requireRankOver(em, held, membership);
    const isLast = membership.role === 'OWNER' && (await countOrganizationOwners(em, organizationId)) === 1;
    // Whose personal organization it is stays its owner, whatever others there are.
    if (isLast || (organization.isPersonal && membership.role === 'OWNER')) return err('LAST_OWNER');
    const left = await leaveTeams(em, { userId, organizationId });
    if (!left.ok) return left;
    const before = { role: membership.role };
    em.remove(membership);
    await em.flush();
    await emit(...left.value);
    const of = { organizationId };
    await appendAuditEntry(ctx, em, {
      action: 'member.removed',
      of,
      target: { type: 'user', id: userId },
      before,
    });
    return ok(id);
  });
}
