import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import type { IntegrationsContext } from '../context.ts';
import { WebhookEndpointEntity, type WebhookEndpointRow } from './webhook-endpoint.entity.ts';

/** One of the viewer's endpoints, locked for a change. */
export async function lockOwnEndpoint(
  ctx: IntegrationsContext,
  em: EntityManager,
  givenId: string,
): Promise<WebhookEndpointRow> {
  const id = requireId('whe', givenId, 'id');
  const owned = { id, userId: ctx.viewer.id };
  const endpoint = await em.findOne(WebhookEndpointEntity, owned, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!endpoint) throw notFound('webhook endpoint');
  return endpoint;
}

/** One of the viewer's endpoints, or `null`. */
export async function findOwnEndpoint(
  ctx: IntegrationsContext,
  givenId: string,
): Promise<WebhookEndpointRow | null> {
  const endpoint = await ctx.loaders.endpoint.load(requireId('whe', givenId, 'id'));
  return endpoint?.userId === ctx.viewer.id ? endpoint : null;
}
