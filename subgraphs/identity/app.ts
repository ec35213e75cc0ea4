// type-graphql keeps its metadata there: it must be loaded before the first decorated class.
import 'reflect-metadata';
import { createEventSender } from '#platform/event-delivery.ts';
import { deliverEventTask } from '#platform/outbox.ts';
import type { Subgraph } from '#platform/subgraph.ts';
import { createSubgraphApp, type SubgraphConfig, type SubgraphOverrides } from '#platform/subgraph-app.ts';
import { consumersOf } from '../../schema/events.ts';
import type { KeyEnvironment } from './api-keys/key-format.ts';
import type { IdentityContext } from './context.ts';
import { Accounts } from './migrations/0001-accounts.ts';
import { createIdentitySchema } from './schema.ts';
import { entities } from './tables.ts';
import { createTeamLoaders } from './teams/team.loaders.ts';
import { createUserLoaders } from './users/user.loaders.ts';

export interface IdentityConfig extends SubgraphConfig {
  KEY_ENVIRONMENT: KeyEnvironment;
}

/** The identity subgraph: who may do what. */
export function createIdentityApp(config: IdentityConfig, overrides?: SubgraphOverrides) {
  return createSubgraphApp<IdentityContext, { scheduling: Subgraph }>(
    {
      name: 'identity',
      entities,
      migrations: [{ name: '0001-accounts', class: Accounts }],
      schema: createIdentitySchema(),
      wire: ({ orm, clock, channel, sign }) => ({
        createContext: (operation, em) => ({
          ...operation,
          em,
          clock,
          wake: channel.wake,
          consumersOf,
          keyEnvironment: config.KEY_ENVIRONMENT,
          loaders: { ...createUserLoaders(em, operation.viewer), ...createTeamLoaders(em, operation.viewer) },
        }),
        tasks: ({ scheduling }) => ({
          'deliver-event': deliverEventTask(orm, {
            scheduling: createEventSender({
              from: 'identity',
              to: scheduling,
              mutation: 'receiveIdentityEvent',
              sign,
            }),
          }),
        }),
      }),
    },
    config,
    overrides,
  );
}
