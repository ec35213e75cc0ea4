// type-graphql keeps its metadata there: it must be loaded before the first decorated class.
import 'reflect-metadata';
import { createEventSender } from '#platform/event-delivery.ts';
import { createLogger } from '#platform/logger.ts';
import { deliverEventTask } from '#platform/outbox.ts';
import { servicePrincipal } from '#platform/principal.ts';
import type { Subgraph } from '#platform/subgraph.ts';
import { createSubgraphApp, type SubgraphConfig, type SubgraphOverrides } from '#platform/subgraph-app.ts';
import { consumersOf } from '../../schema/events.ts';
import type { KeyEnvironment } from './api-keys/key-format.ts';
import type { IdentityContext } from './context.ts';
import { identityTasks } from './identity-tasks.ts';
import { createMessages, type Messages } from './messages/messages.ts';
import { Accounts } from './migrations/0001-accounts.ts';
import { Organizations } from './migrations/0004-organizations.ts';
import { createMemberLoaders } from './organizations/member.loaders.ts';
import { createOrganizationLoaders } from './organizations/organization.loaders.ts';
import { requirePlan } from './plans/require-plan.ts';
import { createIdentitySchema } from './schema.ts';
import { entities } from './tables.ts';
import { createTeamLoaders } from './teams/team.loaders.ts';
import { createUserLoaders } from './users/user.loaders.ts';

export interface IdentityConfig extends SubgraphConfig {
  KEY_ENVIRONMENT: KeyEnvironment;
  /** Left out in processes that send nothing. */
  CONSOLE_URL?: string | undefined;
  SMTP_URL?: string | undefined;
  MAIL_FROM?: string | undefined;
  TEXT_MESSAGES_URL?: string | undefined;
  TEXT_MESSAGES_TOKEN?: string | undefined;
}

/** The identity subgraph: who may do what. */
export function createIdentityApp(
  config: IdentityConfig,
  overrides: SubgraphOverrides & { messages?: Messages } = {},
) {
  const messages = overrides.messages ?? createMessages(config, createLogger('identity', config.LOG_LEVEL));
  return createSubgraphApp<IdentityContext, { scheduling: Subgraph; integrations: Subgraph }>(
    {
      name: 'identity',
      entities,
      migrations: [
        { name: '0001-accounts', class: Accounts },
        { name: '0004-organizations', class: Organizations },
      ],
      schema: createIdentitySchema(),
      wire: ({ orm, clock, channel, sign }) => ({
        createContext: (operation, em) => ({
          ...operation,
          em,
          clock,
          wake: channel.wake,
          consumersOf,
          keyEnvironment: config.KEY_ENVIRONMENT,
          messages,
          requirePlan: (feature, organizationId) =>
            requirePlan(em, operation.viewer, feature, organizationId),
          consoleUrl: config.CONSOLE_URL ?? '',
          loaders: {
            ...createUserLoaders(em, operation.viewer),
            ...createTeamLoaders(em, operation.viewer),
            ...createOrganizationLoaders(em, operation.viewer),
            ...createMemberLoaders(em),
          },
        }),
        tasks: ({ scheduling, integrations }, openContext) => ({
          ...identityTasks(() => openContext(servicePrincipal('identity'))),
          'deliver-event': deliverEventTask(orm, {
            scheduling: createEventSender({
              from: 'identity',
              to: scheduling,
              mutation: 'receiveIdentityEvent',
              sign,
            }),
            integrations: createEventSender({
              from: 'identity',
              to: integrations,
              mutation: 'receiveAccountEvent',
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
