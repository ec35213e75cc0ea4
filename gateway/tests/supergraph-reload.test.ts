import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectFolder } from '#platform/config.ts';
import { testEnvironment } from '#platform/testing/environment.ts';
import { BookingChangedDocument } from '../../examples/operations/operations.generated.ts';
import { until } from './kit/collect.ts';
import { startGatewayProcess } from './kit/gateway-process.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { lockTable } from './kit/locked-table.ts';
import { book, bookable, cancel, slotsOf } from './kit/stories.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const query = '{ me { id avatarUrl } }';

describe('the supergraph', () => {
  let folder: string;
  let file: string;
  let whole: string;
  let without: string;
  let graph: TestGraph;
  let ada: TestUser;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'almanac-supergraph-'));
    file = join(folder, 'supergraph.graphql');
    whole = await readFile(join(projectFolder, 'schema/supergraph.graphql'), 'utf8');
    without = whole.replace(/ {2}"""[^"]*"""\n {2}avatarUrl: String @join__field.*\n/, '');
    expect(without.length).toBeLessThan(whole.length);
    await put(without);
    graph = await startGraph({ topology: 'distributed', supergraphFile: file });
    ada = await graph.signUp();
  });
  afterAll(async () => {
    await graph.stop();
    await rm(folder, { recursive: true });
  });

  /** As deployments do it: nobody ever sees half of it. */
  async function put(sdl: string) {
    await writeFile(`${file}.new`, sdl);
    await rename(`${file}.new`, file);
  }

  const ask = (url?: string) =>
    graph.execute<object, object>(query, {}, { key: ada.key, ...(url && { url }) });

  async function codeOf(url?: string) {
    const answer = await ask(url);
    return answer.body.errors?.[0]?.extensions.code ?? 'ok';
  }

  it('is served anew when its file changes', async () => {
    expect(await codeOf()).toBe('GRAPHQL_VALIDATION_FAILED');
    const told: string[] = [];
    const stop = graph.gateway.supergraph.onChange(({ id }) => told.push(id));
    await put(whole);
    await until(async () => (await codeOf()) === 'ok');
    expect(told).toEqual([graph.gateway.supergraph.current.id]);
    stop();
  });

  it('lets live subscriptions go with 1012, which go on behind their cursors in the next', async () => {
    const grace = await graph.signUp();
    const intro = await bookable(graph, grace);
    const watching = await graph.watch(grace.key, BookingChangedDocument, {});
    const [slot] = await slotsOf(graph, intro.id);
    const booking = await book(graph, intro.id, slot);
    const [seen] = await watching.take(1);
    await put(without);
    await until(() => watching.isDone);
    expect(watching.results.at(-1)?.errors).toMatchObject([
      { code: 1012, reason: 'The graph has changed: connect again.' },
    ]);
    expect(graph.gateway.subscriptions.stats()).toMatchObject({ active: 0, feeds: 0 });
    await cancel(graph, booking);
    const again = await graph.watch(grace.key, BookingChangedDocument, {
      after: seen?.bookingChanged.cursor ?? null,
    });
    expect((await again.take(1))[0]?.bookingChanged.kind).toBe('BOOKING_CANCELLED');
    again.end();
    await put(whole);
    await graph.gateway.supergraph.reload();
  });

  it.each([
    ['is no GraphQL', () => 'type Query {'],
    ['is no supergraph', () => 'type Query { me: String }'],
    ['contradicts itself', () => whole.replace('type User\n', 'type Yeti\n')],
    ['names who cannot be asked', () => whole.replaceAll('"integrations"', '"calendars"')],
  ])('stays what it was when the file %s', async (_, sdl) => {
    const { id } = graph.gateway.supergraph.current;
    await put(sdl());
    await graph.gateway.supergraph.reload();
    expect(graph.gateway.supergraph.current.id).toBe(id);
    expect(await codeOf()).toBe('ok');
    await put(whole);
    await graph.gateway.supergraph.reload();
  });

  it('goes on serving what was begun in it', async () => {
    const { waiting, release } = await lockTable(graph, 'scheduling.bookings');
    const begun = graph.execute('{ me { id avatarUrl } bookings { totalCount } }', {}, { key: ada.key });
    await until(async () => (await waiting()) >= 1);
    await put(without);
    await graph.gateway.supergraph.reload();
    const later = await codeOf();
    await release();
    expect(later).toBe('GRAPHQL_VALIDATION_FAILED');
    expect((await begun).data).toEqual({ me: { id: ada.id, avatarUrl: null }, bookings: { totalCount: 0 } });
    await put(whole);
    await graph.gateway.supergraph.reload();
  });

  it('is read again on SIGHUP, which ends nothing', async () => {
    await put(without);
    const { child, origin, exit } = await startGatewayProcess(graph, { SUPERGRAPH_FILE: file });
    expect(await codeOf(`${origin}/graphql`)).toBe('GRAPHQL_VALIDATION_FAILED');
    await put(whole);
    child.kill('SIGHUP');
    await until(async () => (await codeOf(`${origin}/graphql`)) === 'ok');
    expect(child.exitCode).toBeNull();
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
  }, 60_000);

  it('can change often: what is not served any more is let go', async () => {
    const heaps: number[] = [];
    const supergraphs = testEnvironment.isLong ? 50 : 15;
    for (let i = 0; i <= supergraphs; i++) {
      await put(i % 2 === 0 ? without : whole);
      await graph.gateway.supergraph.reload();
      await ask();
      if (i % 5 !== 0) continue;
      collectGarbage();
      heaps.push(Math.round(process.memoryUsage().heapUsed / 1e6));
    }
    process.stdout.write(`heap in MB after 0, 5, 10, … supergraphs: ${heaps.join(' ')}\n`);
    const [, first = 0] = heaps;
    expect((heaps.at(-1) ?? 0) - first).toBeLessThan(60);
  }, 120_000);
});
