import type { IntegrationsContext } from '../context.ts';
import { lockOwnEndpoint } from './own-endpoint.ts';

/** Deletes one of the viewer's endpoints with its delivery log. Nothing more is sent. Returns its id. */
export function deleteWebhookEndpoint(ctx: IntegrationsContext, input: { id: string }): Promise<string> {
  return ctx.em.transactional(async em => {
    const endpoint = await lockOwnEndpoint(ctx, em, input.id);
    em.remove(endpoint);
    return endpoint.id;
  });
}
