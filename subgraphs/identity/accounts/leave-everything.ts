import type { EntityManager } from '@mikro-orm/postgresql';
import { err, type Result } from '#platform/result.ts';
import type { NewEvent } from '#platform/transaction.ts';
import { countOrganizationOwners } from '../organizations/enter-organization.ts';
import { leaveTeams } from '../organizations/leave-teams.ts';
import { lockForChange } from '../organizations/lock-for-change.ts';
import { OrganizationMembershipEntity } from '../organizations/organization-membership.entity.ts';
import type { User } from '../users/user.entity.ts';

/**
 * Takes somebody whose account ends out of their teams, unless a team or an organization would be left without an
 * owner. Organizations are locked before teams.
 */
export async function leaveEverything(
  em: EntityManager,
  { id, organizationId }: User,
): Promise<Result<NewEvent[], 'LAST_OWNER'>> {
  const memberships = await em.find(OrganizationMembershipEntity, { userId: id });
  await lockForChange(
    em,
    memberships.map(membership => membership.organizationId),
  );
  for (const { organizationId: of, role } of memberships)
    if (of !== organizationId && role === 'OWNER' && (await countOrganizationOwners(em, of)) === 1)
      return err('LAST_OWNER');
  return leaveTeams(em, { userId: id });
}
