import { z } from 'zod';
import { databaseConfig, field, withReplica } from '#platform/config.ts';
import { telemetryConfig } from '#platform/telemetry/config.ts';

export const integrationsConfig = withReplica(
  z.object({
    ...databaseConfig,
    REDIS_URL: field.redisUrl,
    PRINCIPAL_SECRETS: field.principalSecrets,
    ENCRYPTION_SECRETS: field.encryptionSecrets,
    ALLOW_LOOPBACK_WEBHOOKS: z
      .stringbool()
      .prefault('false')
      .describe('Whether webhooks may go to this very machine: for trying them out, never in production.'),
    ...telemetryConfig,
    HOST: field.host,
    PORT: field.port(4003),
    LOG_LEVEL: field.logLevel,
  }),
);
