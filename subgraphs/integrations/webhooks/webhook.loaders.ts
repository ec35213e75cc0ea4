import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { pagesBelow } from '#platform/id-pages.ts';
import { byKey, groupedByKey } from '#platform/loaders.ts';
import { rows } from '#platform/orm.ts';
import type { Tables } from '../tables.ts';
import type { WebhookAttemptRow } from './webhook-attempt.entity.ts';
import type { WebhookDeliveryRow } from './webhook-delivery.entity.ts';
import type { WebhookEndpointRow } from './webhook-endpoint.entity.ts';

export function createWebhookLoaders(em: EntityManager) {
  return {
    endpointsOfUser: pagesBelow<WebhookEndpointRow>(em, {
      entity: 'WebhookEndpoint',
      prefix: 'whe',
      parent: 'userId',
    }),
    endpoint: new DataLoader<string, WebhookEndpointRow | null>(async ids => {
      const found = await rows<Tables>(em)
        .selectFrom('WebhookEndpoint')
        .selectAll()
        .where('id', 'in', ids)
        .execute();
      return byKey(ids, found, endpoint => endpoint.id);
    }),
    deliveriesOfEndpoint: pagesBelow<WebhookDeliveryRow>(em, {
      entity: 'WebhookDelivery',
      prefix: 'whd',
      parent: 'endpointId',
      isNewestFirst: true,
    }),
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
