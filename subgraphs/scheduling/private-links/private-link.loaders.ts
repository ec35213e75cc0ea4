import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { groupedByKey } from '#platform/loaders.ts';
import { rows } from '#platform/orm.ts';
import type { Tables } from '../tables.ts';
import type { PrivateLinkRow } from './private-link.entity.ts';

const MAX_SHOWN = 100;

export function createPrivateLinkLoaders(em: EntityManager) {
  return {
    /** The newest hundred of each. */
    privateLinksOfEventType: new DataLoader<string, PrivateLinkRow[]>(async eventTypeIds => {
      const found = await rows<Tables>(em)
        .selectFrom(db =>
          db
            .selectFrom('PrivateLink')
            .selectAll()
            .select(
              sql<number>`row_number() over (partition by event_type_id order by created_at desc, id desc)`.as(
                'rank',
              ),
            )
            .where('eventTypeId', 'in', eventTypeIds)
            .as('PrivateLink'),
        )
        .selectAll()
        .where('rank', '<=', MAX_SHOWN)
        .orderBy('rank')
        .execute();
      return groupedByKey(eventTypeIds, found, link => link.eventTypeId);
    }),
  };
}
