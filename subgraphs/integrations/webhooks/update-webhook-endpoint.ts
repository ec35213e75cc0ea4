import { urlFault } from '#platform/check-url.ts';
import { err, ok, type Result } from '#platform/result.ts';
import type { IntegrationsContext } from '../context.ts';
import { requireKinds } from './create-webhook-endpoint.ts';
import { lockOwnEndpoint } from './own-endpoint.ts';
import type { WebhookEndpointRow } from './webhook-endpoint.entity.ts';

interface EndpointChanges {
  id: string;
  url?: string | null;
  eventKinds?: readonly string[] | null;
  isActive?: boolean | null;
}

/** Changes one of the viewer's endpoints; deliveries that are under way go to the new address. */
export async function updateWebhookEndpoint(
  ctx: IntegrationsContext,
  input: EndpointChanges,
): Promise<Result<WebhookEndpointRow, string>> {
  const eventKinds = input.eventKinds ? requireKinds(input.eventKinds) : null;
  const fault = input.url == null ? null : await urlFault(input.url, ctx.allowsLoopbackWebhooks);
  if (fault) return err(fault);
  return ctx.em.transactional(async em => {
    const endpoint = await lockOwnEndpoint(ctx, em, input.id);
    if (input.url != null) endpoint.url = new URL(input.url).href;
    if (eventKinds) endpoint.eventKinds = eventKinds;
    if (input.isActive != null) endpoint.isActive = input.isActive;
    endpoint.updatedAt = new Date(ctx.clock.now());
    return ok(endpoint);
  });
}
