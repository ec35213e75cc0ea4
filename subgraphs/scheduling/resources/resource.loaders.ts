import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { pagesBelow } from '#platform/id-pages.ts';
import { byKey, groupedByKey } from '#platform/loaders.ts';
import { rows } from '#platform/orm.ts';
import type { Tables } from '../tables.ts';
import type { BookingResourceRow } from './booking-resource.entity.ts';
import type { ResourceRow } from './resource.entity.ts';

export function createResourceLoaders(em: EntityManager) {
  return {
    resource: new DataLoader<string, ResourceRow | null>(async ids =>
      byKey(
        ids,
        await rows<Tables>(em).selectFrom('Resource').selectAll().where('id', 'in', ids).execute(),
        resource => resource.id,
      ),
    ),
    resourcesOfOwner: pagesBelow<ResourceRow>(em, {
      entity: 'Resource',
      prefix: 'res',
      parent: 'ownerId',
    }),
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
