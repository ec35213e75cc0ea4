import type { EntityManager } from '@mikro-orm/postgresql';
import { rows } from '#platform/orm.ts';
import type { Tables } from '../tables.ts';

/** Who may see a booking: its hosts, and whoever leads the owner of its event type. */
export async function findAudience(
  em: EntityManager,
  ownerId: string,
  hostIds: readonly string[],
): Promise<string[]> {
  if (!ownerId.startsWith('team_')) return [...new Set([ownerId, ...hostIds])];
  const leaders = await rows<Tables>(em)
    .selectFrom('Membership')
    .select('userId')
    .where('teamId', '=', ownerId)
    .where('isEnded', '=', false)
    .where('role', 'in', ['OWNER', 'ADMIN'])
    .execute();
  return [...new Set([...hostIds, ...leaders.map(leader => leader.userId)])];
}
