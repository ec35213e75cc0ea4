import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { badInput } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { addJob } from '#platform/jobs.ts';
import { statements } from '#platform/orm.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { IdentityContext } from '../context.ts';
import type { MemberRole } from '../domain/role.ts';
import { type Invitation, InvitationEntity } from './invitation.entity.ts';

const INVITATION_DAYS = 7;
const MOST_OPEN = 500;

interface Offer {
  organizationId: string;
  /** `null`: a place in the organization itself. */
  teamId: string | null;
  email: string;
  role: MemberRole;
}

/** Writes an open offer and the job that mails it. The caller holds the lock of the group. */
export async function createInvitation(
  ctx: IdentityContext,
  em: EntityManager,
  offer: Offer,
): Promise<Result<Invitation, 'ALREADY_MEMBER'>> {
  const { organizationId, teamId, email, role } = offer;
  const at = ctx.clock.now();
  const group = { organizationId, teamId };
  const open = await em.findOne(InvitationEntity, { ...group, email });
  if (open && open.expiresAt.getTime() > at) return err('ALREADY_MEMBER');
  if (open) em.remove(open);
  await em.flush();
  if ((await em.count(InvitationEntity, group)) >= MOST_OPEN) {
    throw badInput(
      teamId ? 'teamId' : 'organizationId',
      `There can be ${MOST_OPEN} open invitations to a group.`,
      {
        max: MOST_OPEN,
      },
    );
  }
  const invitation = em.create(InvitationEntity, {
    id: newId('inv'),
    organizationId,
    teamId,
    email,
    role,
    tokenHash: null,
    invitedById: ctx.viewer.id,
    createdAt: new Date(at),
    expiresAt: new Date(at + INVITATION_DAYS * 86_400_000),
  });
  await em.flush();
  await appendAuditEntry(ctx, em, {
    action: 'invitation.created',
    of: { organizationId },
    target: { type: 'invitation', id: invitation.id },
    after: { email, role, teamId },
  });
  // The job knows the id only: what the mail says in secret is made when it is sent.
  const job = addJob('identity', { task: 'mail-invitation', payload: { invitationId: invitation.id } });
  await sql`select ${job}`.execute(statements(em));
  return ok(invitation);
}
