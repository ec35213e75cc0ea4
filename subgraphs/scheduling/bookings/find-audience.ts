import type { EntityManager } from '@mikro-orm/postgresql';
import { rows } from '#platform/orm.ts';
import type { Tables } from '../tables.ts';

export interface Place {
  ownerId: string;
  hostIds: readonly string[];
}

/** Who may see a booking: its hosts, and whoever leads the owner of its event type. */
export async function findAudience(
  em: EntityManager,
  ownerId: string,
  hostIds: readonly string[],
): Promise<string[]> {
  const audienceOf = await findAudiences(em, [ownerId]);
  return audienceOf({ ownerId, hostIds });
}

/** The same for bookings of several owners, in at most one statement. */
export async function findAudiences(
  em: EntityManager,
  ownerIds: readonly string[],
): Promise<(place: Place) => string[]> {
  const teamIds = [...new Set(ownerIds.filter(id => id.startsWith('team_')))];
  const found =
    teamIds.length === 0
      ? []
      : await rows<Tables>(em)
          .selectFrom('Membership')
          .select(['teamId', 'userId'])
          .where('teamId', 'in', teamIds)
          .where('isEnded', '=', false)
          .where('role', 'in', ['OWNER', 'ADMIN'])
          .execute();
  const leaders = Map.groupBy(found, ({ teamId }) => teamId);
  return ({ ownerId, hostIds }) =>
    teamIds.includes(ownerId)
      ? [...new Set([...hostIds, ...(leaders.get(ownerId) ?? []).map(({ userId }) => userId)])]
      : [...new Set([ownerId, ...hostIds])];
}
