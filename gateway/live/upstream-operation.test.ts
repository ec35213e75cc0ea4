import type { FetchNode } from '@apollo/query-planner';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, print, validate } from 'graphql';
import { upstreamOperation } from './upstream-operation.ts';

const schema = buildSchema(`
  type Query { a: Int }
  type Subscription { changed(after: String, kind: String): Int  ticked(every: Int): Int }
`);

function upstream(operation: string, variableUsages: string[] = []) {
  const made = upstreamOperation(schema, { operation, variableUsages } as unknown as FetchNode);
  expect(validate(schema, parse(made.query))).toEqual([]);
  return { ...made, query: print(parse(made.query)).replace(/\s+/g, ' ') };
}

describe('the operation of an upstream', () => {
  it('goes on behind a cursor that the client did not ask for', () => {
    expect(upstream('subscription { x: changed(kind: "k") }')).toEqual({
      query: 'subscription ($almanac_after: String) { x: changed(kind: "k", after: $almanac_after) }',
      variableUsages: [],
      resume: { variable: 'almanac_after', literal: null },
    });
  });

  it('takes the place of a cursor in the document', () => {
    const { query, resume } = upstream('subscription { changed(after: "abc") }');
    expect(query).toBe('subscription ($almanac_after: String) { changed(after: $almanac_after) }');
    expect(resume).toEqual({ variable: 'almanac_after', literal: 'abc' });
  });

  it('uses the variable of the client', () => {
    const operation = 'subscription ($from: String) { changed(after: $from) }';
    expect(upstream(operation, ['from'])).toEqual({
      query: operation,
      variableUsages: ['from'],
      resume: { variable: 'from', literal: undefined },
    });
  });

  it('leaves a variable alone that says something else too', () => {
    const operation = 'subscription ($x: String) { changed(after: $x, kind: $x) }';
    expect(upstream(operation, ['x']).resume).toBeNull();
  });

  it('leaves fields alone that have no cursor', () => {
    const operation = 'subscription { ticked(every: 3) }';
    expect(upstream(operation)).toEqual({ query: operation, variableUsages: [], resume: null });
  });
});
