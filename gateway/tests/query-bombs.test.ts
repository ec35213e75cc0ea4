import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FormattedExecutionResult } from 'graphql';
import { limits } from '../protection/limits.ts';
import { startGraph, type TestGraph, type TestUser } from './kit/graph.ts';

type Result = FormattedExecutionResult<Record<string, unknown>>;

const many = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');

/** Fragments that spread the next one twice: so many levels are two to their power of selections. */
const doubling = (levels: number) => {
  const fragments = many(levels, n => `fragment F${n} on User { ...F${n + 1} a: id ...F${n + 1} }`);
  return `{ me { ...F0 } } ${fragments} fragment F${levels} on User { id }`;
};
const deep = (depth: number) =>
  `{ me { ${'memberships { nodes { team { '.repeat(depth / 3)} id ${'} } }'.repeat(depth / 3)} } }`;

const bombs: [string, string, keyof typeof limits][] = [
  ...[10, 12, 16, 18, 20, 24].map(
    levels =>
      [`${levels} levels of fragments`, doubling(levels), 'selections'] as [string, string, 'selections'],
  ),
  ['a depth of 300 fields', deep(300), 'nesting'],
  ['a depth of 60 fields', deep(60), 'depth'],
  ['brackets that overflow a stack', '{a'.repeat(7_000), 'nesting'],
  ['5,000 directives', `{ me { id ${many(5_000, () => '@skip(if: false)')} } }`, 'tokens'],
  ['1,000 directives', `{ me { id ${many(1_000, () => '@skip(if: false)')} } }`, 'directives'],
  ['50,000 fields', `{ me { ${many(50_000, () => 'id')} } }`, 'tokens'],
  ['10,000 fields', `{ me { ${many(10_000, () => 'id')} } }`, 'fields'],
  ['100 aliases', `{ me { ${many(100, n => `a${n}: id`)} } }`, 'aliases'],
  ['100 fields at the root', `{ ${many(100, () => '__typename')} }`, 'rootFields'],
  ['1,000 fragments', `{ me { id } } ${many(1_000, n => `fragment F${n} on User { id }`)}`, 'fragments'],
];

describe('operations that are made to be large', () => {
  let graph: TestGraph;
  let ada: TestUser;

  beforeAll(async () => {
    graph = await startGraph();
    ada = await graph.signUp({ handle: 'ada' });
  });
  afterAll(() => graph.stop());

  /** The one answer to an operation that is sent over a socket. */
  const overSocket = (query: string, variables?: Record<string, unknown>) =>
    new Promise<Result>((resolve, reject) => {
      const client = graph.connect(ada.key);
      client.subscribe(
        { query, variables },
        {
          next: result => resolve(result as Result),
          error: error => (Array.isArray(error) ? resolve({ errors: error }) : reject(error)),
          complete: () => {},
        },
      );
    });

  it.each(bombs)('are refused before they are planned: %s', async (_what, query, limit) => {
    const refusal = { code: 'OPERATION_TOO_LARGE', limit, max: limits[limit], actual: expect.any(Number) };
    graph.resetFetches();
    const answer = await graph.execute(query, {}, { key: ada.key });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([{ extensions: refusal }]);
    expect(await overSocket(query)).toMatchObject({ errors: [{ extensions: refusal }] });
    const subscription = query.startsWith('{ me') && `subscription { bookingChanged ${query.slice(5)}`;
    if (subscription)
      expect(await overSocket(subscription)).toMatchObject({ errors: [{ extensions: refusal }] });
    expect(graph.fetches['scheduling'] ?? 0).toBe(0);
  });

  it('cost little to refuse, even the 11th time', async () => {
    const before = process.memoryUsage().rss;
    const started = performance.now();
    for (let round = 0; round < 10; round++)
      for (const [, query] of bombs) await graph.execute(query, {}, { key: ada.key });
    const perBomb = (performance.now() - started) / (10 * bombs.length);
    const grown = (process.memoryUsage().rss - before) / 1e6;
    expect(perBomb).toBeLessThan(1_000);
    expect(grown).toBeLessThan(400);
  });

  it('with the most of everything are validated in reasonable time', async () => {
    const largest = `{ me { ${many(498, () => '... on User { id name }')} } }`;
    const started = performance.now();
    const answer = await graph.execute(largest, {}, { key: ada.key });
    expect(answer.data).toEqual({ me: { id: ada.id, name: 'ada' } });
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('may not hide in variables', async () => {
    const query = 'query ($id: ID!) { booking(id: $id) { id } }';
    let id: unknown = 'x';
    for (let i = 0; i < 5_000; i++) id = [id];
    const refusal = { code: 'OPERATION_TOO_LARGE', limit: 'variableDepth' };
    const answer = await graph.execute(query, { id });
    expect([answer.status, answer.errors[0]?.extensions]).toMatchObject([400, refusal]);
    expect(await overSocket(query, { id })).toMatchObject({ errors: [{ extensions: refusal }] });
  });
});
