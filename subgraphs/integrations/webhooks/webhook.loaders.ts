import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { requireId } from '#platform/ids.ts';
import { byKey, groupedByKey } from '#platform/loaders.ts';
import { rows } from '#platform/orm.ts';
import { createPageLoader, decodeKeyset, encodeKeyset } from '#platform/pagination.ts';
import type { Tables } from '../tables.ts';
import type { WebhookAttemptRow } from './webhook-attempt.entity.ts';
import type { WebhookDeliveryRow } from './webhook-delivery.entity.ts';
import type { WebhookEndpointRow } from './webhook-endpoint.entity.ts';

const idBehind = (prefix: string, after: string | null) =>
  after === null ? null : requireId(prefix, String(decodeKeyset(after, ['string'])[0]), 'after');

function endpointPages(em: EntityManager) {
  return createPageLoader<WebhookEndpointRow>({
    async fetch(userIds, limit, after) {
      const behind = idBehind('whe', after);
      return rows<Tables>(em)
        .selectFrom(db =>
          db
            .selectFrom('WebhookEndpoint')
            .selectAll()
            .select(sql<number>`row_number() over (partition by user_id order by id)`.as('rank'))
            .where('userId', 'in', userIds)
            .$if(behind !== null, query => query.where('id', '>', behind ?? ''))
            .as('WebhookEndpoint'),
        )
        .selectAll()
        .where('rank', '<=', limit)
        .orderBy('id')
        .execute();
    },
    async count(userIds) {
      const counted = await rows<Tables>(em)
        .selectFrom('WebhookEndpoint')
        .select(db => ['userId', db.fn.countAll<number>().as('count')])
        .where('userId', 'in', userIds)
        .groupBy('userId')
        .execute();
      return new Map(counted.map(row => [row.userId, Number(row.count)]));
    },
    parentOf: endpoint => endpoint.userId,
    cursorOf: endpoint => encodeKeyset([endpoint.id]),
  });
}

/** Newest first: ids are UUIDv7, so their order is that of creation. */
function deliveryPages(em: EntityManager) {
  return createPageLoader<WebhookDeliveryRow>({
    async fetch(endpointIds, limit, after) {
      const behind = idBehind('whd', after);
      return rows<Tables>(em)
        .selectFrom(db =>
          db
            .selectFrom('WebhookDelivery')
            .selectAll()
            .select(sql<number>`row_number() over (partition by endpoint_id order by id desc)`.as('rank'))
            .where('endpointId', 'in', endpointIds)
            .$if(behind !== null, query => query.where('id', '<', behind ?? ''))
            .as('WebhookDelivery'),
        )
        .selectAll()
        .where('rank', '<=', limit)
        .orderBy('id', 'desc')
        .execute();
    },
    async count(endpointIds) {
      const counted = await rows<Tables>(em)
        .selectFrom('WebhookDelivery')
        .select(db => ['endpointId', db.fn.countAll<number>().as('count')])
        .where('endpointId', 'in', endpointIds)
        .groupBy('endpointId')
        .execute();
      return new Map(counted.map(row => [row.endpointId, Number(row.count)]));
    },
    parentOf: delivery => delivery.endpointId,
    cursorOf: delivery => encodeKeyset([delivery.id]),
  });
}

export function createWebhookLoaders(em: EntityManager) {
  return {
    endpointsOfUser: endpointPages(em),
    deliveriesOfEndpoint: deliveryPages(em),
    lastDeliveryOfEndpoint: new DataLoader<string, WebhookDeliveryRow | null>(async endpointIds => {
      const found = await rows<Tables>(em)
        .selectFrom('WebhookDelivery')
        .distinctOn('endpointId')
        .selectAll()
        .where('endpointId', 'in', endpointIds)
        .orderBy('endpointId')
        .orderBy('id', 'desc')
        .execute();
      return byKey(endpointIds, found, delivery => delivery.endpointId);
    }),
    attemptsOfDelivery: new DataLoader<string, WebhookAttemptRow[]>(async deliveryIds => {
      const found = await rows<Tables>(em)
        .selectFrom('WebhookAttempt')
        .selectAll()
        .where('deliveryId', 'in', deliveryIds)
        .orderBy('number')
        .execute();
      return groupedByKey(deliveryIds, found, attempt => attempt.deliveryId);
    }),
  };
}

export type WebhookLoaders = ReturnType<typeof createWebhookLoaders>;
