import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { byKey, groupedByKey } from '#platform/loaders.ts';
import { rows } from '#platform/orm.ts';
import type { Tables } from '../tables.ts';
import type { Owner } from './owner.entity.ts';

export function createOwnerLoaders(em: EntityManager) {
  return {
    owner: new DataLoader<string, Owner | null>(async ids =>
      byKey(
        ids,
        await rows<Tables>(em).selectFrom('Owner').selectAll().where('id', 'in', ids).execute(),
        owner => owner.id,
      ),
    ),
    ownerByHandle: new DataLoader<string, Owner | null>(async handles =>
      byKey(
        handles,
        await rows<Tables>(em).selectFrom('Owner').selectAll().where('handle', 'in', handles).execute(),
        owner => owner.handle ?? '',
      ),
    ),
    teamsOfUser: new DataLoader<string, { teamId: string }[]>(async userIds => {
      const found = await rows<Tables>(em)
        .selectFrom('Membership')
        .select(['userId', 'teamId'])
        .where('userId', 'in', userIds)
        .where('isEnded', '=', false)
        .execute();
      return groupedByKey(userIds, found, membership => membership.userId);
    }),
  };
}
