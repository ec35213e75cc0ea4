import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { AppError, notFound } from '#platform/errors.ts';
import { uuidOf } from '#platform/ids.ts';
import { statements } from '#platform/orm.ts';
import type { Principal } from '#platform/principal.ts';
import { canChangeRole, type MemberRole } from '../domain/role.ts';
import { lockForChange } from '../organizations/lock-for-change.ts';
import { MembershipEntity } from './membership.entity.ts';
import { TeamEntity } from './team.entity.ts';

/** The viewer's role in a team, as a member of it or as somebody who leads its organization. */
async function heldRole(em: EntityManager, viewer: Principal, teamId: string): Promise<MemberRole | null> {
  if (viewer.kind !== 'USER') return null;
  const { rows } = await sql<{ role: MemberRole }>`
    select role from held_roles
    where user_id = ${uuidOf(viewer.id)}::uuid and team_id = ${uuidOf(teamId)}::uuid`.execute(statements(em));
  return rows[0]?.role ?? null;
}

/** Locks a team so that its memberships change one at a time. Outsiders learn nothing, not even that it exists. */
export async function lockTeam(em: EntityManager, viewer: Principal, teamId: string, what = 'team') {
  // Before the lock: a stranger must not make members wait.
  if ((await heldRole(em, viewer, teamId)) === null) throw notFound(what);
  await lockForChange(em, [teamId]);
  const team = await em.findOne(TeamEntity, { id: teamId }, { refresh: true });
  const role = await heldRole(em, viewer, teamId);
  if (!team || !role) throw notFound(what);
  return { team, role };
}

/** Refuses unless `role` may give a member with role `target` (`null`: somebody new) the role `next`. */
export function requireRank(role: MemberRole, target: MemberRole | null, next: MemberRole): void {
  if (!canChangeRole(role, target, next)) {
    throw new AppError('FORBIDDEN', 'Your role in the team does not allow this.');
  }
}

export function countOwners(em: EntityManager, teamId: string): Promise<number> {
  return em.count(MembershipEntity, { teamId, role: 'OWNER' });
}
