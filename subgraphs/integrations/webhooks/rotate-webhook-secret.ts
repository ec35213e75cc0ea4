import type { IntegrationsContext } from '../context.ts';
import { lockOwnEndpoint } from './own-endpoint.ts';
import { mintSigningSecret, secretPlace } from './signing-secret.ts';

const OVERLAP_MS = 24 * 3_600_000;

/** Replaces the signing secret. For 24 hours deliveries carry a signature of each, then only the new one's. */
export function rotateWebhookSecret(ctx: IntegrationsContext, input: { id: string }) {
  return ctx.em.transactional(async em => {
    const endpoint = await lockOwnEndpoint(ctx, em, input.id);
    const signingSecret = mintSigningSecret();
    const previousSecretValidUntil = new Date(ctx.clock.now() + OVERLAP_MS);
    endpoint.previousSecret = endpoint.secret;
    endpoint.previousSecretValidUntil = previousSecretValidUntil;
    endpoint.secret = ctx.encryption.encrypt(signingSecret, secretPlace(endpoint));
    endpoint.updatedAt = new Date(ctx.clock.now());
    return { signingSecret, previousSecretValidUntil };
  });
}
