import { AppError } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { transact } from '#platform/transaction.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import { ContactEntity } from '../contacts/contact.entity.ts';
import type { IdentityContext } from '../context.ts';
import { HandleEntity } from '../handles/handle.entity.ts';
import { lockTeam } from './lock-team.ts';
import { MembershipEntity } from './membership.entity.ts';
import { membershipEvent, teamDeleted } from './team.events.ts';

/** Ends a team with its memberships and invitations. The other subgraphs follow the event. For owners. */
export function deleteTeam(ctx: IdentityContext, input: { teamId: string }): Promise<string> {
  const teamId = requireId('team', input.teamId, 'teamId');
  return transact(ctx, async ({ em, emit }) => {
    const { team, role } = await lockTeam(em, ctx.viewer, teamId);
    if (role !== 'OWNER') throw new AppError('FORBIDDEN', 'Only an owner can delete a team.');
    const members = await em.find(MembershipEntity, { teamId }, { orderBy: { id: 'asc' } });
    await emit(...members.map(membership => membershipEvent('membership.deleted', membership)));
    await emit(teamDeleted(team));
    const { organizationId, name, handle } = team;
    await appendAuditEntry(ctx, em, {
      action: 'team.deleted',
      of: { organizationId },
      target: { type: 'team', id: teamId },
      before: { name, handle, members: members.length },
    });
    await em.nativeDelete(ContactEntity, { ownerId: teamId });
    em.remove(team);
    await em.flush();
    await em.nativeDelete(HandleEntity, { ownerId: teamId });
    return teamId;
  });
}
