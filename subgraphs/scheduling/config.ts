import { z } from 'zod';
import { field } from '#platform/config.ts';

export const schedulingConfig = z.object({
  DATABASE_URL: field.databaseUrl,
  DATABASE_POOL_SIZE: field.poolSize,
  REDIS_URL: field.redisUrl,
  PRINCIPAL_SECRETS: field.principalSecrets,
  ENCRYPTION_SECRETS: field.encryptionSecrets,
  HOST: field.host,
  PORT: field.port(4002),
  LOG_LEVEL: field.logLevel,
});
