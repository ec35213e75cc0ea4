import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';

export const WebhookEndpointEntity = defineEntity({
  name: 'WebhookEndpoint',
  tableName: 'webhook_endpoints',
  properties: {
    id: p.type(new TypeIdColumn('whe')).$type<string>().primary(),
    organizationId: p.type(new TypeIdColumn('org')).$type<string>(),
    /** Whose changes are delivered: what this user may see, the endpoint is told. */
    userId: p.type(new TypeIdColumn('usr')).$type<string>(),
    url: p.text(),
    eventKinds: p.array().$type<string[]>(),
    isActive: p.boolean(),
    /** Encrypted. */
    secret: p.text(),
    /** Encrypted; signs next to the new one until `previousSecretValidUntil`. */
    previousSecret: p.text().strictNullable(),
    previousSecretValidUntil: p.datetime().strictNullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});

export type WebhookEndpointRow = InferEntity<typeof WebhookEndpointEntity>;
