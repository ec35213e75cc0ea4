import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { requireId } from '#platform/ids.ts';
import { byKey, groupedByKey } from '#platform/loaders.ts';
import { rows } from '#platform/orm.ts';
import { createPageLoader, decodeKeyset, encodeKeyset } from '#platform/pagination.ts';
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

/** Event types below owners, oldest first: all of them, or those that everybody may see listed. */
function eventTypePages(em: EntityManager, { isListedOnly }: { isListedOnly: boolean }) {
  return createPageLoader<EventTypeRow>({
    async fetch(ownerIds, limit, after) {
      const behind =
        after === null ? null : requireId('etp', String(decodeKeyset(after, ['string'])[0]), 'after');
      return rows<Tables>(em)
        .selectFrom(db =>
          db
            .selectFrom('EventType')
            .selectAll()
            .select(sql<number>`row_number() over (partition by owner_id order by id)`.as('rank'))
            .where('ownerId', 'in', ownerIds)
            .$if(isListedOnly, query => query.where('visibility', '=', 'PUBLIC'))
            .$if(behind !== null, query => query.where('id', '>', behind ?? ''))
            .as('EventType'),
        )
        .selectAll()
        .where('rank', '<=', limit)
        .orderBy('id')
        .execute();
    },
    async count(ownerIds) {
      const counted = await rows<Tables>(em)
        .selectFrom('EventType')
        .select(db => ['ownerId', db.fn.countAll<number>().as('count')])
        .where('ownerId', 'in', ownerIds)
        .$if(isListedOnly, query => query.where('visibility', '=', 'PUBLIC'))
        .groupBy('ownerId')
        .execute();
      return new Map(counted.map(row => [row.ownerId, Number(row.count)]));
    },
    parentOf: type => type.ownerId,
    cursorOf: type => encodeKeyset([type.id]),
  });
}

export function createEventTypeLoaders(em: EntityManager) {
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
    eventTypesOfOwner: eventTypePages(em, { isListedOnly: false }),
    /** For those who do not manage them. */
    listedEventTypesOfOwner: eventTypePages(em, { isListedOnly: true }),
  };
}
