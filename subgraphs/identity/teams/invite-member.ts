import { requireId } from '#platform/ids.ts';
import { err, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import type { IdentityContext } from '../context.ts';
import type { MemberRole } from '../domain/role.ts';
import { createInvitation } from '../invitations/create-invitation.ts';
import type { Invitation } from '../invitations/invitation.entity.ts';
import { UserEntity } from '../users/user.entity.ts';
import { lockTeam, requireRank } from './lock-team.ts';
import { MembershipEntity } from './membership.entity.ts';

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
    const user = await em.findOne(UserEntity, { email });
    if (user && (await em.count(MembershipEntity, { teamId, userId: user.id })) > 0) {
      return err('ALREADY_MEMBER' as const);
    }
    const { organizationId } = team;
    return createInvitation(ctx, em, { organizationId, teamId, email, role: input.role });
  });
}
