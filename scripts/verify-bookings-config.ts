import { field } from '#platform/config.ts';
import { migrateConfig } from './migrate-config.ts';

export const verifyBookingsConfig = migrateConfig
  .pick({ SCHEDULING_DATABASE_URL: true, LOG_LEVEL: true })
  .extend({ ENCRYPTION_SECRETS: field.encryptionSecrets });
