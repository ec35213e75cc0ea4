// type-graphql keeps its metadata there: it must be loaded before the first decorated class.
import 'reflect-metadata';
import { createEventSender } from '#platform/event-delivery.ts';
import { createEventLog } from '#platform/event-log.ts';
import { createLogger } from '#platform/logger.ts';
import { deliverEventTask } from '#platform/outbox.ts';
import type { Subgraph } from '#platform/subgraph.ts';
import { createSubgraphApp, type SubgraphConfig, type SubgraphOverrides } from '#platform/subgraph-app.ts';
import type { WebHandler } from '#platform/web-handler.ts';
import { consumersOf } from '../../schema/events.ts';
import type { KeyEnvironment } from './authentication/credential-format.ts';
import type { IdentityContext } from './context.ts';
import { Accounts } from './migrations/0001-accounts.ts';
import { Sessions } from './migrations/0002-sessions.ts';
import { Oauth } from './migrations/0003-oauth.ts';
import { createOauth, oauthTimetable } from './oauth/create-oauth.ts';
import { createIdentitySchema } from './schema.ts';
import { entities } from './tables.ts';
import { createTeamLoaders } from './teams/team.loaders.ts';
import { createUserLoaders } from './users/user.loaders.ts';

export interface IdentityConfig extends SubgraphConfig {
  ENCRYPTION_SECRETS: string[];
  PUBLIC_URL: string;
  KEY_ENVIRONMENT: KeyEnvironment;
}

/** The identity subgraph: who may do what. */
export async function createIdentityApp(config: IdentityConfig, overrides?: SubgraphOverrides) {
  let web: WebHandler = async () => {};
  const app = await createSubgraphApp<IdentityContext, { scheduling: Subgraph }>(
    {
      name: 'identity',
      entities,
      migrations: [
        { name: '0001-accounts', class: Accounts },
        { name: '0002-sessions', class: Sessions },
        { name: '0003-oauth', class: Oauth },
      ],
      schema: createIdentitySchema(),
      wire({ orm, clock, channel, sign }) {
        const log = createLogger('identity', config.LOG_LEVEL);
        const eventLog = createEventLog(orm, channel, log);
        const oauth = createOauth({
          orm,
          log,
          clock,
          keyEnvironment: config.KEY_ENVIRONMENT,
          publicUrl: config.PUBLIC_URL,
          encryptionSecrets: config.ENCRYPTION_SECRETS,
        });
        web = oauth.web;
        return {
          createContext: (operation, em) => ({
            ...operation,
            em,
            clock,
            wake: channel.wake,
            consumersOf,
            eventLog,
            keyEnvironment: config.KEY_ENVIRONMENT,
            verifyAccessToken: oauth.verifyAccessToken,
            loaders: {
              ...createUserLoaders(em, operation.viewer),
              ...createTeamLoaders(em, operation.viewer),
            },
          }),
          crontab: oauthTimetable,
          tasks: ({ scheduling }) => ({
            ...oauth.tasks,
            'deliver-event': deliverEventTask(orm, {
              scheduling: createEventSender({
                from: 'identity',
                to: scheduling,
                mutation: 'receiveIdentityEvent',
                sign,
              }),
            }),
          }),
          stop: () => eventLog.close(),
        };
      },
    },
    config,
    overrides,
  );
  /** Answers `schema/web-paths.ts`: pages and endpoints beside the graph. */
  return { ...app, web };
}
