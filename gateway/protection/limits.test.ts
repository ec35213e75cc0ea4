import { describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { excessOfOperation, excessOfVariables, limits } from './limits.ts';

const many = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');
const nested = (depth: number) => `${'{ a '.repeat(depth)}${'}'.repeat(depth)}`;

/** A document with just so much of something, and which limit one more of it exceeds. */
const shapes: [keyof typeof limits, (count: number) => string][] = [
  ['tokens', count => `{ a(list: [${many(count - 9, () => '1')}]) }`],
  ['nesting', count => `{ a(list: ${'['.repeat(count - 2)}${']'.repeat(count - 2)}) }`],
  ['depth', nested],
  ['aliases', count => `{ list { ${many(count, index => `a${index}: b`)} } }`],
  ['rootFields', count => `{ ${many(count, () => 'a')} }`],
  ['directives', count => `query ($a: Int @b) @b { a ${many(count - 2, () => '@b')} }`],
  ['fields', count => `{ list { ${many(count - 1, () => 'a')} } }`],
  ['fragments', count => `{ a } ${many(count, index => `fragment F${index} on A { a }`)}`],
  [
    'selections',
    count => `{ list { ...F ...F } } fragment F on A { ${many((count - 3) / 4, () => '... { ...G }')} }`,
  ],
];

describe('the limits of an operation', () => {
  it.each(shapes)('%s: are met, and not exceeded by one', (limit, write) => {
    const max = limits[limit];
    // Written out, the fragments of that document grow by four at a time.
    const [most, more] = limit === 'selections' ? [max - 1, max + 3] : [max, max + 1];
    expect(excessOfOperation(write(most))).toBeNull();
    const excess = excessOfOperation(write(more));
    expect(excess).toMatchObject({ limit, max });
    expect(excess?.actual).toBeGreaterThan(max);
  });

  it('counts what fragments hold each time that they are spread', () => {
    const spread = many(6, () => '...F');
    const query = `{ list { ${spread} } } fragment F on A { ${many(10, index => `a${index}: b @c`)} }`;
    expect(excessOfOperation(query)).toMatchObject({ limit: 'aliases', actual: 60 });
    const directives = `{ list { ${many(51, () => '...F @c')} } } fragment F on A { a @c }`;
    expect(excessOfOperation(directives)).toMatchObject({ limit: 'directives', actual: 102 });
    const roots = `{ ${many(4, () => '...F')} } fragment F on Query { ${many(8, () => 'a')} }`;
    expect(excessOfOperation(roots)).toMatchObject({ limit: 'rootFields', actual: 32 });
    const deep = `{ ...F0 } ${many(31, index => `fragment F${index} on A { a { ...F${index + 1} } }`)} fragment F31 on A { a }`;
    expect(excessOfOperation(deep)).toMatchObject({ limit: 'depth', actual: 32 });
  });

  it('counts fragments that nobody spreads', () => {
    const query = `{ a } fragment F on A ${nested(31)}`;
    expect(excessOfOperation(query)).toMatchObject({ limit: 'depth', actual: 31 });
  });

  it('counts fragments whose name another one has', () => {
    const hidden = `fragment F on A { ${many(1_000, () => 'a')} }`;
    expect(excessOfOperation(`{ ...F } ${hidden} fragment F on A { a }`)).toMatchObject({ limit: 'fields' });
    const twins = many(251, () => 'fragment F on A { a }');
    expect(excessOfOperation(`{ ...F } ${twins}`)).toMatchObject({ limit: 'fragments' });
  });

  it('counts fragments that double all the way in no time, and those that spread themselves once', () => {
    const doubling = many(200, index => `fragment F${index} on A { ...F${index + 1} ...F${index + 1} }`);
    const excess = excessOfOperation(`{ ...F0 } ${doubling} fragment F200 on A { a }`);
    expect(excess).toMatchObject({ limit: 'selections', actual: Number.MAX_SAFE_INTEGER });
    expect(excessOfOperation('{ ...F } fragment F on A { a ...G } fragment G on A { ...F }')).toBeNull();
  });

  it('ends brackets that would overflow the stack of a parser', () => {
    expect(excessOfOperation('{a'.repeat(7_000))).toMatchObject({ limit: 'nesting' });
    expect(excessOfOperation(`{ a(b: ${'['.repeat(10_000)}`)).toMatchObject({ limit: 'nesting' });
  });

  it('leaves it to the parser to say what is not GraphQL', () => {
    for (const text of ['', '{', '{ "', '}}}', 'type A { b: Int }', '\0'])
      expect(excessOfOperation(text)).toBeNull();
  });

  it('lets tools read the schema', () => {
    const options = { specifiedByUrl: true, inputValueDeprecation: true, oneOf: true };
    expect(excessOfOperation(getIntrospectionQuery(options))).toBeNull();
  });

  it('bounds how deep variables nest', () => {
    const value = (depth: number) => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);
    expect(excessOfVariables({ a: value(limits.variableDepth) })).toBeNull();
    expect(excessOfVariables({ a: value(limits.variableDepth + 1) })).toMatchObject({
      limit: 'variableDepth',
    });
    expect(excessOfVariables({ a: value(10_000) })).toMatchObject({ limit: 'variableDepth' });
    for (const other of [undefined, null, 'text', 1]) expect(excessOfVariables(other)).toBeNull();
  });
});
