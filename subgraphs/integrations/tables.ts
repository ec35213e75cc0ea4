import type { TablesOf } from '#platform/orm.ts';
import { WebhookAttemptEntity } from './webhooks/webhook-attempt.entity.ts';
import { WebhookDeliveryEntity } from './webhooks/webhook-delivery.entity.ts';
import { WebhookEndpointEntity } from './webhooks/webhook-endpoint.entity.ts';

export const entities = [WebhookEndpointEntity, WebhookDeliveryEntity, WebhookAttemptEntity] as const;

export type Tables = TablesOf<typeof entities>;
