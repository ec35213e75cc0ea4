import { transact } from '#platform/transaction.ts';
import { hashSecret, mintSecret } from '../authentication/credential-format.ts';
import type { IdentityContext } from '../context.ts';
import { linkTo } from '../domain/sign-in-link.ts';
import { OrganizationEntity } from '../organizations/organization.entity.ts';
import { TeamEntity } from '../teams/team.entity.ts';
import { UserEntity } from '../users/user.entity.ts';
import { lockInvitation } from './accept-invitation.ts';

/**
 * Mails an invitation. Its token exists in the mail only: a job that is tried again makes a new one, and the
 * link that may have been sent before stops working.
 */
export async function mailInvitation(ctx: IdentityContext, invitationId: string): Promise<void> {
  const letter = await transact(ctx, async ({ em }) => {
    const invitation = await lockInvitation(em, invitationId, ctx.clock.now());
    if (!invitation) return null;
    const token = mintSecret();
    invitation.tokenHash = hashSecret(token);
    const { teamId, organizationId, invitedById, email } = invitation;
    const group = teamId
      ? await em.findOneOrFail(TeamEntity, { id: teamId })
      : await em.findOneOrFail(OrganizationEntity, { id: organizationId });
    const inviter = await em.findOneOrFail(UserEntity, { id: invitedById });
    return { to: email, group: group.name, inviter: inviter.name, token, expiresAt: invitation.expiresAt };
  });
  if (!letter) return;
  const { to, group, inviter, token, expiresAt } = letter;
  const link = linkTo(ctx.publicUrl, 'invitation', { token, invitation: invitationId });
  await ctx.messages.mail({
    to,
    subject: `${inviter} invites you to ${group}`,
    text: `${inviter} invites you to join ${group}.\n\nAccept until ${expiresAt.toISOString()}:\n${link}\n\nIf you did not expect this, do nothing.\n`,
  });
}
