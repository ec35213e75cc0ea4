import type { EntityManager } from '@mikro-orm/postgresql';
import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import type { IdentityContext } from '../context.ts';
import { lockTeam, requireRank } from '../teams/lock-team.ts';
import { type Contact, ContactEntity } from './contact.entity.ts';

/** Whose contacts the viewer manages: their own, or those of a team that they lead. */
export async function enterContacts(
  ctx: IdentityContext,
  em: EntityManager,
  teamId: string | null | undefined,
  what = 'team',
): Promise<{ ownerId: string; organizationId: string }> {
  if (teamId == null) {
    const { id, organizationId } = ctx.viewer;
    if (!organizationId) throw notFound('user');
    return { ownerId: id, organizationId };
  }
  const { team, role } = await lockTeam(em, ctx.viewer, requireId('team', teamId, 'teamId'), what);
  requireRank(role, null, 'MEMBER');
  return { ownerId: team.id, organizationId: team.organizationId };
}

export async function findContact(
  ctx: IdentityContext,
  em: EntityManager,
  contactId: string,
): Promise<Contact> {
  const id = requireId('cnt', contactId, 'contactId');
  const contact = await em.findOne(ContactEntity, { id, removedAt: null });
  if (!contact) throw notFound('contact');
  const isTeams = contact.ownerId.startsWith('team_');
  if (isTeams) await enterContacts(ctx, em, contact.ownerId, 'contact');
  else if (contact.ownerId !== ctx.viewer.id) throw notFound('contact');
  return contact;
}
