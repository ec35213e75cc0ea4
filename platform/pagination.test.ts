import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createPageLoader, decodeKeyset, encodeKeyset, pageSize, toConnection } from './pagination.ts';

describe('a cursor', () => {
  it('brings back what it was made of', () => {
    fc.assert(
      fc.property(fc.integer(), fc.string(), (instant, id) => {
        expect(decodeKeyset(encodeKeyset([instant, id]), ['number', 'string'])).toEqual([instant, id]);
      }),
    );
  });

  it.each([
    '',
    'x',
    'bm9wZQ',
    encodeKeyset([1]),
    encodeKeyset(['1', 'a']),
    encodeKeyset([1, 'a', 2]),
    encodeKeyset([1.5, 'a']),
    encodeKeyset([9e15, 'a']),
    encodeKeyset([-9e15, 'a']),
    Buffer.from('[1e999,"a"]').toString('base64url'),
    '💥',
  ])('that is %j is refused', cursor => {
    expect(() => decodeKeyset(cursor, ['number', 'string'])).toThrow(
      '`after` must be a cursor that this list returned.',
    );
  });
});

describe('a page', () => {
  it('has a size within bounds', () => {
    expect([pageSize(null), pageSize(undefined), pageSize(1), pageSize(100)]).toEqual([20, 20, 1, 100]);
    for (const size of [0, -1, 101])
      expect(() => pageSize(size)).toThrow('`first` must be between 1 and 100.');
  });

  it('knows whether another follows', async () => {
    const page = (items: number[]) =>
      toConnection({ items, size: 2, after: null, cursorOf: String, countAll: async () => 9 });
    expect(page([1, 2, 3])).toMatchObject({ nodes: [1, 2], pageInfo: { hasNextPage: true, endCursor: '2' } });
    expect(page([1, 2])).toMatchObject({ nodes: [1, 2], pageInfo: { hasNextPage: false } });
    expect(page([])).toMatchObject({ nodes: [], pageInfo: { startCursor: null, endCursor: null } });
    expect(await page([]).countAll()).toBe(9);
  });
});

describe('pages below many parents', () => {
  it('come from one call for all siblings, and their counts from another', async () => {
    const calls: unknown[] = [];
    const load = createPageLoader<{ parent: string; id: string }>({
      async fetch(parents, limit, after) {
        calls.push([[...parents], limit, after]);
        return parents.flatMap(parent =>
          Array.from({ length: limit }, (_, i) => ({ parent, id: `${parent}${i}` })),
        );
      },
      async count(parents) {
        calls.push(['count', [...parents]]);
        return new Map(parents.map(parent => [parent, 7]));
      },
      parentOf: row => row.parent,
      cursorOf: row => row.id,
    });
    const [a, b] = await Promise.all([load('a', { first: 2 }), load('b', { first: 2 })]);
    expect(a.nodes.map(row => row.id)).toEqual(['a0', 'a1']);
    expect(b.pageInfo.hasNextPage).toBe(true);
    expect(await Promise.all([a.countAll(), b.countAll()])).toEqual([7, 7]);
    expect(calls).toEqual([
      [['a', 'b'], 3, null],
      ['count', ['a', 'b']],
    ]);
  });
});
