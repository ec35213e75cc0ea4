import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createLogger } from '#platform/logger.ts';
import { createRemoteSubgraph } from '#platform/remote-subgraph.ts';
import { isResult, type Subgraph, type SubgraphCall } from '#platform/subgraph.ts';
import { until } from '../tests/kit/collect.ts';
import type { SourcesConfig } from './config.ts';
import { guardSubgraph } from './guard-subgraph.ts';

const log = createLogger('test', 'silent');
const defaults: SourcesConfig = {
  QUERY_DEADLINE_MS: 10_000,
  MUTATION_DEADLINE_MS: 10_000,
  BREAKER_FAILURES: 5,
  BREAKER_COOLDOWN_MS: 60_000,
};
const call: SubgraphCall = { token: 'ada', requestId: 'r', clientAddress: '192.0.2.1' };
const ask = { query: '{ a }' };
const change = { query: 'mutation { a }' };

type Handle = (response: ServerResponse, seen: { request: IncomingMessage; body: string }) => void;

const ok: Handle = response => response.end('{"data":{"a":1}}');
const unanswered: Handle = () => {};
const ends: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A subgraph behind HTTP that does what it is told, one thing after the other and the last one for good. */
async function startSubgraph(...handlers: Handle[]) {
  const seen: { request: IncomingMessage; body: string }[] = [];
  const server: Server = createServer(async (request, response) => {
    if (request.url === '/readyz') return response.end('<html>');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const handle = handlers[Math.min(seen.length, handlers.length - 1)] as Handle;
    seen.push({ request, body });
    handle(response, { request, body });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const remote = createRemoteSubgraph('toys', `http://127.0.0.1:${port}`);
  ends.push(async () => {
    server.closeAllConnections();
    server.close();
    await remote.close();
  });
  return { remote, seen };
}

function guard(subgraph: Subgraph & { ping?(): Promise<unknown> }, config: Partial<SourcesConfig> = {}) {
  const guarded = guardSubgraph(subgraph, {
    name: 'toys',
    config: { ...defaults, ...config },
    ping: subgraph.ping ?? (() => Promise.reject(new Error('not ready'))),
    changes: { revision: 0 },
    log,
  });
  ends.push(async () => guarded.close());
  return guarded;
}

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => 'answered',
    (error: { code: string; message: string }) => `${error.code}: ${error.message}`,
  );
const hasEnded = ({ request }: { request: IncomingMessage }) => request.socket.destroyed;

describe('a query', () => {
  it('is asked without compression', async () => {
    const { remote, seen } = await startSubgraph(ok);
    expect(await guard(remote).execute(ask, call)).toEqual({ data: { a: 1 } });
    expect(seen[0]?.request.headers).toMatchObject({
      'accept-encoding': 'identity',
      authorization: 'Bearer ada',
    });
  });

  it('fails at its deadline, and the connection is given up', async () => {
    const { remote, seen } = await startSubgraph(unanswered);
    const subgraph = guard(remote, { QUERY_DEADLINE_MS: 200 });
    expect(await failure(subgraph.execute(ask, call))).toBe(
      'UPSTREAM_FAILED: The toys part of the graph did not answer in time.',
    );
    await until(() => seen.length === 1 && seen.every(hasEnded));
  });

  it('fails at its deadline in this process too', async () => {
    const never: Subgraph = { execute: () => new Promise(() => {}), subscribe: () => Promise.reject() };
    expect(await failure(guard(never, { QUERY_DEADLINE_MS: 100 }).execute(ask, call))).toMatch(/in time/);
    expect(await failure(guard(never, { MUTATION_DEADLINE_MS: 100 }).execute(change, call))).toMatch(
      /in time/,
    );
  });

  it('ends with the last who waits for it, and a mutation does not', async () => {
    const { remote, seen } = await startSubgraph(unanswered);
    const subgraph = guard(remote);
    const client = new AbortController();
    const query = subgraph.execute(ask, { ...call, signal: client.signal });
    const mutation = subgraph.execute(change, { ...call, signal: client.signal });
    mutation.catch(() => {});
    await until(() => seen.length === 2);
    client.abort();
    expect(await failure(query)).toMatch(/^CLIENT_GONE/);
    const [asked, changed] = ['{ a }', 'mutation'].map(text => seen.find(({ body }) => body.includes(text)));
    await until(() => asked !== undefined && hasEnded(asked));
    expect(changed && hasEnded(changed)).toBe(false);
    expect(await failure(subgraph.execute(ask, { ...call, signal: client.signal }))).toMatch(/^CLIENT_GONE/);
  });
});

describe('a second try', () => {
  const reset: Handle = response => response.destroy();
  const status =
    (code: number): Handle =>
    response =>
      response.writeHead(code).end('not now');

  it.each([
    ['a connection that was cut', reset],
    ['502', status(502)],
    ['503', status(503)],
    ['504', status(504)],
  ])('follows %s', async (_, fault) => {
    const { remote, seen } = await startSubgraph(fault, ok);
    expect(await guard(remote).execute(ask, call)).toEqual({ data: { a: 1 } });
    expect(seen.length).toBe(2);
  });

  it.each([
    ['500', ask, status(500)],
    ['what is no answer', ask, status(200)],
    ['a cut connection of a mutation', change, reset],
    ['503 to a mutation', change, status(503)],
  ])('does not follow %s', async (_, request, fault) => {
    const { remote, seen } = await startSubgraph(fault, ok);
    expect(await failure(guard(remote).execute(request, call))).toMatch(/^UPSTREAM_FAILED/);
    expect(seen.length).toBe(1);
  });

  it('is the last one', async () => {
    const { remote, seen } = await startSubgraph(reset);
    expect(await failure(guard(remote).execute(ask, call))).toMatch(/^UPSTREAM_FAILED/);
    expect(seen.length).toBe(2);
  });
});

describe('an answer that is none', () => {
  it.each(['', '<html>', '{"data":{"a":', '[]', '{"data":7}', '{"errors":"x"}'])(
    'is a failure: %s',
    async text => {
      const { remote } = await startSubgraph(response => response.end(text));
      expect(await failure(guard(remote).execute(ask, call))).toBe(
        'UPSTREAM_FAILED: The toys part of the graph gave no answer that can be read.',
      );
    },
  );
});

describe('the circuit', () => {
  const broken: Handle = response => response.writeHead(500).end();
  const refusal: Handle = response => response.end('{"errors":[{"message":"no"}]}');

  it('opens after failures in a row, and a fetch finds out later whether it may close', async () => {
    const { remote, seen } = await startSubgraph(broken, broken, broken, broken, broken, ok);
    const subgraph = guard(remote, { BREAKER_COOLDOWN_MS: 1_500 });
    for (let i = 0; i < 5; i++) expect(await failure(subgraph.execute(ask, call))).toMatch(/no answer/);
    for (let i = 0; i < 5; i++) expect(await failure(subgraph.execute(ask, call))).toMatch(/not asked until/);
    expect(await failure(subgraph.execute(change, call))).toMatch(/^UPSTREAM_FAILED.*not asked until/);
    expect(seen.length).toBe(5);
    await sleep(1_600);
    expect(await subgraph.execute(ask, call)).toEqual({ data: { a: 1 } });
    expect(seen.length).toBe(6);
  });

  it('stays closed where answers come in between', async () => {
    const { remote, seen } = await startSubgraph(broken, broken, broken, broken, ok, broken);
    const subgraph = guard(remote);
    for (let i = 0; i < 9; i++) await failure(subgraph.execute(ask, call));
    expect(seen.length).toBe(9);
  });

  it('stays closed for errors in answers, and for clients that go', async () => {
    const { remote, seen } = await startSubgraph(
      refusal,
      refusal,
      refusal,
      refusal,
      refusal,
      refusal,
      unanswered,
    );
    const subgraph = guard(remote);
    for (let i = 0; i < 6; i++)
      expect(await subgraph.execute(ask, call)).toEqual({ errors: [{ message: 'no' }] });
    for (let i = 0; i < 6; i++) {
      const client = new AbortController();
      const gone = failure(subgraph.execute(ask, { ...call, signal: client.signal }));
      await until(() => seen.length === 7 + i);
      client.abort();
      expect(await gone).toMatch(/^CLIENT_GONE/);
    }
    expect(seen.length).toBe(12);
  });

  it('closes at once when the subgraph says that it is ready', async () => {
    let isUp = false;
    let asked = 0;
    const subgraph = guard({
      async execute() {
        asked++;
        if (!isUp) return (await startSubgraph(broken)).remote.execute(ask, call);
        return { data: { a: 1 } };
      },
      subscribe: () => Promise.reject(),
      ping: () => (isUp ? Promise.resolve() : Promise.reject(new Error('not ready'))),
    });
    for (let i = 0; i < 8; i++) await failure(subgraph.execute(ask, call));
    expect(asked).toBe(5);
    isUp = true;
    let answer = '';
    await until(() => {
      void failure(subgraph.execute(ask, call)).then(said => {
        answer = said;
      });
      return answer === 'answered';
    });
  });
});

describe('the same question at the same moment', () => {
  /** Answers when it is told to. */
  function patient() {
    const waiting: (() => void)[] = [];
    const subgraph: Subgraph = {
      execute: ({ query }) =>
        new Promise(done => waiting.push(() => done({ data: { query, list: [{ n: waiting.length }] } }))),
      subscribe: async () =>
        (async function* () {
          yield { data: { happened: true } };
        })(),
    };
    const land = () => {
      for (const go of waiting) go();
    };
    return { subgraph, waiting, land };
  }

  it('is asked once, and everybody gets an answer of their own', async () => {
    const { subgraph, waiting, land } = patient();
    const guarded = guard(subgraph);
    const asked = { ...ask, variables: { list: [1, { a: 2 }] } };
    const answers = [1, 2, 3].map(() =>
      guarded.execute(structuredClone(asked), { ...call, requestId: 'other' }),
    );
    expect(waiting.length).toBe(1);
    land();
    const [first, second, third] = await Promise.all(answers);
    expect(first).toEqual(second);
    const list = (result: typeof first) => result?.data?.['list'] as object[];
    expect(list(first)[0]).not.toBe(list(second)[0]);
    expect(list(second)[0]).not.toBe(list(third)[0]);
  });

  it.each([
    ['other variables', { variables: { a: 2 } }, {}],
    ['another query', { query: '{ b }' }, {}],
    ['somebody else', {}, { token: 'grace' }],
    ['another address', {}, { clientAddress: '192.0.2.2' }],
    ['another program', {}, { userAgent: 'curl' }],
  ])('is another question with %s', async (_, request, caller) => {
    const { subgraph, waiting, land } = patient();
    const guarded = guard(subgraph);
    const asked = { ...ask, variables: { a: 1 } };
    const answers = [
      guarded.execute(asked, call),
      guarded.execute({ ...asked, ...request }, { ...call, ...caller }),
    ];
    expect(waiting.length).toBe(2);
    land();
    await Promise.all(answers);
  });

  it('is asked each time where it changes something', async () => {
    const { subgraph, waiting, land } = patient();
    const guarded = guard(subgraph);
    const answers = [guarded.execute(change, call), guarded.execute(change, call)];
    expect(waiting.length).toBe(2);
    land();
    await Promise.all(answers);
  });

  it('goes on for the others when one has gone, and ends with the last', async () => {
    const { remote, seen } = await startSubgraph(unanswered);
    const guarded = guard(remote);
    const clients = [new AbortController(), new AbortController()];
    const answers = clients.map(({ signal }) => failure(guarded.execute(ask, { ...call, signal })));
    await until(() => seen.length === 1);
    clients[0]?.abort();
    expect(await answers[0]).toMatch(/^CLIENT_GONE/);
    await sleep(100);
    expect(seen.map(hasEnded)).toEqual([false]);
    clients[1]?.abort();
    expect(await answers[1]).toMatch(/^CLIENT_GONE/);
    await until(() => seen.every(hasEnded));
  });

  it('is asked anew when something has changed since', async () => {
    const { subgraph, waiting, land } = patient();
    const guarded = guard(subgraph);
    const before = guarded.execute(ask, call);
    const changing = guarded.execute(change, call);
    waiting[1]?.();
    await changing;
    const after = guarded.execute(ask, call);
    expect(waiting.length).toBe(3);
    const events = await guarded.subscribe({ query: 'subscription { a }' }, call);
    if (isResult(events)) throw new Error('refused');
    await events.next();
    const last = guarded.execute(ask, call);
    expect(waiting.length).toBe(4);
    land();
    await Promise.all([before, after, last]);
  });
});
