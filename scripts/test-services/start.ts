import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#platform/embedded-postgres.ts';
import { startRedis, type TestRedis } from './redis.ts';
import { sweepTestFolders } from './sweep.ts';
import { createTemplate } from './template.ts';

/** What the tests need besides themselves, kept for `stop.ts` in the same process. */
export interface TestServices {
  postgres: EmbeddedPostgres;
  redis: TestRedis;
  folder: string;
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
