import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';

const deliveryStatuses = ['PENDING', 'SUCCEEDED', 'FAILED'] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** One event for one endpoint; unique together, so that no event is delivered as two. */
export const WebhookDeliveryEntity = defineEntity({
  name: 'WebhookDelivery',
  tableName: 'webhook_deliveries',
  properties: {
    id: p.type(new TypeIdColumn('whd')).$type<string>().primary(),
    endpointId: p.type(new TypeIdColumn('whe')).$type<string>(),
    eventId: p.type(new TypeIdColumn('evt')).$type<string>(),
    eventKind: p.text(),
    /** The booking that it tells of. */
    aggregateId: p.text(),
    /** The exact text that is signed and sent, at every attempt. */
    body: p.text(),
    status: p.enum(deliveryStatuses),
    nextAttemptAt: p.datetime().strictNullable(),
    createdAt: p.datetime(),
  },
});

export type WebhookDeliveryRow = InferEntity<typeof WebhookDeliveryEntity>;
