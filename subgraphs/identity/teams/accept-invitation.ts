import { LockMode } from '@mikro-orm/postgresql';
import { newId, requireId } from '#platform/ids.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import type { IdentityContext } from '../context.ts';
import { UserEntity } from '../users/user.entity.ts';
import { InvitationEntity } from './invitation.entity.ts';
import { type Membership, MembershipEntity } from './membership.entity.ts';
import { membershipEvent } from './team.events.ts';

/** Turns an invitation to the viewer's own address into a membership, once. */
export function acceptInvitation(
  ctx: IdentityContext,
  input: { invitationId: string },
): Promise<Result<Membership, 'INVITATION_INVALID'>> {
  const id = requireId('inv', input.invitationId, 'invitationId');
  return transact(ctx, async ({ em, emit }) => {
    const invitation = await em.findOne(InvitationEntity, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const user = await em.findOne(UserEntity, { id: ctx.viewer.id });
    const isOpen = invitation && invitation.expiresAt.getTime() > ctx.clock.now();
    if (!isOpen || !user || user.email !== invitation.email) return err('INVITATION_INVALID' as const);
    const { organizationId, teamId, role } = invitation;
    em.remove(invitation);
    const existing = await em.findOne(MembershipEntity, { teamId, userId: user.id });
    if (existing) return ok(existing);
    const membership = em.create(MembershipEntity, {
      id: newId('mbr'),
      organizationId,
      teamId,
      userId: user.id,
      role,
      createdAt: new Date(ctx.clock.now()),
    });
    await em.flush();
    await emit(membershipEvent('membership.created', membership));
    return ok(membership);
  });
}
