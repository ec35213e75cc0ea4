// type-graphql keeps its metadata there: it must be loaded before the first decorated class.
import 'reflect-metadata';
import { systemClock } from '#platform/clock.ts';
import { createEventSender } from '#platform/event-delivery.ts';
import { createLogger } from '#platform/logger.ts';
import { deliverEventTask } from '#platform/outbox.ts';
import type { Subgraph } from '#platform/subgraph.ts';
import { createSubgraphApp, type SubgraphConfig, type SubgraphOverrides } from '#platform/subgraph-app.ts';
import { consumersOf } from '../../schema/events.ts';
import type { KeyEnvironment } from './api-keys/key-format.ts';
import type { IdentityContext } from './context.ts';
import { Accounts } from './migrations/0001-accounts.ts';
import { Oauth } from './migrations/0003-oauth.ts';
import { createOauth, type Oauth as OauthProvider, oauthTimetable } from './oauth/create-oauth.ts';
import type { BrowserUser } from './oauth/oauth-parts.ts';
import { createIdentitySchema } from './schema.ts';
import { entities } from './tables.ts';
import { createTeamLoaders } from './teams/team.loaders.ts';
import { createUserLoaders } from './users/user.loaders.ts';

export interface IdentityConfig extends SubgraphConfig {
  ENCRYPTION_SECRETS: string[];
  PUBLIC_URL: string;
  KEY_ENVIRONMENT: KeyEnvironment;
}

/** What tests replace. */
export interface IdentityOverrides extends SubgraphOverrides {
  findBrowserUser?: (cookies: string) => Promise<BrowserUser | null>;
}

/** The identity subgraph: who may do what. */
export async function createIdentityApp(config: IdentityConfig, overrides: IdentityOverrides = {}) {
  let oauth: OauthProvider | undefined;
  const app = await createSubgraphApp<IdentityContext, { scheduling: Subgraph }>(
    {
      name: 'identity',
      entities,
      migrations: [
        { name: '0001-accounts', class: Accounts },
        { name: '0003-oauth', class: Oauth },
      ],
      schema: createIdentitySchema(),
      wire({ orm, clock, channel, sign }) {
        const provider = createOauth({
          orm,
          publicUrl: config.PUBLIC_URL,
          encryptionSecrets: config.ENCRYPTION_SECRETS,
          log: createLogger('identity', config.LOG_LEVEL),
          now: systemClock.now,
          findBrowserUser: overrides.findBrowserUser ?? (async () => null),
          signInUrl: () => null,
        });
        oauth = provider;
        return {
          createContext: (operation, em) => ({
            ...operation,
            em,
            clock,
            wake: channel.wake,
            consumersOf,
            keyEnvironment: config.KEY_ENVIRONMENT,
            verifyAccessToken: provider.verifyAccessToken,
            loaders: {
              ...createUserLoaders(em, operation.viewer),
              ...createTeamLoaders(em, operation.viewer),
            },
          }),
          crontab: oauthTimetable,
          tasks: ({ scheduling }) => ({
            ...provider.tasks,
            'deliver-event': deliverEventTask(orm, {
              scheduling: createEventSender({
                from: 'identity',
                to: scheduling,
                mutation: 'receiveIdentityEvent',
                sign,
              }),
            }),
          }),
        };
      },
    },
    config,
    overrides,
  );
  /** Pages and endpoints beside the graph. */
  return { ...app, web: (oauth as OauthProvider).web };
}
