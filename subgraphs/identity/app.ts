// type-graphql keeps its metadata there: it must be loaded before the first decorated class.
import 'reflect-metadata';
import { createEncryption } from '#platform/encryption.ts';
import { createEventSender } from '#platform/event-delivery.ts';
import { createEventLog } from '#platform/event-log.ts';
import { createLogger } from '#platform/logger.ts';
import type { MailSettings } from '#platform/mail.ts';
import { deliverEventTask } from '#platform/outbox.ts';
import { servicePrincipal } from '#platform/principal.ts';
import { createRates, perMinute } from '#platform/rate-limit.ts';
import type { Subgraph } from '#platform/subgraph.ts';
import { createSubgraphApp, type SubgraphConfig, type SubgraphOverrides } from '#platform/subgraph-app.ts';
import type { WebHandler } from '#platform/web-handler.ts';
import { consumersOf } from '../../schema/events.ts';
import type { KeyEnvironment } from './authentication/credential-format.ts';
import type { IdentityContext } from './context.ts';
import { identityTasks } from './identity-tasks.ts';
import { createMessages, type Messages, type TextSettings } from './messages/messages.ts';
import { Accounts } from './migrations/0001-accounts.ts';
import { Sessions } from './migrations/0002-sessions.ts';
import { Oauth } from './migrations/0003-oauth.ts';
import { Organizations } from './migrations/0004-organizations.ts';
import { FederatedSignIn } from './migrations/0005-federated-sign-in.ts';
import { RequiredSso } from './migrations/0006-required-sso.ts';
import { createOauth, oauthTimetable } from './oauth/create-oauth.ts';
import { createMemberLoaders } from './organizations/member.loaders.ts';
import { createOrganizationLoaders } from './organizations/organization.loaders.ts';
import { requirePlan } from './plans/require-plan.ts';
import { createIdentitySchema } from './schema.ts';
import { signInTimetable } from './sign-in/sign-in-tasks.ts';
import { createSso } from './sso/create-sso.ts';
import { type ProviderEnvironment, type Providers, providersOf } from './sso/providers.ts';
import { entities } from './tables.ts';
import { createTeamLoaders } from './teams/team.loaders.ts';
import { createUserLoaders } from './users/user.loaders.ts';

export interface IdentityConfig extends SubgraphConfig, MailSettings, TextSettings, ProviderEnvironment {
  KEY_ENVIRONMENT: KeyEnvironment;
  ENCRYPTION_SECRETS: string[];
  /** Left out: any number, as in processes that serve no clients. */
  SIGN_INS_PER_MINUTE?: number;
  AUTHORIZATIONS_PER_MINUTE?: number;
  TOKEN_REQUESTS_PER_MINUTE?: number;
  /** Where people reach the gateway: in links of mails, and the issuer of tokens. Migrations need none. */
  PUBLIC_URL?: string;
  /** Whether identity providers may be on this very machine. */
  ALLOW_LOOPBACK_ISSUERS?: boolean;
  /** Left out: those that the environment describes. */
  SIGN_IN_PROVIDERS?: Providers;
}

/** The identity subgraph: who may do what. */
export async function createIdentityApp(
  config: IdentityConfig,
  overrides: SubgraphOverrides & { messages?: Messages } = {},
) {
  const log = createLogger('identity', config.LOG_LEVEL);
  const messages = overrides.messages ?? createMessages(config, log);
  let web: WebHandler = async () => {};
  const signInRates = await createRates({
    name: 'identity',
    budgets: {
      ATTEMPTS: perMinute(config.SIGN_INS_PER_MINUTE ?? 0),
      AUTHORIZATIONS: perMinute(config.AUTHORIZATIONS_PER_MINUTE ?? 0),
      TOKENS: perMinute(config.TOKEN_REQUESTS_PER_MINUTE ?? 0),
    },
    // Codes have six digits. Tokens cannot be guessed, and whoever is signed in already has to get new ones.
    closed: ['ATTEMPTS'],
    redisUrl: config.REDIS_URL,
    log,
  });
  const sso = createSso({
    publicUrl: config.PUBLIC_URL ?? '',
    providers: config.SIGN_IN_PROVIDERS ?? providersOf(config),
    allowsLoopback: config.ALLOW_LOOPBACK_ISSUERS ?? false,
  });
  const app = await createSubgraphApp<IdentityContext, { scheduling: Subgraph; integrations: Subgraph }>(
    {
      name: 'identity',
      entities,
      migrations: [
        { name: '0001-accounts', class: Accounts },
        { name: '0002-sessions', class: Sessions },
        { name: '0003-oauth', class: Oauth },
        { name: '0004-organizations', class: Organizations },
        { name: '0005-federated-sign-in', class: FederatedSignIn },
        { name: '0006-required-sso', class: RequiredSso },
      ],
      schema: createIdentitySchema(),
      wire({ orm, clock, channel, sign }) {
        const eventLog = createEventLog(orm, channel, log);
        const oauth = createOauth({
          orm,
          log,
          clock,
          signInRates,
          keyEnvironment: config.KEY_ENVIRONMENT,
          publicUrl: config.PUBLIC_URL ?? '',
          encryptionSecrets: config.ENCRYPTION_SECRETS,
        });
        web = oauth.web;
        const encryption = createEncryption(config.ENCRYPTION_SECRETS);
        return {
          createContext: (operation, em) => ({
            ...operation,
            em,
            clock,
            wake: channel.wake,
            consumersOf,
            eventLog,
            encryption,
            sso: sso.parts,
            signInRates,
            messages,
            publicUrl: config.PUBLIC_URL ?? '',
            keyEnvironment: config.KEY_ENVIRONMENT,
            requirePlan: (feature, organizationId) =>
              requirePlan(em, operation.viewer, feature, organizationId),
            verifyAccessToken: oauth.verifyAccessToken,
            loaders: {
              ...createUserLoaders(em, operation.viewer),
              ...createTeamLoaders(em, operation.viewer),
              ...createOrganizationLoaders(em, operation.viewer),
              ...createMemberLoaders(em),
            },
          }),
          crontab: [...oauthTimetable, ...signInTimetable],
          tasks: ({ scheduling, integrations }, openContext) => ({
            ...oauth.tasks,
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
          stop() {
            sso.stop();
            signInRates.close();
            messages.close();
            eventLog.close();
          },
        };
      },
    },
    config,
    overrides,
  );
  /** Answers `schema/web-paths.ts`: pages and endpoints beside the graph. */
  return { ...app, web: sso.webBeside(web, app.openContext) };
}
