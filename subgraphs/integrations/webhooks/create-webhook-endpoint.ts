import { urlFault } from '#platform/check-url.ts';
import { badInput, notFound } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { err, ok, type Result } from '#platform/result.ts';
import type { IntegrationsContext } from '../context.ts';
import { mintSigningSecret, secretPlace } from './signing-secret.ts';
import { WebhookEndpointEntity, type WebhookEndpointRow } from './webhook-endpoint.entity.ts';

const MAX_ENDPOINTS = 50;

export function requireKinds(eventKinds: readonly string[]): string[] {
  if (eventKinds.length === 0)
    throw badInput('eventKinds', 'An endpoint is told of at least one kind of event.');
  return [...new Set(eventKinds)];
}

interface NewEndpoint {
  url: string;
  eventKinds: readonly string[];
}

/** Creates an endpoint of the viewer's. It is told of what happens from now on. */
export async function createWebhookEndpoint(
  ctx: IntegrationsContext,
  input: NewEndpoint,
): Promise<Result<{ signingSecret: string; endpoint: WebhookEndpointRow }, string>> {
  const eventKinds = requireKinds(input.eventKinds);
  const fault = await urlFault(input.url, ctx.allowsLoopbackWebhooks);
  if (fault) return err(fault);
  const { id: userId, organizationId } = ctx.viewer;
  if (!organizationId) throw notFound('organization');
  return ctx.em.transactional(async em => {
    if ((await em.count(WebhookEndpointEntity, { userId })) >= MAX_ENDPOINTS) {
      throw badInput('url', `A user has up to ${MAX_ENDPOINTS} endpoints. Delete one first.`);
    }
    const at = new Date(ctx.clock.now());
    const id = newId('whe');
    const signingSecret = mintSigningSecret();
    const endpoint = em.create(WebhookEndpointEntity, {
      id,
      organizationId,
      userId,
      url: new URL(input.url).href,
      eventKinds,
      isActive: true,
      secret: ctx.encryption.encrypt(signingSecret, secretPlace({ id, organizationId })),
      previousSecret: null,
      previousSecretValidUntil: null,
      createdAt: at,
      updatedAt: at,
    });
    return ok({ signingSecret, endpoint });
  });
}
