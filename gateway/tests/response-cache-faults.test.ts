import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { projectFolder } from '#platform/config.ts';
import { testEnvironment } from '#platform/testing/environment.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { anotherGateway, fetchesOf, pageOf, type Read, warm } from './kit/cached.ts';
import { until } from './kit/collect.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { bookable } from './kit/stories.ts';
import { startTcpProxy, type TcpProxy } from './kit/tcp-proxy.ts';

const portOf = (url = '') => Number(new URL(url).port);

describe('kept answers of several gateways', () => {
  let folder: string;
  let file: string;
  let whole: string;
  let redis: TcpProxy;
  let graph: TestGraph;
  let ada: TestUser;
  let eventTypeId: string;
  let other: Awaited<ReturnType<typeof anotherGateway>>;
  let read: Read;
  let titles = 0;
  const handle = `ada-${Math.random().toString(36).slice(2, 10)}`;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'almanac-cache-'));
    file = join(folder, 'supergraph.graphql');
    whole = await readFile(join(projectFolder, 'schema/supergraph.graphql'), 'utf8');
    await writeFile(file, whole);
    redis = await startTcpProxy(portOf(testEnvironment.redisUrl));
    graph = await startGraph({
      topology: 'distributed',
      supergraphFile: file,
      ports: { postgres: portOf(testEnvironment.databaseUrl), redis: redis.port },
      responseCache: { settleMs: 0 },
      sources: { BREAKER_FAILURES: 1_000 },
    });
    other = await anotherGateway(graph);
    ada = await graph.signUp({ handle });
    eventTypeId = (await bookable(graph, ada, { slug: 'intro' })).id;
    read = pageOf(graph, handle, 'intro');
  });
  afterEach(async () => {
    await redis.become('open');
    for (const line of Object.values(graph.lines)) await line.become('open');
  });
  afterAll(async () => {
    await other.close();
    await graph.stop();
    await redis.close();
    await rm(folder, { recursive: true });
  });

  async function retitle(url?: string): Promise<string> {
    const title = `Title ${++titles}`;
    const input = { id: eventTypeId, title };
    const answer = await graph.execute(
      ops.UpdateEventTypeDocument,
      { input },
      { key: ada.key, ...(url && { url }) },
    );
    expect(answer.data.updateEventType.__typename).toBe('EventTypeUpdated');
    return title;
  }
  const codeOf = async () => {
    const variables = { owner: handle, slug: 'intro' };
    const { body } = await graph.execute(ops.EventTypePageDocument, variables);
    return body.errors?.[0]?.extensions.code;
  };
  const titleOf = async (url?: string) => ((await read(url)) as { title: string }).title;

  it('are the same ones, and outdated for both at once', async () => {
    await warm(graph, read);
    expect(await fetchesOf(graph, () => read(other.url))).toBe(0);
    const title = await retitle(other.url);
    await until(async () => (await titleOf()) === title && (await titleOf(other.url)) === title);
    await warm(graph, read, other.url);
    expect(await fetchesOf(graph, () => read())).toBe(0);
  });

  it('show nobody who reads Redis what was asked', async () => {
    await warm(graph, read);
    const client = new Redis(testEnvironment.redisUrl ?? '');
    const keys = await client.keys('almanac:response:*');
    const ttls = await Promise.all(keys.map(key => client.pttl(key)));
    client.disconnect();
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) expect(key).toMatch(/^almanac:response:[\w-]{43}$/);
    for (const ttl of ttls) expect(ttl).toBeLessThanOrEqual(300_000);
    expect(Math.min(...ttls)).toBeGreaterThan(0);
  });

  it('are not used while changes are not heard, and nothing is missed meanwhile', async () => {
    await warm(graph, read);
    await graph.lines['scheduling']?.become('refused');
    // Rather no answer than one of which nobody knows whether it still holds.
    await until(async () => (await codeOf()) === 'UPSTREAM_FAILED');
    // Nobody is told of this change; the subgraph itself is well.
    await graph.database.query(`update scheduling.event_types set title = 'Untold' where slug = 'intro'`);
    await graph.lines['scheduling']?.become('open');
    // At once, where the cache would still say what was before.
    await until(async () => (await codeOf()) === undefined);
    expect(await titleOf()).toBe('Untold');
    await warm(graph, read);
    const title = await retitle();
    await until(async () => (await titleOf()) === title);
  });

  it('are read from the subgraphs while Redis is gone, without waiting for it', async () => {
    await warm(graph, read);
    for (const line of ['refused', 'silent'] as const) {
      await redis.become(line);
      const started = Date.now();
      for (let i = 0; i < 5; i++) expect(await titleOf()).toMatch(/^Title/);
      expect(Date.now() - started).toBeLessThan(5_000);
      expect(await fetchesOf(graph, () => read())).toBeGreaterThan(0);
      await redis.become('open');
      await warm(graph, read);
    }
  });

  it('are others in another graph', async () => {
    await warm(graph, read);
    const without = whole.replace(/ {2}"""[^"]*"""\n {2}cancellationPolicy: String @join__field.*\n/, '');
    const changed = without.length < whole.length ? without : `${whole}\n# another\n`;
    await writeFile(`${file}.new`, changed);
    await rename(`${file}.new`, file);
    await graph.gateway.supergraph.reload();
    graph.resetFetches();
    await read();
    expect(graph.fetches['scheduling']).toBeGreaterThan(0);
    await warm(graph, read);
  });
});
