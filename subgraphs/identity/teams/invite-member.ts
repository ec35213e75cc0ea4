import { badInput } from '#platform/errors.ts';
import { newId, requireId } from '#platform/ids.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import type { IdentityContext } from '../context.ts';
import type { MemberRole } from '../domain/role.ts';
import { UserEntity } from '../users/user.entity.ts';
import { type Invitation, InvitationEntity } from './invitation.entity.ts';
import { lockTeam, requireRank } from './lock-team.ts';
import { MembershipEntity } from './membership.entity.ts';

const INVITATION_DAYS = 7;

/**
 * Offers a membership to whoever owns the address. Nobody is added without accepting, and an account that has
 * the address already stays untouched until then.
 */
export function inviteMember(
  ctx: IdentityContext,
  input: { teamId: string; email: string; role: MemberRole },
): Promise<Result<Invitation, 'ALREADY_MEMBER'>> {
  const teamId = requireId('team', input.teamId, 'teamId');
  const email = input.email.toLowerCase();
  return transact(ctx, async ({ em }) => {
    const { team, role } = await lockTeam(em, ctx.viewer, teamId);
    requireRank(role, null, input.role);
    const at = ctx.clock.now();
    const open = await em.findOne(InvitationEntity, { teamId, email });
    if (open && open.expiresAt.getTime() > at) return err('ALREADY_MEMBER' as const);
    const user = await em.findOne(UserEntity, { email });
    if (user && (await em.count(MembershipEntity, { teamId, userId: user.id })) > 0) {
      return err('ALREADY_MEMBER' as const);
    }
    if (open) em.remove(open);
    await em.flush();
    if ((await em.count(InvitationEntity, { teamId })) >= 500) {
      throw badInput('teamId', 'A team can have 500 open invitations.');
    }
    const invitation = em.create(InvitationEntity, {
      id: newId('inv'),
      organizationId: team.organizationId,
      teamId,
      email,
      role: input.role,
      invitedById: ctx.viewer.id,
      createdAt: new Date(at),
      expiresAt: new Date(at + INVITATION_DAYS * 86_400_000),
    });
    await em.flush();
    return ok(invitation);
  });
}
