import { z } from 'zod';
import { field } from '#platform/config.ts';

export const migrateConfig = z.object({
  ADMIN_DATABASE_URL: field.postgresUrl
    .optional()
    .describe('Of an administrator who may create roles and schemas; needed the first time only.'),
  IDENTITY_DATABASE_URL: field.postgresUrl.describe("Connection string of identity's role."),
  SCHEDULING_DATABASE_URL: field.postgresUrl.describe("Connection string of scheduling's role."),
  INTEGRATIONS_DATABASE_URL: field.postgresUrl.describe("Connection string of integrations' role."),
  LOG_LEVEL: field.logLevel,
});
