import { expect, it } from '@jest/globals';
import * as ops from '../../examples/operations/operations.generated.ts';
import { until } from './kit/collect.ts';
import { startGraph } from './kit/graph.ts';

it('a database that takes no more connections costs callers a moment: they are told to come again', async () => {
  const graph = await startGraph();
  const ada = await graph.signUp();
  const [{ name = '' } = {}] = await graph.database.query<{ name: string }>(
    'select current_database() as name',
  );
  const read = () => graph.execute(ops.DashboardBookingsDocument, {}, { key: ada.key });
  await until(async () => (await read()).status === 200);
  await graph.database.query(`alter database ${name} connection limit 0`);
  await graph.database.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name = 'almanac scheduling'`,
  );
  const answer = await read();
  expect([answer.status, answer.code, answer.headers.get('retry-after')]).toEqual([503, 'UNAVAILABLE', '1']);
  const started = Date.now();
  const refused = await Promise.all(Array.from({ length: 10 }, read));
  expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([503]));
  expect(Date.now() - started).toBeLessThan(4_000);
  await graph.database.query(`alter database ${name} connection limit -1`);
  await until(async () => (await read()).status === 200);
  await graph.stop();
}, 60_000);
