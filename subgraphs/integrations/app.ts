// type-graphql keeps its metadata there: it must be loaded before the first decorated class.
import 'reflect-metadata';
import { createEncryption } from '#platform/encryption.ts';
import { createGuardedAgent } from '#platform/guarded-agent.ts';
import { createSubgraphApp, type SubgraphConfig, type SubgraphOverrides } from '#platform/subgraph-app.ts';
import { consumersOf } from '../../schema/events.ts';
import type { IntegrationsContext } from './context.ts';
import { Webhooks } from './migrations/0001-webhooks.ts';
import { Erasure } from './migrations/0010-erasure.ts';
import { ErasuresKept } from './migrations/0011-erasures-kept.ts';
import { createIntegrationsSchema } from './schema.ts';
import { entities } from './tables.ts';
import { deliverWebhookTask } from './webhooks/deliver-webhook.ts';
import { createWebhookLoaders } from './webhooks/webhook.loaders.ts';

export interface IntegrationsConfig extends SubgraphConfig {
  ENCRYPTION_SECRETS: string[];
  ALLOW_LOOPBACK_WEBHOOKS: boolean;
}

/** The integrations subgraph: the outside world. */
export function createIntegrationsApp(config: IntegrationsConfig, overrides?: SubgraphOverrides) {
  return createSubgraphApp<IntegrationsContext, Record<never, never>>(
    {
      name: 'integrations',
      entities,
      migrations: [
        { name: '0001-webhooks', class: Webhooks },
        { name: '0010-erasure', class: Erasure },
        { name: '0011-erasures-kept', class: ErasuresKept },
      ],
      schema: createIntegrationsSchema(),
      wire({ orm, clock, channel }) {
        const encryption = createEncryption(config.ENCRYPTION_SECRETS);
        const agent = createGuardedAgent(config.ALLOW_LOOPBACK_WEBHOOKS);
        return {
          createContext: (operation, em) => ({
            ...operation,
            em,
            clock,
            wake: channel.wake,
            consumersOf,
            encryption,
            allowsLoopbackWebhooks: config.ALLOW_LOOPBACK_WEBHOOKS,
            loaders: createWebhookLoaders(em),
          }),
          tasks: () => ({ 'deliver-webhook': deliverWebhookTask({ orm, clock, encryption, agent }) }),
          stop: () => void agent.destroy(),
        };
      },
    },
    config,
    overrides,
  );
}
