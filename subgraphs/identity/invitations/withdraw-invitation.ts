import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { transact } from '#platform/transaction.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';
import { enterOrganization } from '../organizations/enter-organization.ts';
import { lockTeam, requireRank } from '../teams/lock-team.ts';
import { InvitationEntity } from './invitation.entity.ts';

/** Takes an open offer back. For those who could make it. */
export function withdrawInvitation(ctx: IdentityContext, input: { invitationId: string }): Promise<string> {
  const id = requireId('inv', input.invitationId, 'invitationId');
  return transact(ctx, async ({ em }) => {
    const known = await em.findOne(InvitationEntity, { id });
    if (!known) throw notFound('invitation');
    const { organizationId, teamId, email } = known;
    if (teamId) {
      const { role } = await lockTeam(em, ctx.viewer, teamId, 'invitation');
      requireRank(role, null, known.role);
    } else {
      const wish = { organizationId, needs: ['member.invite'], locks: true, what: 'invitation' } as const;
      await enterOrganization(em, ctx.viewer, wish);
    }
    if ((await em.nativeDelete(InvitationEntity, { id })) === 0) throw notFound('invitation');
    await appendAuditEntry(ctx, em, {
      action: 'invitation.withdrawn',
      of: { organizationId },
      target: { type: 'invitation', id },
      before: { email, role: known.role, teamId },
    });
    return id;
  });
}
