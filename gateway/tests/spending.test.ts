import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FormattedExecutionResult, print } from 'graphql';
import { listen } from '#platform/server.ts';
import type { Subgraph } from '#platform/subgraph.ts';
import { testEnvironment } from '#platform/testing/environment.ts';
import * as ops from '../../examples/operations/operations.generated.ts';
import { createGatewayApp } from '../app.ts';
import { protectionConfig } from '../protection/config.ts';
import { until } from './kit/collect.ts';
import { startGraph, type TestGraph, type TestUser, type Topology } from './kit/graph.ts';
import { patient } from './kit/patient.ts';
import { unlimited } from './kit/unlimited.ts';

const ME = '{ me { id } }';
const run = Math.random().toString(16).slice(2, 6);
/** An address that no other run counts for in the Redis that tests share. */
const from = (client: string) => ({ headers: { 'x-forwarded-for': `2001:db8:${run}:${client}::1` } });

type SocketResult = FormattedExecutionResult<Record<string, unknown>>;

function overSocket(graph: TestGraph, query: string, key?: string) {
  return new Promise<SocketResult>((resolve, reject) => {
    graph.connect(key).subscribe(
      { query },
      {
        next: result => resolve(result as SocketResult),
        error: error => (Array.isArray(error) ? resolve({ errors: error }) : reject(error)),
        complete: () => {},
      },
    );
  });
}

describe.each<Topology>(['standalone', 'distributed'])('what callers may spend, %s', topology => {
  let graph: TestGraph;

  beforeAll(async () => {
    graph = await startGraph({
      topology,
      protection: {
        RATE_LIMIT_API_KEY: [
          { points: 100, seconds: 600 },
          { points: 5, seconds: 60 },
        ],
        RATE_LIMIT_ANONYMOUS: [{ points: 7, seconds: 60 }],
      },
    });
  });
  afterAll(() => graph.stop());

  const ask = (user: TestUser, query = ME) => graph.execute(query, {}, { key: user.key });
  const remaining = (answer: { headers: Headers }) => Number(answer.headers.get('ratelimit-remaining'));

  it('is told with every answer, and refused with the time to wait when nothing is left', async () => {
    const ada = await graph.signUp();
    const answers = [];
    for (let i = 0; i < 7; i++) answers.push(await ask(ada));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429, 429]);
    expect(answers.map(remaining)).toEqual([4, 3, 2, 1, 0, 0, 0]);
    expect(answers[0]?.headers.get('ratelimit-limit')).toBe('5');
    const refused = answers[5];
    const { extensions } = refused?.errors[0] ?? {};
    expect(extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfter: expect.any(Number) });
    expect(extensions?.retryAfter).toBeLessThanOrEqual(60);
    expect(refused?.headers.get('retry-after')).toBe(String(extensions?.retryAfter));
    expect(Number(refused?.headers.get('ratelimit-reset'))).toBe(extensions?.retryAfter);
    const grace = await graph.signUp();
    expect((await ask(grace)).status).toBe(200);
    const socket = await overSocket(graph, ME, ada.key);
    expect(socket.errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
  });

  it('counts sockets and requests together, and what is wrong with an operation does not matter', async () => {
    const ada = await graph.signUp();
    await overSocket(graph, ME, ada.key);
    await overSocket(graph, '{ nothing }', ada.key);
    await overSocket(graph, `{ ${'me { id } '.repeat(50)} }`, ada.key);
    expect(remaining(await ask(ada, '{ nothing }'))).toBe(1);
    expect(remaining(await ask(ada, '{ me {'))).toBe(0);
    expect((await ask(ada)).status).toBe(429);
  });

  it('is more for what costs more', async () => {
    const ada = await graph.signUp();
    const { document, first } = { document: ops.SlotsDocument, first: 1000 };
    const variables = {
      eventTypeId: 'etp_01jc000000e008000000000000',
      from: '2030-01-01T00:00:00Z',
      to: '2030-01-02T00:00:00Z',
      timeZone: 'UTC',
      first,
    };
    // 13,031, which is three times the 5,000 that a point pays for.
    expect(remaining(await graph.execute(document, variables, { key: ada.key }))).toBe(2);
    expect((await graph.execute(document, variables, { key: ada.key })).status).toBe(429);
  });

  it('counts strangers by address', async () => {
    const statuses = async (client: string) => {
      const found = [];
      for (let i = 0; i < 9; i++)
        found.push((await graph.execute('{ __typename }', {}, from(client))).status);
      return found;
    };
    expect(await statuses('a')).toEqual([...Array(7).fill(200), 429, 429]);
    expect((await graph.execute('{ __typename }', {}, from('b'))).status).toBe(200);
  });

  it('refuses a subscription as an error of it, and sends one that has begun to its end', async () => {
    const ada = await graph.signUp();
    const watching = await graph.watch(ada.key, ops.BookingChangedDocument, {});
    for (let i = 0; i < 5; i++) await ask(ada);
    expect((await ask(ada)).status).toBe(429);
    expect(watching.isDone).toBe(false);
    const refused = await overSocket(graph, print(ops.BookingChangedDocument), ada.key);
    expect(refused.errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
  });
});

describe('a hundred attempts in one operation', () => {
  it.each([
    ['with the limits of fields', protectionConfig.RATE_LIMIT_FIELDS.parse(undefined), 5],
    ['without them', [], 12],
  ])('are few at the most, %s', async (_what, RATE_LIMIT_FIELDS, executed) => {
    const graph = await startGraph({ protection: { RATE_LIMIT_FIELDS } });
    try {
      const attempts = (count: number) => {
        const fields = Array.from(
          { length: count },
          (_, n) => `a${n}: signIn(input: { token: "x" }) { __typename }`,
        );
        return `mutation { ${fields.join(' ')} }`;
      };
      graph.resetFetches();
      for (const count of [100, 30]) {
        await graph.execute(attempts(count), {}, from('c'));
        await overSocket(graph, attempts(count));
      }
      const inBulk = graph.fetches['identity'] ?? 0;
      let alone = 0;
      for (let i = 0; i < 12; i++) {
        const { body } = await graph.execute(attempts(1), {}, from('d'));
        if (body.errors?.[0]?.extensions.code !== 'RATE_LIMITED') alone++;
      }
      expect(alone).toBe(executed);
      expect(inBulk).toBe(RATE_LIMIT_FIELDS.length > 0 ? 0 : 2);
    } finally {
      await graph.stop();
    }
  });
});

describe('four gateways', () => {
  let graph: TestGraph;
  const gateways: { url: string; close(): Promise<unknown> }[] = [];

  beforeAll(async () => {
    graph = await startGraph();
  });
  afterAll(async () => {
    for (const gateway of gateways) await gateway.close();
    await graph.stop();
  });

  const reachable = ({ subgraph, ready }: { subgraph: Subgraph; ready(): Promise<void> }) => ({
    ...subgraph,
    ping: ready,
  });

  async function startGateway(points: number, isShared: boolean) {
    const { identity, scheduling, integrations } = graph.apps;
    const secret = 'a secret for tests that is long enough';
    const app = await createGatewayApp(
      {
        ...unlimited,
        ...patient,
        RATE_LIMIT_ANONYMOUS: [{ points, seconds: 120 }],
        REDIS_URL: isShared ? testEnvironment.redisUrl : undefined,
        PRINCIPAL_SECRETS: [secret],
        COOKIE_SECRETS: [secret],
        PUBLIC_URL: 'http://almanac.test',
        ALLOWED_ORIGINS: [],
        TRUSTED_PROXIES: [],
        INTROSPECTION: true,
        PLAYGROUND: false,
        SLOW_OPERATION_MS: 60_000,
        LOG_LEVEL: 'error',
      },
      {
        identity: reachable(identity),
        scheduling: reachable(scheduling),
        integrations: reachable(integrations),
      },
    );
    const port = await listen(app, '127.0.0.1', 0);
    const gateway = { url: `http://127.0.0.1:${port}/graphql`, close: () => app.close() };
    gateways.push(gateway);
    return gateway.url;
  }

  it.each([
    ['sharing Redis allow what one would', true, 50, 51],
    ['each by itself allow four times as much', false, 53, 4 * 53],
  ])('%s, whatever address is made up', async (_what, isShared, points, most) => {
    const urls = await Promise.all(Array.from({ length: 4 }, () => startGateway(points, isShared)));
    // A socket that Redis has not answered yet counts for itself.
    await until(async () => {
      const answers = await Promise.all(urls.map(url => fetch(`${new URL(url).origin}/readyz`)));
      return answers.every(({ ok }) => ok);
    });
    let allowed = 0;
    const client = async (url: string, start: number) => {
      for (let i = start; i < start + 75; i++) {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-forwarded-for': `203.0.113.${i % 250}` },
          body: JSON.stringify({ query: '{ __typename }' }),
        });
        if (response.status === 200) allowed++;
        else expect(response.status).toBe(429);
      }
    };
    await Promise.all(urls.map((url, index) => client(url, index * 75)));
    expect(allowed).toBeGreaterThanOrEqual(isShared ? points - 1 : most);
    expect(allowed).toBeLessThanOrEqual(most);
  });
});
