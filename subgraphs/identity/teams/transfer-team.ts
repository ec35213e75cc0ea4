import { AppError, notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { transact } from '#platform/transaction.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';
import { lockTeam } from './lock-team.ts';
import { type Membership, MembershipEntity } from './membership.entity.ts';
import { membershipEvent } from './team.events.ts';

/** Makes another member an owner and the viewer an admin, at once: there is an owner all the time. */
export function transferTeam(ctx: IdentityContext, input: { membershipId: string }): Promise<Membership> {
  const id = requireId('mbr', input.membershipId, 'membershipId');
  return transact(ctx, async ({ em, emit }) => {
    const known = await em.findOne(MembershipEntity, { id });
    if (!known) throw notFound('membership');
    const { teamId, organizationId } = known;
    await lockTeam(em, ctx.viewer, teamId, 'membership');
    const own = await em.findOne(MembershipEntity, { teamId, userId: ctx.viewer.id }, { refresh: true });
    const heir = await em.refresh(known);
    if (!heir) throw notFound('membership');
    if (own?.role !== 'OWNER') throw new AppError('FORBIDDEN', 'Only an owner can hand a team over.');
    if (heir.id === own.id) return heir;
    const before = { teamId, from: own.role, to: heir.role };
    heir.role = 'OWNER';
    own.role = 'ADMIN';
    await em.flush();
    await emit(membershipEvent('membership.updated', heir), membershipEvent('membership.updated', own));
    await appendAuditEntry(ctx, em, {
      action: 'ownership.transferred',
      of: { organizationId },
      target: { type: 'user', id: heir.userId },
      before,
      after: { teamId, from: own.role, to: heir.role },
    });
    return heir;
  });
}
