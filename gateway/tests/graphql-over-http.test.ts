import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditServer } from 'graphql-http';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';

interface Body {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions: { code: string } }[];
  extensions?: unknown;
}

/** Docs/decisions/0010: the status says what is wrong, whatever the answer's type. They are SHOULD. */
const statuses = [
  'SHOULD use 200 status code on document parsing failure when accepting application/json',
  'SHOULD use 200 status code on document validation failure when accepting application/json',
  'SHOULD use a status code of 200 on variable coercion failure when accepting application/json',
];
/** A page of another site can make a browser send GETs: without a header that it cannot set they are refused. They are MAY. */
const forgeable = [
  'MAY accept application/x-www-form-urlencoded formatted GET requests',
  'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json',
  'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json',
];

describe('GraphQL over HTTP', () => {
  let graph: TestGraph;
  let ada: TestUser;

  beforeAll(async () => {
    graph = await startGraph({ protection: { ALLOWED_ORIGINS: ['https://app.example'] } });
    ada = await graph.signUp({ handle: 'ada' });
  });
  afterAll(() => graph.stop());

  async function unmet(fetchFn: typeof fetch) {
    const results = await auditServer({ url: graph.url, fetchFn });
    expect(results).toHaveLength(61);
    return results.filter(({ status }) => status !== 'ok').map(({ name }) => name);
  }

  it('is what the specification says, in 58 of 61 audits', async () => {
    const withHeader: typeof fetch = (input, init) =>
      fetch(input, { ...init, headers: { ...(init?.headers as object), 'apollo-require-preflight': '1' } });
    expect((await unmet(withHeader)).sort()).toEqual([...statuses].sort());
  });

  it('and in three less where requests may have been forged', async () => {
    expect((await unmet(fetch)).sort()).toEqual([...statuses, ...forgeable].sort());
  });

  it.each([
    ['an answer', { query: '{ me { handle } }' }],
    [
      'nulls for what is absent',
      { query: '{ __typename }', variables: null, operationName: null, extensions: null },
    ],
    ['what it costs', { query: '{ me { handle } }', extensions: { cost: true } }],
    [
      'a selected operation',
      { query: 'query A { a: __typename } query B { b: __typename }', operationName: 'B' },
    ],
    [
      'no selected operation',
      { query: 'query A { a: __typename } query B { b: __typename }', operationName: 'C' },
    ],
    ['a field that refuses', { query: '{ me { handle } booking(id: "no id") { id } }' }],
    ['a field that is unknown', { query: '{ nothing }' }],
    ['no GraphQL', { query: '{' }],
    ['an empty text', { query: '' }],
    ['no text', { query: 7 }],
    ['variables that do not fit', { query: 'query ($id: ID!) { booking(id: $id) { id } }', variables: {} }],
    ['variables in a text', { query: '{ __typename }', variables: '{}' }],
    ['variables in a list', { query: '{ __typename }', variables: [] }],
    ['a name that is none', { query: '{ __typename }', operationName: 7 }],
    ['a subscription', { query: 'subscription { bookingChanged { cursor } }' }],
  ])('answers plain JSON as it answers what has to be looked at: %s', async (_what, body) => {
    const answers = [];
    for (const accept of ['*/*', 'application/json', 'application/json;q=0.9, text/x;q=0.1']) {
      const response = await fetch(graph.url, {
        method: 'POST',
        headers: { authorization: `Bearer ${ada.key}`, 'content-type': 'application/json', accept },
        body: JSON.stringify(body),
      });
      const { date: _, 'x-request-id': requestId = '', ...headers } = Object.fromEntries(response.headers);
      const text = (await response.text()).replaceAll(requestId, 'REQUEST');
      for (const name of Object.keys(headers)) if (/^(x-)?ratelimit/.test(name)) delete headers[name];
      answers.push({ status: response.status, headers, text });
    }
    expect(answers[0]).toEqual(answers[2]);
    expect(answers[1]).toEqual(answers[2]);
  });

  /** Sends it as a browser would at a foreign page's word, or with a header that only our own pages can set. */
  async function send(init: RequestInit, { search = '', headers = {} } = {}) {
    graph.resetFetches();
    const response = await fetch(`${graph.url}${search}`, {
      method: 'POST',
      ...init,
      headers: { authorization: `Bearer ${ada.key}`, ...(init.headers as object), ...headers },
    });
    const body = (await response.json()) as Body;
    const { identity = 0, scheduling = 0, integrations = 0 } = graph.fetches;
    return {
      status: response.status,
      body,
      headers: response.headers,
      executed: identity + scheduling + integrations,
    };
  }
  const rename = 'mutation { updateProfile(input: { name: "Forged" }) { __typename } }';

  it.each<[string, RequestInit, { search?: string; headers?: Record<string, string> }]>([
    [
      'text/plain',
      { headers: { 'content-type': 'text/plain' }, body: JSON.stringify({ query: rename }) },
      {},
    ],
    ['a form', { body: new URLSearchParams({ query: rename }) }, {}],
    [
      'a form of several parts',
      {
        body: (() => {
          const form = new FormData();
          form.set('query', rename);
          return form;
        })(),
      },
      {},
    ],
    ['no type', { headers: { 'content-type': '' }, body: JSON.stringify({ query: rename }) }, {}],
    ['a GET', { method: 'GET' }, { search: `?query=${encodeURIComponent(rename)}` }],
    [
      'a GET with the header',
      { method: 'GET' },
      { search: `?query=${encodeURIComponent(rename)}`, headers: { 'apollo-require-preflight': '1' } },
    ],
    [
      'a GET that wants a stream',
      { method: 'GET' },
      { search: `?query=${encodeURIComponent(rename)}`, headers: { accept: 'text/event-stream' } },
    ],
    [
      'a list of operations',
      {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify([{ query: rename }, { query: rename }]),
      },
      {},
    ],
  ])('runs nothing that came as %s', async (_what, init, more) => {
    // Who sends it is known by now: what is counted is what the operation itself does.
    await graph.execute('{ me { id } }', {}, { key: ada.key });
    const { status, executed } = await send(init, more);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(executed).toBe(0);
    const { me } = (
      await graph.execute<{ me: { name: string } }, object>('{ me { name } }', {}, { key: ada.key })
    ).data;
    expect(me.name).toBe('ada');
  });

  const ask = (query: string) =>
    send({ headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });

  it('withstands what graphql-cop probes', async () => {
    const many = (count: number, part: (n: number) => string) =>
      Array.from({ length: count }, (_, n) => part(n)).join(' ');
    const refused = async (query: string) => {
      const { status, executed } = await ask(query);
      expect([status, executed]).toEqual([400, 0]);
    };
    // Aliases, directives and fields without end; introspection in circles.
    await refused(`{ ${many(101, n => `alias${n}: __typename`)} }`);
    await refused(`{ __typename ${'@aa'.repeat(50)} }`);
    await refused(`{ ${'__typename '.repeat(500)} }`);
    await refused(`{ __schema { types { ${'fields { type { '.repeat(6)} name ${'} } '.repeat(6)} } } }`);
    // Tracing, and faults that tell of the inside.
    const { body } = await ask('{ __typename }');
    expect(body.extensions).toBeUndefined();
    const fault = await ask('{ __typename');
    expect(JSON.stringify(fault.body)).not.toMatch(/stack|node_modules|\.ts\b|\.js\b/);
    // An explorer at the graph's own address.
    const explorer = await fetch(graph.url, { headers: { accept: 'text/html' } });
    expect([explorer.status, await explorer.text()]).toEqual([400, expect.not.stringMatching(/<html/i)]);
  });

  it('sends headers that keep browsers careful, and lets pages of allowed origins only read answers', async () => {
    const preflight = (origin: string) =>
      fetch(graph.url, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type',
        },
      });
    const allowed = (await preflight('https://app.example')).headers;
    expect(allowed.get('access-control-allow-origin')).toBe('https://app.example');
    const foreign = (await preflight('https://evil.example')).headers;
    expect(foreign.get('access-control-allow-origin')).not.toBe('https://evil.example');
    expect(foreign.get('access-control-allow-origin')).not.toBe('*');
    const { headers } = await ask('{ __typename }');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('x-powered-by')).toBeNull();
  });

  const bodies: [string, string, number[]][] = [
    [
      '20 MB',
      JSON.stringify({ query: '{ __typename }', extensions: { pad: 'x'.repeat(20_000_000) } }),
      [413],
    ],
    [
      'JSON 10,000 deep',
      `{"query":"{ __typename }","variables":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`,
      [400],
    ],
    [
      'lists 10,000 deep',
      `{"query":"{ __typename }","variables":{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}}`,
      [400],
    ],
    ['a prototype', '{"query":"{ __typename }","__proto__":{"polluted":true}}', [400]],
    [
      'a prototype in variables',
      '{"query":"{ __typename }","variables":{"__proto__":{"polluted":true}}}',
      [400],
    ],
    [
      'a constructor',
      '{"query":"{ __typename }","variables":{"constructor":{"prototype":{"polluted":true}}}}',
      [400],
    ],
  ];
  it.each(bodies)('refuses a body of %s and stays clean', async (_what, body, expected) => {
    const response = await fetch(graph.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    }).catch(() => null);
    // A server may close the connection on who goes on sending; it has answered then.
    if (response) expect(expected).toContain(response.status);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect((await ask('{ me { id } }')).status).toBe(200);
  });

  it('tells its schema, with suggestions for what is misspelt', async () => {
    expect((await ask('{ __schema { types { name } } }')).status).toBe(200);
    expect((await ask('{ mee { id } }')).body.errors?.[0]?.message).toContain('Did you mean');
  });

  it('takes names of prototypes for names', async () => {
    const { body } = await ask('{ __proto__: __typename constructor: __typename toString: __typename }');
    expect(Object.entries(body.data ?? {})).toEqual([
      ['__proto__', 'Query'],
      ['constructor', 'Query'],
      ['toString', 'Query'],
    ]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('a schema that may not be read', () => {
  let graph: TestGraph;
  let ada: TestUser;
  beforeAll(async () => {
    graph = await startGraph({ protection: { INTROSPECTION: false } });
    ada = await graph.signUp();
  });
  afterAll(() => graph.stop());

  const overSocket = (query: string) =>
    new Promise<unknown>((resolve, reject) => {
      graph.connect(ada.key).subscribe({ query }, { next: resolve, error: reject, complete: () => {} });
    });

  it('is not told, nor guessed word by word', async () => {
    const introspection = '{ __schema { types { name } } }';
    expect((await graph.execute(introspection)).code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(JSON.stringify(await overSocket(introspection))).toContain('GRAPHQL_VALIDATION_FAILED');
    const misspelt = [
      '{ mee { id } }',
      'query ($a: Strin) { me { id } }',
      'mutation { createBookin(input: {}) { __typename } }',
      'subscription { bookingChange { cursor } }',
    ];
    for (const query of misspelt) {
      const overHttp = await graph.execute(query);
      expect(overHttp.status).toBe(400);
      expect(JSON.stringify([overHttp.body, await overSocket(query)])).not.toContain('Did you mean');
    }
  });
});
