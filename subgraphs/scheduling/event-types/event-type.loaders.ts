import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { pagesBelow } from '#platform/id-pages.ts';
import { byKey, groupedByKey } from '#platform/loaders.ts';
import { rows } from '#platform/orm.ts';
import { sharedRead } from '#platform/shared-read.ts';
import type { Tables } from '../tables.ts';
import type { EventTypeRow } from './event-type.entity.ts';
import type { EventTypeHostRow } from './event-type-host.entity.ts';

/** Guests who book the same event type at the same moment share the read. */
const readEventTypes = sharedRead(
  (em, ids: readonly string[]): Promise<EventTypeRow[]> =>
    rows<Tables>(em).selectFrom('EventType').selectAll().where('id', 'in', ids).execute(),
  ids => ids.join(),
);

export function createEventTypeLoaders(em: EntityManager) {
  const ofOwner = { entity: 'EventType', prefix: 'etp', parent: 'ownerId' } as const;
  return {
    eventType: new DataLoader<string, EventTypeRow | null>(async ids =>
      byKey(ids, await readEventTypes(em, ids), type => type.id),
    ),
    eventTypeBySlug: new DataLoader<{ ownerId: string; slug: string }, EventTypeRow | null, string>(
      async keys => {
        const found = await rows<Tables>(em)
          .selectFrom('EventType')
          .selectAll()
          .where('ownerId', 'in', [...new Set(keys.map(key => key.ownerId))])
          .where('slug', 'in', [...new Set(keys.map(key => key.slug))])
          .execute();
        return keys.map(
          key => found.find(type => type.ownerId === key.ownerId && type.slug === key.slug) ?? null,
        );
      },
      { cacheKeyFn: ({ ownerId, slug }) => `${ownerId}/${slug}` },
    ),
    hostsOfEventType: new DataLoader<string, EventTypeHostRow[]>(async eventTypeIds => {
      const found = await rows<Tables>(em)
        .selectFrom('EventTypeHost')
        .selectAll()
        .where('eventTypeId', 'in', eventTypeIds)
        .orderBy('position')
        .orderBy('userId')
        .execute();
      return groupedByKey(eventTypeIds, found, host => host.eventTypeId);
    }),
    eventTypesOfOwner: pagesBelow<EventTypeRow>(em, ofOwner),
    /** For those who do not manage them. */
    listedEventTypesOfOwner: pagesBelow<EventTypeRow>(em, {
      ...ofOwner,
      only: { visibility: 'PUBLIC' },
    }),
  };
}
