import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#platform/embedded-postgres.ts';
import { provisionDatabase } from '#platform/provision.ts';
import { ROLE_PASSWORD, TEMPLATE_DATABASE } from '#platform/testing/database.ts';
import { createIdentityApp } from '../../subgraphs/identity/app.ts';
import { createIntegrationsApp } from '../../subgraphs/integrations/app.ts';
import { createSchedulingApp } from '../../subgraphs/scheduling/app.ts';
import { startRedis, type TestRedis } from './redis.ts';
import { sweepTestFolders } from './sweep.ts';

const TEST_SECRET = 'a secret for tests that is long enough';

/** What the tests need besides themselves, kept for `stop.ts` in the same process. */
export interface TestServices {
  postgres: EmbeddedPostgres;
  redis: TestRedis;
  folder: string;
}

async function createTemplate(adminUrl: string): Promise<void> {
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

export default async function start(): Promise<void> {
  await sweepTestFolders();
  const folder = join(tmpdir(), `almanac-test-${process.pid}`);
  // Durability costs time and proves nothing here; the tests that are about it start their own server.
  const postgres = await startEmbeddedPostgres({
    folder,
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: '300',
      shared_preload_libraries: 'pg_stat_statements',
      'pg_stat_statements.track': 'all',
    },
  });
  const redis = await startRedis();
  await createTemplate(postgres.url);
  process.env['ALMANAC_TEST_DATABASE_URL'] = postgres.url;
  process.env['ALMANAC_TEST_REDIS_URL'] = redis.url;
  const services: TestServices = { postgres, redis, folder };
  (globalThis as { almanacTestServices?: TestServices }).almanacTestServices = services;
}
