import { z } from 'zod';
import { field, replicaConfig, withReplica } from '#platform/config.ts';
import { telemetryConfig } from '#platform/telemetry/config.ts';
import { identityConfig, messagesConfig } from '../subgraphs/identity/config.ts';
import { integrationsConfig } from '../subgraphs/integrations/config.ts';

const directUrl = (name: string) =>
  field.postgresUrl
    .optional()
    .describe(`The same past a pooler, for the jobs of ${name}, which listen; left out: that one.`);
const replicaUrl = (name: string) =>
  field.postgresUrl
    .optional()
    .describe(`Set where ${name} reads from a replica: what jobs write is noted for its readers.`);

export const workerConfig = withReplica(
  z.object({
    IDENTITY_DATABASE_URL: field.postgresUrl.describe("Connection string of identity's role."),
    SCHEDULING_DATABASE_URL: field.postgresUrl.describe("Connection string of scheduling's role."),
    INTEGRATIONS_DATABASE_URL: field.postgresUrl.describe("Connection string of integrations' role."),
    IDENTITY_DATABASE_DIRECT_URL: directUrl('identity'),
    SCHEDULING_DATABASE_DIRECT_URL: directUrl('scheduling'),
    INTEGRATIONS_DATABASE_DIRECT_URL: directUrl('integrations'),
    IDENTITY_DATABASE_REPLICA_URL: replicaUrl('identity'),
    SCHEDULING_DATABASE_REPLICA_URL: replicaUrl('scheduling'),
    INTEGRATIONS_DATABASE_REPLICA_URL: replicaUrl('integrations'),
    ...replicaConfig,
    SCHEDULING_URL: field.httpUrl.describe('Where the scheduling subgraph answers.'),
    INTEGRATIONS_URL: field.httpUrl.describe('Where the integrations subgraph answers.'),
    DATABASE_POOL_SIZE: field.poolSize,
    REDIS_URL: field.redisUrl,
    PRINCIPAL_SECRETS: field.principalSecrets,
    ENCRYPTION_SECRETS: field.encryptionSecrets,
    KEY_ENVIRONMENT: identityConfig.shape.KEY_ENVIRONMENT,
    ...messagesConfig,
    ALLOW_LOOPBACK_WEBHOOKS: integrationsConfig.shape.ALLOW_LOOPBACK_WEBHOOKS,
    ...telemetryConfig,
    HOST: field.host,
    PORT: field.port(4004),
    LOG_LEVEL: field.logLevel,
  }),
);
