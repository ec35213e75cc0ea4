import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { Webhook } from 'standardwebhooks';
import { type Agent, fetch } from 'undici';
import type { Clock } from '#platform/clock.ts';
import type { Encryption } from '#platform/encryption.ts';
import { uuidOf } from '#platform/ids.ts';
import { addJob } from '#platform/jobs.ts';
import { statements } from '#platform/orm.ts';
import { inSpan, SpanKind } from '#platform/telemetry/tracing.ts';
import { retryDelay } from '../domain/retry.ts';
import { secretPlace } from './signing-secret.ts';
import { WebhookAttemptEntity } from './webhook-attempt.entity.ts';
import {
  type DeliveryStatus,
  WebhookDeliveryEntity,
  type WebhookDeliveryRow,
} from './webhook-delivery.entity.ts';
import { WebhookEndpointEntity, type WebhookEndpointRow } from './webhook-endpoint.entity.ts';

const TIMEOUT_MS = 15_000;

interface DeliveryParts {
  orm: MikroORM;
  clock: Clock;
  encryption: Encryption;
  agent: Agent;
}

interface Outcome {
  responseStatus: number | null;
  error: string | null;
  durationMs: number;
}

/** A signature by each secret that is valid at the moment, separated by spaces. */
function signatures(
  { encryption, clock }: DeliveryParts,
  endpoint: WebhookEndpointRow,
  delivery: WebhookDeliveryRow,
): string {
  const { secret, previousSecret, previousSecretValidUntil } = endpoint;
  const overlaps = previousSecret !== null && (previousSecretValidUntil?.getTime() ?? 0) > clock.now();
  return [secret, ...(overlaps ? [previousSecret] : [])]
    .map(sealed => encryption.decrypt(sealed, secretPlace(endpoint)))
    .map(key => new Webhook(key).sign(delivery.eventId, new Date(clock.now()), delivery.body))
    .join(' ');
}

async function post(
  parts: DeliveryParts,
  endpoint: WebhookEndpointRow,
  delivery: WebhookDeliveryRow,
): Promise<Outcome> {
  const startedAt = performance.now();
  const spent = () => Math.round(performance.now() - startedAt);
  try {
    const send = () =>
      fetch(endpoint.url, {
        method: 'POST',
        dispatcher: parts.agent,
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: {
          'content-type': 'application/json',
          'user-agent': 'Almanac-Webhooks/1',
          'webhook-id': delivery.eventId,
          'webhook-timestamp': String(Math.floor(parts.clock.now() / 1000)),
          'webhook-signature': signatures(parts, endpoint, delivery),
        },
        body: delivery.body,
      });
    const response = await inSpan('send webhook', { kind: SpanKind.CLIENT }, send);
    await response.body?.cancel();
    const error = response.ok ? null : `The endpoint answered ${response.status}.`;
    return { responseStatus: response.status, error, durationMs: spent() };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const message = cause instanceof Error ? cause.message : 'The request failed.';
    return { responseStatus: null, error: message.slice(0, 500), durationMs: spent() };
  }
}

/** Notes the attempt and plans the next one, together. */
async function record(
  { clock }: DeliveryParts,
  em: EntityManager,
  delivery: WebhookDeliveryRow,
  outcome: Outcome,
) {
  const number = (await em.count(WebhookAttemptEntity, { deliveryId: delivery.id })) + 1;
  const at = clock.now();
  em.create(WebhookAttemptEntity, { deliveryId: delivery.id, number, attemptedAt: new Date(at), ...outcome });
  const delay = outcome.error === null ? null : retryDelay(number, Math.random());
  const status: DeliveryStatus = outcome.error === null ? 'SUCCEEDED' : delay === null ? 'FAILED' : 'PENDING';
  delivery.status = status;
  delivery.nextAttemptAt = delay === null ? null : new Date(at + delay);
  await em.flush();
  if (delivery.nextAttemptAt) {
    const runAt = delivery.nextAttemptAt;
    const job = addJob('integrations', {
      task: 'deliver-webhook',
      payload: { deliveryId: delivery.id },
      runAt,
    });
    await sql`select ${job}`.execute(statements(em));
  }
}

/** The job that makes one attempt at a delivery. */
export function deliverWebhookTask(parts: DeliveryParts) {
  return async (payload: unknown) => {
    const { deliveryId } = payload as { deliveryId: string };
    const reader = parts.orm.em.fork() as EntityManager;
    const delivery = await reader.findOne(WebhookDeliveryEntity, { id: deliveryId });
    const endpoint = delivery && (await reader.findOne(WebhookEndpointEntity, { id: delivery.endpointId }));
    if (!delivery || !endpoint || delivery.status !== 'PENDING') return;
    if (!endpoint.isActive) {
      await sql`update webhook_deliveries set status = 'FAILED', next_attempt_at = null
        where id = ${uuidOf(deliveryId)}::uuid`.execute(statements(reader));
      return;
    }
    const outcome = await post(parts, endpoint, delivery);
    await (parts.orm.em.fork() as EntityManager).transactional(async em => {
      const current = await em.findOne(WebhookDeliveryEntity, { id: deliveryId });
      if (current) await record(parts, em as EntityManager, current, outcome);
    });
  };
}
