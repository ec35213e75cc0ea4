import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { newId, requireId, uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { transact, type UnitOfWork } from '#platform/transaction.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';
import { joinOrganization } from '../organizations/join-organization.ts';
import { lockForChange } from '../organizations/lock-for-change.ts';
import { OrganizationEntity } from '../organizations/organization.entity.ts';
import type { OrganizationMembership } from '../organizations/organization-membership.entity.ts';
import { endOtherSessions } from '../required-sso/end-other-sessions.ts';
import { type Membership, MembershipEntity } from '../teams/membership.entity.ts';
import { membershipEvent } from '../teams/team.events.ts';
import { UserEntity } from '../users/user.entity.ts';
import { type Invitation, InvitationEntity } from './invitation.entity.ts';

export type Joined =
  | { kind: 'TEAM'; membership: Membership }
  | { kind: 'ORGANIZATION'; membership: OrganizationMembership };

/** The invitation, if it is still open, so that nobody else uses it up meanwhile. */
export async function lockInvitation(em: EntityManager, id: string, now: number): Promise<Invitation | null> {
  await lockForChange(em, [id]);
  const invitation = await em.findOne(InvitationEntity, { id }, { refresh: true });
  return invitation && invitation.expiresAt.getTime() > now ? invitation : null;
}

/** Uses an invitation up. The caller has made sure that the user owns its address. */
export async function redeemInvitation(
  ctx: IdentityContext,
  unit: UnitOfWork,
  invitation: Invitation,
  userId: string,
): Promise<Joined> {
  const { em, emit } = unit;
  const { organizationId, teamId, role } = invitation;
  em.remove(invitation);
  await em.flush();
  // Who signs in at this moment is waited for: the organization may require it of them in its own way.
  await sql`select 1 from users where id = ${uuidOf(userId)}::uuid for no key update`.execute(statements(em));
  if (teamId === null) {
    const membership = await joinOrganization(ctx, em, { organizationId, userId, role });
    await endOtherSessions(ctx, unit, organizationId);
    return { kind: 'ORGANIZATION', membership };
  }
  const organization = await em.findOneOrFail(OrganizationEntity, { id: organizationId });
  // Who is in a team of an organization is in the organization. A personal one is its owner's alone.
  if (!organization.isPersonal) await joinOrganization(ctx, em, { organizationId, userId, role: 'MEMBER' });
  await endOtherSessions(ctx, unit, organizationId);
  const existing = await em.findOne(MembershipEntity, { teamId, userId });
  if (existing) return { kind: 'TEAM', membership: existing };
  const membership = em.create(MembershipEntity, {
    id: newId('mbr'),
    organizationId,
    teamId,
    userId,
    role,
    createdAt: new Date(ctx.clock.now()),
  });
  await em.flush();
  await emit(membershipEvent('membership.created', membership));
  await appendAuditEntry(ctx, em, {
    action: 'member.joined',
    of: { organizationId },
    target: { type: 'user', id: userId },
    after: { teamId, role },
  });
  return { kind: 'TEAM', membership };
}

/** Turns an invitation to the viewer's own address into a membership, once. */
export function acceptInvitation(
  ctx: IdentityContext,
  input: { invitationId: string },
): Promise<Result<Joined, 'INVITATION_INVALID'>> {
  const id = requireId('inv', input.invitationId, 'invitationId');
  return transact(ctx, async unit => {
    const { em } = unit;
    const user = await em.findOne(UserEntity, { id: ctx.viewer.id });
    const invitation = await lockInvitation(em, id, ctx.clock.now());
    if (!invitation || !user || user.email !== invitation.email) return err('INVITATION_INVALID' as const);
    return ok(await redeemInvitation(ctx, unit, invitation, user.id));
  });
}
