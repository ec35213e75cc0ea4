import { badInput } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { err, type Result } from '#platform/result.ts';
import { transact } from '#platform/transaction.ts';
import type { IdentityContext } from '../context.ts';
import type { MemberRole } from '../domain/role.ts';
import { createInvitation } from '../invitations/create-invitation.ts';
import type { Invitation } from '../invitations/invitation.entity.ts';
import { UserEntity } from '../users/user.entity.ts';
import { enterOrganization, requireRankOver } from './enter-organization.ts';
import { OrganizationMembershipEntity } from './organization-membership.entity.ts';

/** Offers a place in the organization, with a role that can do no more than the viewer. */
export function inviteToOrganization(
  ctx: IdentityContext,
  input: { organizationId: string; email: string; role: MemberRole },
): Promise<Result<Invitation, 'ALREADY_MEMBER'>> {
  const organizationId = requireId('org', input.organizationId, 'organizationId');
  const email = input.email.toLowerCase();
  return transact(ctx, async ({ em }) => {
    const wish = { organizationId, needs: ['member.invite'], locks: true } as const;
    const { organization, held } = await enterOrganization(em, ctx.viewer, wish);
    await requireRankOver(em, held, input.role);
    if (organization.isPersonal)
      throw badInput(
        'organizationId',
        'A personal organization is for one: create an organization, or a team.',
      );
    const user = await em.findOne(UserEntity, { email });
    if (user && (await em.count(OrganizationMembershipEntity, { organizationId, userId: user.id })) > 0) {
      return err('ALREADY_MEMBER' as const);
    }
    return createInvitation(ctx, em, { organizationId, teamId: null, email, role: input.role });
  });
}
