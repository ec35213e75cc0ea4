import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serveMetrics } from '#platform/telemetry/metrics-server.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { until } from './kit/collect.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { type BookableEventType, book, bookable, slotsOf } from './kit/stories.ts';

interface Sample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

/** Lines of the text format: `name{label="value",…} number`. */
function parseMetrics(text: string): Sample[] {
  return text
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => {
      const [, name = '', labels = '', value] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
      const pairs = [...labels.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, text]) => [key, text]);
      return { name, labels: Object.fromEntries(pairs), value: Number(value) };
    });
}

describe.each(['standalone', 'distributed'] as const)('figures, %s', topology => {
  let graph: TestGraph;
  let ada: TestUser;
  let intro: BookableEventType;
  let metrics: Awaited<ReturnType<typeof serveMetrics>>;

  beforeAll(async () => {
    metrics = await serveMetrics({ METRICS_PORT: 0, METRICS_HOST: '127.0.0.1' });
    graph = await startGraph({ topology });
    ada = await graph.signUp({ handle: 'ada' });
    intro = await bookable(graph, ada, { slug: 'intro' });
  });
  afterAll(async () => {
    await graph.stop();
    await metrics.close();
  });

  const page = async () => (await fetch(`http://127.0.0.1:${metrics.port}/metrics`)).text();
  /** The sum of the samples with these labels. */
  async function read(name: string, labels: Record<string, string> = {}): Promise<number> {
    return parseMetrics(await page())
      .filter(sample => sample.name === name)
      .filter(sample => Object.entries(labels).every(([key, value]) => sample.labels[key] === value))
      .reduce((sum, { value }) => sum + value, 0);
  }
  async function growth(name: string, labels: Record<string, string>, work: () => Promise<unknown>) {
    const before = await read(name, labels);
    await work();
    return (await read(name, labels)) - before;
  }

  it('count operations by type, name and code', async () => {
    const name = 'DashboardBookings';
    const ask = (key?: string) =>
      graph.execute(ops.DashboardBookingsDocument, {}, key === undefined ? {} : { key });
    const ok = { type: 'query', name, code: 'OK' };
    expect(await growth('graphql_operations_total', ok, () => ask(ada.key))).toBe(1);
    const refused = { type: 'query', name, code: 'UNAUTHENTICATED' };
    expect(await growth('graphql_operations_total', refused, () => ask())).toBe(1);
    const timed = { type: 'query', code: 'OK' };
    expect(await growth('graphql_operation_duration_seconds_count', timed, () => ask(ada.key))).toBe(1);
    const invalid = { type: 'unknown', name: 'invalid', code: 'GRAPHQL_VALIDATION_FAILED' };
    const nonsense = () => graph.execute('query Nonsense { nothingOfTheKind }');
    expect(await growth('graphql_operations_total', invalid, nonsense)).toBe(1);
    expect(await read('graphql_operations_total', { name: 'Nonsense' })).toBe(0);
  });

  it('tell known plans from new ones, and fetches by subgraph', async () => {
    const query = `query { me { id } __typename ${'a: __typename '.repeat(topology.length)} }`;
    const ask = () => graph.execute(query, {}, { key: ada.key });
    expect(await growth('graphql_plan_cache_lookups_total', { result: 'miss' }, ask)).toBe(1);
    expect(await growth('graphql_plan_cache_lookups_total', { result: 'hit' }, ask)).toBe(1);
    expect(await read('graphql_plan_cache_entries')).toBeGreaterThan(0);
    expect(await read('graphql_plan_cache_characters')).toBeGreaterThan(0);
    for (const name of ['graphql_fetch_duration_seconds_count', 'graphql_subgraph_duration_seconds_count']) {
      expect(await growth(name, { subgraph: 'identity', outcome: 'OK' }, ask)).toBeGreaterThanOrEqual(1);
      expect(await growth(name, { subgraph: 'scheduling' }, ask)).toBe(0);
    }
  });

  it('show subscriptions while they run, what they got and why they ended', async () => {
    const watching = await graph.watch(ada.key, ops.BookingChangedDocument, {});
    expect(await read('graphql_subscriptions_active')).toBe(1);
    const sent = { outcome: 'sent' };
    const booked = async () => {
      const [slot] = await slotsOf(graph, intro.id);
      await book(graph, intro.id, slot);
      await watching.take(1);
    };
    expect(await growth('graphql_subscription_events_total', sent, booked)).toBe(1);
    const ended = async () => {
      watching.end();
      await until(async () => (await read('graphql_subscriptions_active')) === 0);
    };
    expect(await growth('graphql_subscriptions_ended_total', { reason: 'client' }, ended)).toBe(1);
    expect(await read('event_log_delay_seconds_count', { subgraph: 'scheduling' })).toBeGreaterThan(0);
  });

  it('show jobs, those that wait, and pools', async () => {
    const delivered = { subgraph: 'identity', task: 'deliver-event', outcome: 'done' };
    const grown = growth('job_duration_seconds_count', delivered, () => graph.signUp());
    expect(await grown).toBeGreaterThan(0);
    await graph.database.query(
      `select scheduling_jobs.add_job('nobody-does-this', '{}'::json, run_at := now() - interval '1 hour')`,
    );
    const odd = { subgraph: 'scheduling', task: 'nobody-does-this' };
    await until(async () => (await read('job_queue_ready', odd)) === 1);
    expect(await read('job_queue_oldest_seconds', odd)).toBeGreaterThanOrEqual(3600);
    expect(await read('db_pool_connections_max', { pool: 'scheduling' })).toBe(12);
    expect(await read('db_pool_connections', { pool: 'scheduling' })).toBeGreaterThan(0);
    expect(await page()).toContain('db_pool_waiting{pool="identity"} 0');
  });

  it('show the process', async () => {
    const text = await page();
    for (const name of [
      'nodejs_heap_size_used_bytes',
      'nodejs_eventloop_lag_p99_seconds',
      'nodejs_gc_duration',
    ])
      expect(text).toContain(name);
  });

  it('do not grow with what clients make up', async () => {
    // Fewer are left than are asked for: what comes late is one name.
    const names = Array.from({ length: 110 }, (_, index) => `MadeUp${topology}${index}`);
    for (const name of names) await graph.execute(`query ${name} { __typename }`);
    const before = (await page()).split('\n').length;
    await Promise.all(names.map(name => graph.execute(`query Again${name} { __typename }`)));
    await graph.execute('{ __typename }', {}, { headers: { 'x-request-id': 'made-up-by-somebody' } });
    expect((await page()).split('\n').length).toBe(before);
    const distinct = new Set(
      parseMetrics(await page())
        .filter(({ name }) => name === 'graphql_operations_total')
        .map(({ labels }) => labels['name']),
    );
    expect(distinct.size).toBeLessThanOrEqual(101);
    expect(distinct).toContain('other');
  });

  it('are not to be had where the product is', async () => {
    const address = graph.url.replace('/graphql', '/metrics');
    expect((await fetch(address)).status).toBe(404);
    if (topology === 'distributed') {
      for (const url of Object.values(graph.urls)) expect((await fetch(`${url}/metrics`)).status).toBe(404);
    }
  });
});

describe('the port of the figures', () => {
  it('is not opened unless it is configured', async () => {
    const { port, close } = await serveMetrics({ METRICS_HOST: '127.0.0.1' });
    expect(port).toBeNull();
    await close();
  });

  it('says by its variable that it is taken', async () => {
    const taken = createServer();
    await new Promise<void>(done => taken.listen(0, '127.0.0.1', done));
    const { port } = taken.address() as { port: number };
    const refused = serveMetrics({ METRICS_PORT: port, METRICS_HOST: '127.0.0.1' });
    await expect(refused).rejects.toThrow(/set METRICS_PORT/);
    await new Promise(done => taken.close(done));
  });
});
