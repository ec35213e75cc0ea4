import pg from 'pg';
import { provisionDatabase } from '#platform/provision.ts';
import { ROLE_PASSWORD, TEMPLATE_DATABASE } from '#platform/testing/database.ts';
import { createIdentityApp } from '../../subgraphs/identity/app.ts';
import { createIntegrationsApp } from '../../subgraphs/integrations/app.ts';
import { createSchedulingApp } from '../../subgraphs/scheduling/app.ts';

const TEST_SECRET = 'a secret for tests that is long enough';

/** The migrated database that tests clone, on a server of theirs. */
export async function createTemplate(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(`create database ${TEMPLATE_DATABASE}`);
  await client.end();
  const url = new URL(adminUrl);
  url.pathname = `/${TEMPLATE_DATABASE}`;
  const names = ['identity', 'scheduling', 'integrations'] as const;
  const urls = await provisionDatabase(
    url.href,
    names.map(name => ({ name, password: ROLE_PASSWORD })),
  );
  const common = { DATABASE_POOL_SIZE: 2, PRINCIPAL_SECRETS: [TEST_SECRET], LOG_LEVEL: 'error' as const };
  const ENCRYPTION_SECRETS = [TEST_SECRET];
  const apps = [
    await createIdentityApp({
      ...common,
      DATABASE_URL: urls.identity,
      ENCRYPTION_SECRETS,
      KEY_ENVIRONMENT: 'test',
    }),
    await createSchedulingApp({ ...common, DATABASE_URL: urls.scheduling, ENCRYPTION_SECRETS }),
    await createIntegrationsApp({
      ...common,
      DATABASE_URL: urls.integrations,
      ENCRYPTION_SECRETS,
      ALLOW_LOOPBACK_WEBHOOKS: true,
    }),
  ];
  for (const app of apps) await app.migrate();
  for (const app of apps) await app.stop();
}
