import { migrateConfig } from './migrate-config.ts';

export const tzImpactConfig = migrateConfig.pick({ SCHEDULING_DATABASE_URL: true, LOG_LEVEL: true });
