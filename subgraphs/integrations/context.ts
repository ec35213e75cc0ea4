import type { Encryption } from '#platform/encryption.ts';
import type { RequestContext } from '#platform/transaction.ts';
import type { WebhookLoaders } from './webhooks/webhook.loaders.ts';

export interface IntegrationsContext extends RequestContext {
  readonly loaders: WebhookLoaders;
  readonly encryption: Encryption;
  /** Whether webhooks may go to this very machine: in standalone, for trying them out. */
  readonly allowsLoopbackWebhooks: boolean;
}
