import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { AppError, notFound } from '#platform/errors.ts';
import type { Principal } from '#platform/principal.ts';
import { canChangeRole, type MemberRole } from '../domain/role.ts';
import { MembershipEntity } from './membership.entity.ts';
import { TeamEntity } from './team.entity.ts';

/** Locks a team so that its memberships change one at a time. Outsiders learn nothing, not even that it exists. */
export async function lockTeam(em: EntityManager, viewer: Principal, teamId: string) {
  const team = await em.findOne(TeamEntity, { id: teamId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const own = team && (await em.findOne(MembershipEntity, { teamId: team.id, userId: viewer.id }));
  if (!team || !own) throw notFound('team');
  return { team, role: own.role };
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
