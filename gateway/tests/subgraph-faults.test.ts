import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { listen } from '#platform/server.ts';
import { until } from './kit/collect.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';
import { book, bookable, slotsOf } from './kit/stories.ts';

/** Fields of all three subgraphs, each of which may be null. */
const EVERYTHING = `query ($booking: ID!, $user: ID!) {
  user(id: $user) { handle }
  booking(id: $booking) { id hosts { id avatarUrl } references { id } }
}`;

interface Everything {
  user: { handle: string } | null;
  booking: {
    id: string;
    hosts: { id: string; avatarUrl: null }[];
    references: { id: string }[] | null;
  } | null;
}

const names = ['identity', 'scheduling', 'integrations'] as const;
type Name = (typeof names)[number];

describe('a subgraph', () => {
  let graph: TestGraph;
  let ada: TestUser;
  let booking: string;

  beforeAll(async () => {
    // What a deployment has that says nothing.
    graph = await startGraph({ topology: 'distributed', sources: { QUERY_DEADLINE_MS: 3_000 } });
    ada = await graph.signUp({ handle: 'ada' });
    const type = await bookable(graph, ada);
    const [slot] = await slotsOf(graph, type.id);
    booking = (await book(graph, type.id, slot)).id;
  });
  afterEach(async () => {
    for (const name of names) await graph.lines[name]?.become('open');
    await until(async () => !(await everything()).body.errors);
  });
  afterAll(() => graph.stop());

  const everything = (url?: string) =>
    graph.execute<Everything, object>(
      EVERYTHING,
      { booking, user: ada.id },
      { key: ada.key, ...(url && { url }) },
    );

  /** All there is, without what a subgraph knows. */
  const without: Record<Name, () => Everything> = {
    identity: () => ({
      user: null,
      booking: { id: booking, hosts: [{ id: ada.id, avatarUrl: null }], references: [] },
    }),
    scheduling: () => ({ user: { handle: 'ada' }, booking: null }),
    integrations: () => ({
      user: { handle: 'ada' },
      booking: { id: booking, hosts: [{ id: ada.id, avatarUrl: null }], references: null },
    }),
  };

  const answers = (status: string, type: string, body: string) =>
    `HTTP/1.1 ${status}\r\ncontent-type: ${type}\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
  const garbage: Record<string, string> = {
    'a page': answers('200 OK', 'text/html', '<html>Welcome</html>'),
    'no body': answers('200 OK', 'application/json', ''),
    'half of an answer': answers('200 OK', 'application/json', '{"data":{"user":'),
    'something else': answers('200 OK', 'application/json', '{"data":[1,2,3]}'),
    'no HTTP': 'SSH-2.0-OpenSSH_9.2\r\n',
    'less than it promised': 'HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{"data"',
    'answers to other questions': answers(
      '200 OK',
      'application/json',
      '{"data":{"__proto__":{"handle":"eve"},"constructor":{"prototype":{"handle":"eve"}},"_entities":"x"}}',
    ),
  };

  async function isWithout(name: Name) {
    const started = Date.now();
    const answer = await everything();
    expect(Date.now() - started).toBeLessThan(5_000);
    expect(answer.status).toBe(200);
    expect(answer.body.data).toEqual(without[name]());
    return answer;
  }

  it.each(names)('%s that is down costs its own fields, and is asked again when it is up', async name => {
    expect((await everything()).data.booking?.references).toEqual([]);
    await graph.lines[name]?.become('refused');
    for (let i = 0; i < 8; i++) {
      const { errors, body } = await isWithout(name);
      expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['UPSTREAM_FAILED']));
      expect(JSON.stringify(body)).not.toMatch(/127\.0\.0\.1|ECONN|undici/);
    }
    // So often in a row that it is not even asked any more.
    const before = graph.lines[name]?.connections;
    await graph.lines[name]?.become({ says: '' });
    expect((await isWithout(name)).errors[0]?.message).toMatch(/not asked until it is well/);
    expect(graph.lines[name]?.connections).toBeLessThanOrEqual((before ?? 0) + 1);
    await graph.lines[name]?.become('open');
    const mended = Date.now();
    await until(async () => !(await everything()).body.errors);
    expect(Date.now() - mended).toBeLessThan(8_000);
  });

  it.each(names)('%s that is silent costs its own fields, and not more than a few seconds', async name => {
    await everything();
    await graph.lines[name]?.become('silent');
    const { errors } = await isWithout(name);
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['UPSTREAM_FAILED']));
  });

  it.each(names)('%s that talks garbage costs its own fields', async name => {
    for (const [kind, says] of Object.entries(garbage)) {
      await everything();
      await graph.lines[name]?.become({ says });
      graph.lines[name]?.cut();
      const { errors = [] } = (await isWithout(name)).body;
      const codes = new Set(errors.map(({ extensions }) => extensions.code));
      // What is well formed and says nothing of a field that may be null is no fault.
      if (kind !== 'answers to other questions' || codes.size > 0)
        expect([kind, codes]).toEqual([kind, new Set(['UPSTREAM_FAILED'])]);
      expect(({} as { handle?: string }).handle).toBeUndefined();
      await graph.lines[name]?.become('open');
      graph.lines[name]?.cut();
    }
  });

  it('that is silent is waited for where no deadline is set: the control', async () => {
    const patient = await graph.startGateway({ QUERY_DEADLINE_MS: 60_000 });
    const url = `http://127.0.0.1:${await listen(patient, '127.0.0.1', 0)}/graphql`;
    expect((await everything(url)).body.errors).toBeUndefined();
    await graph.lines['integrations']?.become('silent');
    const answer = everything(url);
    expect(await Promise.race([answer, sleep(5_000, 'nothing')])).toBe('nothing');
    graph.lines['integrations']?.cut();
    await graph.lines['integrations']?.become('open');
    expect((await answer).body.data).toBeDefined();
    await patient.close();
  });

  it('may be down when the gateway starts', async () => {
    for (const name of names) await graph.lines[name]?.become('refused');
    const degraded = await graph.startGateway({});
    const port = await listen(degraded, '127.0.0.1', 0);
    const url = `http://127.0.0.1:${port}/graphql`;
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(503);
    expect((await everything(url)).code).toBe('UNAVAILABLE');
    const { body } = await graph.execute('{ __typename }', {}, { url });
    expect(body).toEqual({ data: { __typename: 'Query' } });
    for (const name of names) await graph.lines[name]?.become('open');
    await until(async () => !(await everything(url)).body.errors);
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
    await degraded.close();
  });

  it('identity that is down lets nobody in, and those that it has just let in for seconds only', async () => {
    await everything();
    await graph.lines['identity']?.become('refused');
    const unknown = await graph.execute('{ me { id } }', {}, { key: `${ada.key}x` });
    expect([unknown.status, unknown.code, unknown.headers.get('retry-after')]).toEqual([
      503,
      'UNAVAILABLE',
      '1',
    ]);
    await until(async () => (await everything()).status === 503, 10_000);
    graph.resetFetches();
    const refused = await Promise.all(Array.from({ length: 20 }, () => everything()));
    expect(new Set(refused.map(({ status, code }) => `${status} ${code}`))).toEqual(
      new Set(['503 UNAVAILABLE']),
    );
    expect(graph.fetches['scheduling'] ?? 0).toBe(0);
    await graph.lines['identity']?.become('open');
    await until(async () => (await everything()).status === 200);
  });
});
