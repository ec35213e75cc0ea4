import type { EntityManager } from '@mikro-orm/postgresql';
import { err, ok, type Result } from '#platform/result.ts';
import type { NewEvent } from '#platform/transaction.ts';
import { countOwners } from '../teams/lock-team.ts';
import { MembershipEntity } from '../teams/membership.entity.ts';
import { membershipEvent } from '../teams/team.events.ts';
import { lockForChange } from './lock-for-change.ts';

/** Takes somebody out of some teams, unless one would be left without an owner. Teams are locked in their order. */
export async function leaveTeams(
  em: EntityManager,
  where: { userId: string; organizationId?: string },
): Promise<Result<NewEvent[], 'LAST_OWNER'>> {
  const held = await em.find(MembershipEntity, where);
  await lockForChange(
    em,
    held.map(({ teamId }) => teamId),
  );
  const events: NewEvent[] = [];
  for (const known of held) {
    const membership = await em.refresh(known);
    if (!membership) continue;
    if (membership.role === 'OWNER' && (await countOwners(em, membership.teamId)) === 1)
      return err('LAST_OWNER');
    em.remove(membership);
    events.push(membershipEvent('membership.deleted', membership));
  }
  await em.flush();
  return ok(events);
}
