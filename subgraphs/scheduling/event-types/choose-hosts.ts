import type { EntityManager } from '@mikro-orm/postgresql';
import { badInput } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { rows } from '#platform/orm.ts';
import type { Tables } from '../tables.ts';

const MAX_HOSTS = 200;

/** The hosts as asked for, once each, if the owner may name them: a user only themselves, a team its members. */
export async function chooseHosts(
  em: EntityManager,
  ownerId: string,
  hostIds: readonly string[],
): Promise<string[]> {
  const ids = [...new Set(hostIds.map(id => requireId('usr', id, 'hostIds')))];
  if (ids.length === 0 || ids.length > MAX_HOSTS)
    throw badInput('hostIds', `An event type has 1 to ${MAX_HOSTS} hosts.`);
  if (!ownerId.startsWith('team_')) {
    if (ids.some(id => id !== ownerId))
      throw badInput('hostIds', 'Only a team can have other hosts than its owner.');
    return ids;
  }
  const members = await rows<Tables>(em)
    .selectFrom('Membership')
    .select('userId')
    .where('teamId', '=', ownerId)
    .where('isEnded', '=', false)
    .where('userId', 'in', ids)
    .execute();
  if (members.length < ids.length) throw badInput('hostIds', 'Every host must be a member of the team.');
  return ids;
}
