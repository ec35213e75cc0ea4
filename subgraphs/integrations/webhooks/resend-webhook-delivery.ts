import { LockMode } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { addJob } from '#platform/jobs.ts';
import { statements } from '#platform/orm.ts';
import type { IntegrationsContext } from '../context.ts';
import { WebhookDeliveryEntity, type WebhookDeliveryRow } from './webhook-delivery.entity.ts';
import { WebhookEndpointEntity } from './webhook-endpoint.entity.ts';

/** Sends a delivery again, at once and with the same id and body, whatever became of it before. */
export function resendWebhookDelivery(
  ctx: IntegrationsContext,
  input: { id: string },
): Promise<WebhookDeliveryRow> {
  const id = requireId('whd', input.id, 'id');
  return ctx.em.transactional(async em => {
    const delivery = await em.findOne(
      WebhookDeliveryEntity,
      { id },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    const owned =
      delivery && (await em.count(WebhookEndpointEntity, { id: delivery.endpointId, userId: ctx.viewer.id }));
    if (!delivery || !owned) throw notFound('webhook delivery');
    delivery.status = 'PENDING';
    delivery.nextAttemptAt = new Date(ctx.clock.now());
    const job = addJob('integrations', { task: 'deliver-webhook', payload: { deliveryId: id } });
    await sql`select ${job}`.execute(statements(em));
    return delivery;
  });
}
