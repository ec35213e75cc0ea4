import type { PlanNode } from '@apollo/query-planner';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { costOfDocument, costOfPlan } from './cost.ts';
import { scoreOf } from './score.ts';

const directives = `
  directive @cost(weight: Int!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION
`;

/** The bookstore by which Apollo's documentation explains how it counts. */
const bookstore = buildSchema(`${directives}
  type Query { book(id: ID): Book bestsellers: [Book] @listSize(assumedSize: 5)
    newestAdditions(after: ID, limit: Int!): [Book] @listSize(slicingArguments: ["limit"]) }
  type Mutation { addBook(title: String!): Book }
  type Book { title: String author: Author publisher: Publisher }
  type Author { name: String }
  type Publisher { name: String address: Address }
  type Address @cost(weight: 5) { zipCode: Int! }
`);

const graph = buildSchema(`${directives}
  type Query { value: Int dear: Int @cost(weight: 5) argument(a: Int @cost(weight: 10)): Int grade: Grade int: DearInt
    object: DearObject input(a: Input, b: [Input!]): Int texts: [String!] @listSize(assumedSize: 2000, requireOneSlicingArgument: false)
    page(first: Int = 10, last: Int): Page @listSize(slicingArguments: ["first", "last"], sizedFields: ["items"], requireOneSlicingArgument: false)
    one(first: Int, last: Int): Page @listSize(slicingArguments: ["first", "last"], sizedFields: ["items"])
    byIds(ids: [ID!]!): [A] @listSize(slicingArguments: ["ids"])
    search(input: Search): [A] @listSize(slicingArguments: ["input.page.first"], assumedSize: 25, requireOneSlicingArgument: false)
    far(first: Int = 7): Far @listSize(slicingArguments: ["first"], sizedFields: ["results { items }"])
    plain: [A] any: Any node: Node }
  enum Grade @cost(weight: 15) { A B }
  scalar DearInt @cost(weight: 30)
  type DearObject @cost(weight: 40) { id: ID }
  input Input { a: Int @cost(weight: 20) b: Input }
  input Search { page: PageInput } input PageInput { first: Int }
  type Page { items: [A] others: [A] } type Far { results: Page items: [A] } type A implements Node { id: ID }
  union Any = A | Page interface Node { id: ID }
`);

const cost = (schema: typeof graph, query: string, variables = {}, listSize = 100) =>
  scoreOf(costOfDocument(schema, parse(query), listSize), variables);

describe('the estimated cost of an operation', () => {
  it.each([
    ['an object is 1', '{ book(id: 1) { title } }', 1],
    ['objects in objects are 1 each', '{ book(id: 1) { title author { name } publisher { name } } }', 3],
    [
      'and a dear one its weight',
      '{ book(id: 1) { title author { name } publisher { name address { zipCode } } } }',
      8,
    ],
    [
      'an assumed size multiplies',
      '{ bestsellers { title author { name } publisher { name address { zipCode } } } }',
      40,
    ],
    [
      'and so does an argument',
      '{ newestAdditions(limit: 3) { title author { name } publisher { name address { zipCode } } } }',
      24,
    ],
    ['a mutation is 10 more', 'mutation { addBook(title: "a") { title } }', 11],
  ])('%s', (_what, query, expected) => {
    expect(cost(bookstore, query)).toBe(expected);
  });

  it.each([
    ['values are free', '{ value __typename }', 0],
    ['a field has its own weight', '{ dear }', 5],
    ['an argument, where it is given', '{ argument(a: 3) b: argument c: argument(a: null) }', 10],
    ['an enumeration and a scalar, where their types do', '{ grade int }', 45],
    ['an object instead of 1', '{ object { id } }', 40],
    ['inputs are 1 and what is in them', '{ input(a: { a: 1, b: { a: 2 } }) }', 42],
    ['lists of inputs what is in them', '{ input(b: [{ a: 1 }, {}]) }', 22],
    ['a list of values is free', '{ texts }', 0],
    [
      'sized fields are as long as it is said above',
      '{ page(first: 5) { items { id } others { id } } }',
      106,
    ],
    ['and by default as its argument', '{ page { items { id } } }', 11],
    ['the longest of several', '{ page(first: 5, last: 8) { items { id } } }', 9],
    [
      'through fragments',
      '{ page(first: 5) { ...P ... { items { id } } } } fragment P on Page { items { id } }',
      11,
    ],
    ['a list as argument counts what is in it', '{ byIds(ids: ["a", "b", "c"]) { id } }', 3],
    ['an argument may be deep', '{ search(input: { page: { first: 4 } }) { id } }', 6],
    ['and is assumed where it is not given', '{ search { id } }', 25],
    [
      'lists further below',
      '{ far { items { id } results { items { id } others { id } } } }',
      1 + 100 + 1 + 7 + 100,
    ],
    ['a list of which nothing is known', '{ plain { id } }', 100],
    [
      'unions and interfaces are 1',
      '{ any { ... on A { id } ... on Page { items { id } } } node { id } }',
      102,
    ],
    ['what is left out is free', '{ plain @skip(if: true) { id } object @include(if: false) { id } }', 0],
    ['negative sizes are none', '{ page(first: -5) { items { id } } }', 1],
  ])('%s', (_what, query, expected) => {
    expect(cost(graph, query)).toBe(expected);
  });

  it('depends on variables', () => {
    const query =
      'query ($n: Int, $input: Input, $skip: Boolean!) { page(first: $n) { items { id } } input(a: $input) dear @skip(if: $skip) }';
    expect(cost(graph, query, { n: 3, input: { a: 1 }, skip: true })).toBe(4 + 21 + 5);
    expect(cost(graph, query, { n: 50, skip: false })).toBe(51 + 5);
    expect(cost(graph, query, {})).toBe(11 + 5);
  });

  it('wants one slicing argument where one is required', () => {
    expect(cost(graph, '{ one(last: 2) { items { id } } }')).toBe(3);
    for (const query of ['{ one { items { id } } }', '{ one(first: 1, last: 1) { items { id } } }'])
      expect(() => cost(graph, query)).toThrow('exactly one of first, last');
    const open = costOfDocument(graph, parse('query ($n: Int) { one(first: $n) { items { id } } }'));
    expect(() => scoreOf(open, {})).toThrow('exactly one');
    expect(scoreOf(open, { n: 4 })).toBe(5);
  });
});

describe('the estimated cost of a plan', () => {
  const fetch = (operation: string) => ({ kind: 'Fetch', serviceName: 'books', operation }) as PlanNode;
  const planned = (plan: unknown) =>
    scoreOf(costOfPlan(new Map([['books', bookstore]]), plan as PlanNode, 10), {});
  const book = fetch('{ book { title } }');
  const list = fetch('{ bestsellers { title } }');

  it('is the sum of its fetches', () => {
    expect(planned({ kind: 'Sequence', nodes: [book, { kind: 'Parallel', nodes: [book, list] }] })).toBe(7);
    expect(planned(undefined)).toBe(0);
  });

  it('takes the dearer branch where a variable decides', () => {
    expect(planned({ kind: 'Condition', condition: 'a', ifClause: book, elseClause: list })).toBe(5);
    expect(planned({ kind: 'Condition', condition: 'a', ifClause: book })).toBe(1);
  });

  it('takes entities for a list of which nothing is known', () => {
    const entities = fetch(
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Book { author { name } } } }',
    );
    expect(planned({ kind: 'Flatten', path: ['book'], node: entities })).toBe(20);
  });

  it('is that of the first fetch of a subscription', () => {
    expect(planned({ kind: 'Subscription', primary: list, rest: book })).toBe(5);
  });
});
