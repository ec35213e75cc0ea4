/**
 * Brings the database up to date: `npm run db:migrate`. With ADMIN_DATABASE_URL it also makes the three roles
 * and schemas, with the passwords that the subgraphs' own connection strings hold.
 */
import { readConfig } from '#platform/config.ts';
import { runProcess } from '#platform/process.ts';
import { provisionDatabase } from '#platform/provision.ts';
import { createIdentityApp } from '../subgraphs/identity/app.ts';
import { createIntegrationsApp } from '../subgraphs/integrations/app.ts';
import { createSchedulingApp } from '../subgraphs/scheduling/app.ts';
import { migrateConfig } from './migrate-config.ts';

await runProcess(async onStop => {
  const config = readConfig(migrateConfig);
  const urls = {
    identity: config.IDENTITY_DATABASE_URL,
    scheduling: config.SCHEDULING_DATABASE_URL,
    integrations: config.INTEGRATIONS_DATABASE_URL,
  };
  if (config.ADMIN_DATABASE_URL) {
    const tenancies = Object.entries(urls).map(([name, url]) => ({
      name,
      password: decodeURIComponent(new URL(url).password),
    }));
    await provisionDatabase(config.ADMIN_DATABASE_URL, tenancies);
  }
  // Migrations neither sign nor encrypt anything.
  const unused = ['not used by migrations'];
  const common = {
    DATABASE_POOL_SIZE: 2,
    PRINCIPAL_SECRETS: unused,
    ENCRYPTION_SECRETS: unused,
    LOG_LEVEL: config.LOG_LEVEL,
  };
  const apps = [
    await createIdentityApp({
      ...common,
      DATABASE_URL: urls.identity,
      KEY_ENVIRONMENT: 'test',
    }),
    await createSchedulingApp({ ...common, DATABASE_URL: urls.scheduling }),
    await createIntegrationsApp({
      ...common,
      DATABASE_URL: urls.integrations,
      ALLOW_LOOPBACK_WEBHOOKS: false,
    }),
  ];
  for (const app of apps) onStop(app.stop);
  for (const app of apps) await app.migrate();
  for (const app of apps) await app.stop();
  console.log('The database is up to date.');
  process.exit(0);
});
