import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { buildOperationContext, executeQueryPlan, type GraphQLDataSource } from '@apollo/gateway';
import { describe, expect, it } from '@jest/globals';
import { GraphQLError, getOperationAST, parse, validate } from 'graphql';
import { projectFolder } from '#platform/config.ts';
import { isObject } from '#platform/json.ts';
import { testEnvironment } from '#platform/testing/environment.ts';
import { type LoadedSupergraph, loadSupergraph } from '../supergraph.ts';
import { dice } from '../tests/kit/dice.ts';
import { compileExecution, type Result } from './execute.ts';
import { type AnyOperation, anyOperation } from './testing/any-operation.ts';
import { type AnySubgraphs, anySubgraphs, type Faults } from './testing/any-subgraph.ts';
import { library } from './testing/graphs.ts';

const RUNS = testEnvironment.isLong ? 20_000 : 600;

interface Graph extends LoadedSupergraph {
  subgraphs: Readonly<Record<string, string>>;
  federated: Supergraph;
}

function graphOf(sdl: string, subgraphs: Readonly<Record<string, string>>): Graph {
  return { ...loadSupergraph(sdl), subgraphs, federated: Supergraph.build(sdl) };
}

function composed(): Graph {
  const services = Object.entries(library).map(([name, sdl]) => ({ name, typeDefs: parse(sdl) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error(String(errors));
  return graphOf(supergraphSdl, library);
}

function ours(): Graph {
  const read = (name: string) => readFileSync(join(projectFolder, 'schema', `${name}.graphql`), 'utf8');
  const names = ['identity', 'scheduling', 'integrations'];
  return graphOf(read('supergraph'), Object.fromEntries(names.map(name => [name, read(name)])));
}

type Plan = ReturnType<LoadedSupergraph['plan']>;

/** What Apollo's own executor makes of a plan. */
async function byApollo(
  graph: Graph,
  { query, variables }: AnyOperation,
  plan: Plan,
  { fetch }: AnySubgraphs,
) {
  const source = (service: string): GraphQLDataSource => ({
    process: async ({ request }) =>
      (await fetch({ service, query: request.query ?? '', variables: request.variables ?? {} })) as never,
  });
  const document = parse(query);
  const services = Object.fromEntries(Object.keys(graph.subgraphs).map(name => [name, source(name)]));
  const context = { request: { query, variables }, context: {}, logger: console, metrics: {} };
  return (await executeQueryPlan(
    { kind: 'QueryPlan', ...(plan && { node: plan }) },
    services,
    context as unknown as Parameters<typeof executeQueryPlan>[2],
    buildOperationContext({ schema: graph.schema, operationDocument: document }),
    graph.supergraphSchema,
    graph.federated.apiSchema(),
  )) as Result;
}

async function byUs(graph: Graph, { query, variables }: AnyOperation, plan: Plan, { fetch }: AnySubgraphs) {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('No operation.');
  const execute = compileExecution({ ...graph, document, operation, plan });
  return execute({ variables, fetch });
}

/**
 * Errors as a set: in which order fetches that run at once fail is nobody's business. Nor which of the types that
 * an object is of the message names.
 */
const explained = (errors: readonly GraphQLError[] | undefined) =>
  errors
    ?.map(({ message, path, extensions }) =>
      JSON.stringify([
        message.replace(/field \w+\./, 'field '),
        path,
        extensions?.['code'],
        extensions?.['serviceName'],
      ]),
    )
    .sort();

/**
 * Where a list holds objects of several types and only some are asked about, Apollo counts only those and reports
 * their errors at others' places. Ours are held against the data by a test of their own.
 */
const withoutIndexes = (errors: readonly string[] | undefined) =>
  errors?.map(error => error.replace(/,\d+(?=[,\]])/g, ',@')).sort();

/** Where a type is selected twice Apollo moves fields ahead of others; the order that the specification wants has its own test. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map(name => [name, sorted(value[name])]),
  );
}

/** The innermost thing on the way to a place that is null in the response. */
function nullOn(data: unknown, path: GraphQLError['path'] = []): GraphQLError['path'] {
  let value = data;
  for (const [index, step] of path.entries()) {
    if (value === null || value === undefined) return path.slice(0, index);
    value = (value as Record<string | number, unknown>)[step];
  }
  return path;
}

/**
 * Where a null went up, everything below is gone: which of several problems there are told depends on the order in which
 * fields are looked at, and they count as one.
 */
function problems({ data, extensions }: Result): string[] | undefined {
  const own = (extensions?.valueCompletion ?? []).map(problem => {
    const place = nullOn(data, problem.path);
    return place?.length === problem.path?.length
      ? (explained([problem])?.[0] ?? '')
      : JSON.stringify(['gone', place]);
  });
  return extensions && [...new Set(own)].sort();
}

const comparable = (result: Result) => ({
  data: sorted(result.data),
  errors: explained(result.errors),
  valueCompletion: problems(result),
});

function nullsIn(value: unknown): number {
  if (value === null) return 1;
  if (typeof value !== 'object') return 0;
  return Object.values(value as Record<string, unknown>).reduce(
    (sum: number, part) => sum + nullsIn(part),
    0,
  );
}

/** Runs operations on both executors; says how many there were of what, and which differed. */
async function compare(graph: Graph, faults: Faults, runs: number, change?: (result: Result) => void) {
  const seen = {
    operations: 0,
    withErrors: 0,
    withNulledData: 0,
    withCompletion: 0,
    misplaced: 0,
    apolloAsked: 0,
    weAsked: 0,
  };
  const different: unknown[] = [];
  for (let seed = 1; seed <= runs; seed++) {
    const operation = anyOperation(graph.schema, dice(seed * 7919));
    const document = parse(operation.query);
    if (validate(graph.schema, document).length > 0) continue;
    const plan = graph.plan(document, undefined);
    const [theirs, own] = [0, 1].map(() => anySubgraphs(graph.subgraphs, String(seed), faults)) as [
      AnySubgraphs,
      AnySubgraphs,
    ];
    const expected = await byApollo(graph, operation, plan, theirs);
    const actual = await byUs(graph, operation, plan, own);
    change?.(actual);
    seen.operations++;
    if (expected.errors) seen.withErrors++;
    if (expected.data === null) seen.withNulledData++;
    if (expected.extensions?.valueCompletion) seen.withCompletion++;
    seen.apolloAsked += theirs.asked.representations;
    seen.weAsked += own.asked.representations;
    const [ours, apollos] = [comparable(actual), comparable(expected)];
    if (JSON.stringify(ours) === JSON.stringify(apollos)) continue;
    seen.misplaced++;
    const [one, other] = [ours, apollos].map(result => ({
      ...result,
      errors: withoutIndexes(result.errors),
    }));
    // Apollo's executor confuses the alias `kind` of `__typename` with the field `kind` that `postage` requires, and loses the
    // object without a word.
    const isConfused = operation.query.includes('kind: __typename') && operation.query.includes('postage');
    if (isConfused && nullsIn(apollos.data) >= nullsIn(ours.data)) continue;
    if (JSON.stringify(one) !== JSON.stringify(other)) different.push({ seed, operation, ours, apollos });
  }
  return { seen, different };
}

const none: Faults = { throws: 0, nulls: 0, lies: 0, silences: 0 };
const some: Faults = { throws: 15, nulls: 8, lies: 0, silences: 25 };
const liars: Faults = { throws: 0, nulls: 10, lies: 12, silences: 0 };

describe.each([
  ['the library, with interfaces, unions and required fields', composed, RUNS],
  ['our own graph', ours, RUNS / 5],
])('%s', (_, graphOf, runs) => {
  const graph = graphOf();

  it.each([
    ['answers', none],
    ['errors, nulls and silent subgraphs', some],
    ['values that no schema allows', liars],
  ])(
    'gives what Apollo gives: %s',
    async (_, faults) => {
      const { seen, different } = await compare(graph, faults, runs);
      expect(different.slice(0, 3)).toEqual([]);
      expect(seen.operations).toBeGreaterThan(runs / 2);
      if (faults.throws) expect(seen.withErrors).toBeGreaterThan(seen.operations / 20);
      expect(seen.weAsked).toBeLessThanOrEqual(seen.apolloAsked);
    },
    3_600_000,
  );
});

it('would notice a value that is missing, and an error at another place', async () => {
  const graph = composed();
  const poorer = await compare(graph, none, 200, result => {
    if (result.data) result.data = Object.fromEntries(Object.entries(result.data).slice(1));
  });
  expect(poorer.different.length).toBeGreaterThan(10);
  const misplaced = await compare(graph, some, 200, result => {
    if (result.errors)
      result.errors = result.errors.map(
        ({ message, extensions }) => new GraphQLError(message, { extensions }),
      );
  });
  expect(misplaced.different.length).toBeGreaterThan(5);
}, 600_000);

it('answers fields in the order in which the operation comes upon them', async () => {
  const graph = composed();
  const query =
    '{ shelf { ... on Film { minutes } weight ... on Film { title id } ... on Book { title } kind: __typename } }';
  const names = new Set<string>();
  for (const salt of ['a', 'b', 'c', 'd', 'e']) {
    const subgraphs = anySubgraphs(graph.subgraphs, salt, none);
    const { data } = await byUs(
      graph,
      { query, variables: {} },
      graph.plan(parse(query), undefined),
      subgraphs,
    );
    for (const item of (data?.['shelf'] ?? []) as object[]) names.add(Object.keys(item).join(' '));
  }
  expect(names).toEqual(new Set(['minutes weight title id kind', 'weight title kind']));
});

it('reports errors of entities where they are, among others that were not asked for', async () => {
  const graph = composed();
  const query = '{ anything { __typename } things { __typename ... on Book { __typename postage } } }';
  let errors = 0;
  for (let salt = 0; salt < 60; salt++) {
    const subgraphs = anySubgraphs(graph.subgraphs, String(salt), { ...none, throws: 3 });
    const { fetch } = subgraphs;
    // The place of each object is kept, though the error makes the list null.
    const found: unknown[] = [];
    const result = await byUs(graph, { query, variables: {} }, graph.plan(parse(query), undefined), {
      ...subgraphs,
      async fetch(request) {
        const answer = await fetch(request);
        if (answer.data?.['things']) found.push(structuredClone(answer.data['things']));
        return answer;
      },
    });
    for (const { path } of result.errors ?? []) {
      if (path?.at(-1) !== 'postage') continue;
      const [, outer, inner] = path as [string, number, number];
      const things = found[0] as { __typename: string }[][];
      expect(things[outer]?.[inner]?.__typename).toBe('Book');
      errors++;
    }
  }
  expect(errors).toBeGreaterThan(10);
}, 60_000);
