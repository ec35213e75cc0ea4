import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { requireId } from '#platform/ids.ts';
import { byKey, groupedByKey } from '#platform/loaders.ts';
import { rows } from '#platform/orm.ts';
import { createPageLoader, decodeKeyset, encodeKeyset } from '#platform/pagination.ts';
import type { Tables } from '../tables.ts';
import type { BookingResourceRow } from './booking-resource.entity.ts';
import type { ResourceRow } from './resource.entity.ts';

/** Rooms and equipment of owners, oldest first. */
function resourcePages(em: EntityManager) {
  return createPageLoader<ResourceRow>({
    async fetch(ownerIds, limit, after) {
      const behind =
        after === null ? null : requireId('res', String(decodeKeyset(after, ['string'])[0]), 'after');
      return rows<Tables>(em)
        .selectFrom(db =>
          db
            .selectFrom('Resource')
            .selectAll()
            .select(sql<number>`row_number() over (partition by owner_id order by id)`.as('rank'))
            .where('ownerId', 'in', ownerIds)
            .$if(behind !== null, query => query.where('id', '>', behind ?? ''))
            .as('Resource'),
        )
        .selectAll()
        .where('rank', '<=', limit)
        .orderBy('id')
        .execute();
    },
    async count(ownerIds) {
      const counted = await rows<Tables>(em)
        .selectFrom('Resource')
        .select(db => ['ownerId', db.fn.countAll<number>().as('count')])
        .where('ownerId', 'in', ownerIds)
        .groupBy('ownerId')
        .execute();
      return new Map(counted.map(row => [row.ownerId, Number(row.count)]));
    },
    parentOf: resource => resource.ownerId,
    cursorOf: resource => encodeKeyset([resource.id]),
  });
}

export function createResourceLoaders(em: EntityManager) {
  return {
    resource: new DataLoader<string, ResourceRow | null>(async ids =>
      byKey(
        ids,
        await rows<Tables>(em).selectFrom('Resource').selectAll().where('id', 'in', ids).execute(),
        resource => resource.id,
      ),
    ),
    resourcesOfOwner: resourcePages(em),
    resourcesOfBooking: new DataLoader<string, BookingResourceRow[]>(async bookingIds => {
      const found = await rows<Tables>(em)
        .selectFrom('BookingResource')
        .selectAll()
        .where('bookingId', 'in', bookingIds)
        .orderBy('position')
        .execute();
      return groupedByKey(bookingIds, found, row => row.bookingId);
    }),
  };
}
