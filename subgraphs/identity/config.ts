import { z } from 'zod';
import { field } from '#platform/config.ts';

export const identityConfig = z.object({
  DATABASE_URL: field.databaseUrl,
  DATABASE_POOL_SIZE: field.poolSize,
  REDIS_URL: field.redisUrl,
  PRINCIPAL_SECRETS: field.principalSecrets,
  ENCRYPTION_SECRETS: field.encryptionSecrets,
  PUBLIC_URL: field.publicUrl,
  KEY_ENVIRONMENT: z
    .enum(['live', 'test'], { error: 'is required: live or test' })
    .describe('Which keys this deployment mints and takes: live (`alm_live_…`) or test (`alm_test_…`).'),
  HOST: field.host,
  PORT: field.port(4001),
  LOG_LEVEL: field.logLevel,
});
