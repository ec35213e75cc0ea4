import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FormattedExecutionResult, print } from 'graphql';
import * as ops from '../../examples/operations/operations.generated.ts';
import { exampleManifest } from '../../scripts/example-operations.ts';
import type { PersistedMode } from '../protection/persisted-operations.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const persisted = (id: string) => ({ persistedQuery: { version: 1, sha256Hash: id } });
const manifest = exampleManifest();
const me = manifest.operations.find(({ name }) => name === 'Me');
const changed = manifest.operations.find(({ name }) => name === 'BookingChanged');
const unknown = '{ me { id handle } }';

interface Sent {
  query?: string;
  extensions?: object;
  variables?: object;
}
type Heard = FormattedExecutionResult<Record<string, unknown>>;

/** What became of it: `ok`, or the code of the first error. */
const outcomeOf = ({ errors, data }: Heard) =>
  String(errors?.[0]?.extensions?.['code'] ?? '') || (data ? 'ok' : 'nothing');

describe('operations that are named by an id', () => {
  let folder: string;
  let file: string;
  const graphs: TestGraph[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'almanac-manifest-'));
    file = join(folder, 'manifest.json');
    await writeFile(file, JSON.stringify(manifest));
  });
  afterAll(async () => {
    for (const graph of graphs) await graph.stop();
    await rm(folder, { recursive: true });
  });

  async function start(mode: PersistedMode) {
    const file_ = mode === 'off' ? undefined : file;
    const graph = await startGraph({
      protection: { PERSISTED_OPERATIONS: mode, PERSISTED_OPERATIONS_MANIFEST: file_ },
    });
    graphs.push(graph);
    return { graph, ways: waysTo(graph, await graph.signUp()) };
  }

  function waysTo(graph: TestGraph, user: TestUser) {
    const authorization = `Bearer ${user.key}`;
    async function post(sent: Sent, accept = 'application/json') {
      const headers = { 'content-type': 'application/json', authorization, accept };
      return fetch(graph.url, { method: 'POST', headers, body: JSON.stringify(sent) });
    }
    return {
      post: async (sent: Sent) => outcomeOf((await (await post(sent)).json()) as Heard),
      async get({ query, extensions }: Sent) {
        const address = new URLSearchParams({
          ...(query && { query }),
          ...(extensions && { extensions: JSON.stringify(extensions) }),
        });
        const headers = { authorization, 'apollo-require-preflight': '1' };
        const response = await fetch(`${graph.url}?${address}`, { headers });
        return outcomeOf((await response.json()) as Heard);
      },
      async stream(sent: Sent) {
        const response = await post(sent, 'text/event-stream');
        const text = await response.text();
        const json = response.headers.get('content-type')?.startsWith('text/event-stream')
          ? (/^data: (.*)$/m.exec(text)?.[1] ?? '{}')
          : text;
        return outcomeOf(JSON.parse(json));
      },
      socket: (sent: Sent) =>
        new Promise<string>((resolve, reject) => {
          graph.connect(user.key).subscribe(
            { query: sent.query ?? '', extensions: { ...sent.extensions } },
            {
              next: result => resolve(outcomeOf(result as Heard)),
              error: error => (Array.isArray(error) ? resolve(outcomeOf({ errors: error })) : reject(error)),
              complete: () => resolve('complete'),
            },
          );
        }),
    };
  }

  it('are kept when they were sent once, whichever way they came and come (APQ)', async () => {
    const { ways } = await start('off');
    const all = Object.values(ways);
    for (const [index, way] of all.entries()) {
      const query = `{ me { id handle } alias${index}: __typename }`;
      const extensions = persisted(sha256(query));
      for (const other of all) expect(await other({ extensions })).toBe('PERSISTED_QUERY_NOT_FOUND');
      expect(await way({ query, extensions })).toBe('ok');
      for (const other of all) expect(await other({ extensions })).toBe('ok');
      expect(await way({ query, extensions: persisted(sha256('another')) })).toBe('BAD_REQUEST');
      expect(await way({ extensions: { persistedQuery: { version: 2, sha256Hash: 'x' } } })).toBe(
        'BAD_REQUEST',
      );
    }
  });

  const cases: [PersistedMode, Record<string, string>][] = [
    [
      'log-unknown',
      {
        id: 'ok',
        text: 'ok',
        sameText: 'ok',
        unknownText: 'ok',
        unknownId: 'PERSISTED_QUERY_NOT_FOUND',
        register: 'ok',
        other: 'ok',
      },
    ],
    [
      'safelist',
      {
        id: 'ok',
        text: 'ok',
        sameText: 'ok',
        unknownText: 'QUERY_NOT_IN_SAFELIST',
        unknownId: 'PERSISTED_QUERY_NOT_IN_LIST',
        register: 'PERSISTED_QUERY_NOT_IN_LIST',
        other: 'QUERY_NOT_IN_SAFELIST',
      },
    ],
    [
      'id-required',
      {
        id: 'ok',
        text: 'PERSISTED_QUERY_ID_REQUIRED',
        sameText: 'PERSISTED_QUERY_ID_REQUIRED',
        unknownText: 'PERSISTED_QUERY_ID_REQUIRED',
        unknownId: 'PERSISTED_QUERY_NOT_IN_LIST',
        register: 'PERSISTED_QUERY_NOT_IN_LIST',
        other: 'QUERY_NOT_IN_SAFELIST',
      },
    ],
  ];

  it.each(cases)('are all that is run, as far as it is %s', async (mode, expected) => {
    const { graph, ways } = await start(mode);
    const body = me?.body ?? '';
    const sent: Record<string, Sent> = {
      id: { extensions: persisted(me?.id ?? '') },
      text: { query: print(ops.MeDocument) },
      sameText: { query: `# the same\n${body.replaceAll('\n', '\n  ')}` },
      unknownText: { query: unknown },
      unknownId: { extensions: persisted(sha256('nothing')) },
      register: { query: unknown, extensions: persisted(sha256(unknown)) },
      other: { query: unknown, extensions: persisted(me?.id ?? '') },
    };
    for (const [what, request] of Object.entries(sent)) {
      for (const [way, ask] of Object.entries(ways))
        expect([what, way, await ask(request)]).toEqual([what, way, expected[what]]);
    }
    const user = await graph.signUp();
    const before = graph.gateway.subscriptions.stats().started;
    graph
      .connect(user.key)
      .subscribe(
        { query: '', extensions: persisted(changed?.id ?? '') },
        { next: () => {}, error: () => {}, complete: () => {} },
      );
    while (graph.gateway.subscriptions.stats().started === before)
      await new Promise(resolve => setTimeout(resolve, 20));
    if (mode !== 'log-unknown') {
      const refused = await ways.socket({ query: 'subscription { bookingChanged { cursor } }' });
      expect(refused).toBe(expected['unknownText']);
    }
  });
});
