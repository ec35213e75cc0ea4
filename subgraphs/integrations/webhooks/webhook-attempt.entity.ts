import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { TypeIdColumn } from '#platform/ids.ts';

export const WebhookAttemptEntity = defineEntity({
  name: 'WebhookAttempt',
  tableName: 'webhook_attempts',
  properties: {
    deliveryId: p.type(new TypeIdColumn('whd')).$type<string>().primary(),
    number: p.integer().primary(),
    attemptedAt: p.datetime(),
    durationMs: p.integer(),
    responseStatus: p.integer().strictNullable(),
    error: p.text().strictNullable(),
  },
});

export type WebhookAttemptRow = InferEntity<typeof WebhookAttemptEntity>;
