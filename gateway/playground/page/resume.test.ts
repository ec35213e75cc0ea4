import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { resumptionOf, textIn } from './resume.ts';

const schema = buildSchema(`
  type Query { a: Int }
  type Event { cursor: String! occurredAt: String! kind: String! }
  type Subscription { changed(only: String, after: String): Event! ticks: Event! }
`);

const afterOf = (query: string, variables?: Record<string, unknown>) =>
  resumptionOf({ query, variables }, schema)?.after?.('c2');

describe('a subscription that is begun behind a cursor', () => {
  it('gets it in the variable that it has for it', () => {
    const query =
      'subscription S($only: String, $from: String) { changed(only: $only, after: $from) { cursor } }';
    expect(afterOf(query, { only: 'x' })).toEqual({ query, variables: { only: 'x', from: 'c2' } });
  });

  it.each([
    'subscription { changed { cursor } }',
    'subscription { changed(after: "c1") { cursor } }',
    'subscription { changed(only: "x") { cursor } }',
  ])('gets it written into %s', query => {
    const changed = afterOf(query)?.query ?? '';
    expect(changed).toContain('after: "c2"');
    expect(changed).not.toContain('c1');
    expect(changed.includes('only: "x"')).toBe(query.includes('only'));
    expect(validate(schema, parse(changed))).toEqual([]);
  });

  it('is not to be had of a field without `after`, nor of a text that cannot be read', () => {
    expect(resumptionOf({ query: 'subscription { ticks { cursor } }' }, schema)?.after).toBeNull();
    expect(resumptionOf({ query: 'subscription { changed( }' }, schema)).toBeNull();
    expect(resumptionOf({ query: 'fragment F on Subscription { ticks { kind } }' }, schema)).toBeNull();
  });

  it('is known by its arguments as long as there is no schema', () => {
    expect(resumptionOf({ query: 'subscription { a(after: "1") { b } }' }, null)?.after).not.toBeNull();
    expect(resumptionOf({ query: 'subscription { a { b } }' }, null)?.after).toBeNull();
  });

  it('is the one that is named, of several', () => {
    const query = 'subscription A { ticks { kind } } subscription B { changed { cursor } }';
    expect(resumptionOf({ query, operationName: 'B' }, schema)?.rootKey).toBe('changed');
  });
});

describe('a cursor', () => {
  const query = 'subscription { news: changed { place: cursor occurredAt } }';
  const found = resumptionOf({ query }, schema);

  it('is found by the names that the text gives', () => {
    expect(found).toMatchObject({ rootKey: 'news', cursorKey: 'place', timeKey: 'occurredAt' });
    expect(textIn({ data: { news: { place: 'c7' } } }, 'news', 'place')).toBe('c7');
  });

  it('is missing where it was not asked for, or nothing came', () => {
    expect(resumptionOf({ query: 'subscription { changed { kind } }' }, schema)?.cursorKey).toBeNull();
    for (const data of [null, { news: null }, { news: { place: 7 } }, {}]) {
      expect(textIn({ data }, 'news', 'place')).toBeNull();
    }
  });
});
