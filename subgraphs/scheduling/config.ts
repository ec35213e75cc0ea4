import { z } from 'zod';
import { databaseConfig, field, withReplica } from '#platform/config.ts';
import { telemetryConfig } from '#platform/telemetry/config.ts';

/** What anonymous clients may ask for. 0 switches a limit off. */
export const limitsConfig = {
  PUBLIC_MUTATIONS_PER_MINUTE: field
    .limit(30)
    .describe(
      'How often an anonymous client address may book, move, cancel or hold within a minute; 0: any number.',
    ),
  PUBLIC_QUERIES_PER_MINUTE: field
    .limit(120)
    .describe(
      'How often an anonymous client address may ask for slots and the like within a minute; 0: any number.',
    ),
  OPEN_HOLDS_PER_ADDRESS: field
    .limit(3)
    .describe('How many slots an anonymous client address may hold at the same time; 0: any number.'),
  HOLDS_PER_HOUR: field
    .limit(20)
    .describe('How many slots an anonymous client address may hold within an hour; 0: any number.'),
};

export const schedulingConfig = withReplica(
  z.object({
    ...databaseConfig,
    REDIS_URL: field.redisUrl,
    PRINCIPAL_SECRETS: field.principalSecrets,
    ENCRYPTION_SECRETS: field.encryptionSecrets,
    ...limitsConfig,
    ...telemetryConfig,
    HOST: field.host,
    PORT: field.port(4002),
    LOG_LEVEL: field.logLevel,
  }),
);
