import type { FetchNode } from '@apollo/query-planner';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { isObject, type JsonObject } from '#platform/json.ts';
import { objectsAt, type PlanPath, pathsAt, type ResponsePath } from './places.ts';
import { compilePicker } from './representation.ts';
import { mergeInto } from './response-data.ts';
import { compileRewrites } from './rewrite.ts';
import type { Run, Step } from './run.ts';
import { fromSubgraph, toGraphQLError } from './subgraph-error.ts';

const NAME = /^\w+$/;

/** Compiles a fetch, whose result belongs to the objects at a path. */
export function compileFetch(schema: GraphQLSchema, node: FetchNode, path: PlanPath): Step {
  const fetch = node.requires ? compileEntityFetch(schema, node, path) : compileRootFetch(schema, node, path);
  return async run => {
    try {
      await fetch(run);
    } catch (error) {
      run.errors.push(toGraphQLError(error));
    }
  };
}

function variablesFor(node: FetchNode, { variables }: Run): JsonObject {
  const used: JsonObject = {};
  for (const name of node.variableUsages ?? []) {
    if (Object.hasOwn(variables, name) && variables[name] !== undefined) used[name] = variables[name];
  }
  return used;
}

function compileRootFetch(schema: GraphQLSchema, node: FetchNode, path: PlanPath): Step {
  const rewriteOutput = compileRewrites(schema, node.outputRewrites);
  const { serviceName: service, operation: query } = node;
  return async run => {
    const targets = objectsAt(run.data, path);
    if (targets.length === 0) return;
    const { data, errors } = await run.fetch({ service, query, variables: variablesFor(node, run) });
    if (errors) {
      for (const error of errors)
        run.errors.push(fromSubgraph(error, service, error.path && [...path, ...error.path]));
    }
    if (!data) return;
    rewriteOutput?.(data);
    for (const target of targets) mergeInto(target, data);
  };
}

/** What a fetch asks of its entities: each once, however often it is in the response. */
interface Representations {
  unique: JsonObject[];
  /** Of each object that is asked about, its place among the unique ones. */
  placeOf: number[];
  targets: JsonObject[];
  /** Of each object that is asked about, its place among all objects at the path. */
  indexOf: number[];
}

/** The same for equal representations only. Nearly all are a type and an id, and are told apart without JSON. */
function keyOf(representation: JsonObject): string {
  const { __typename: typename, id } = representation;
  const isSimple = typeof typename === 'string' && typeof id === 'string' && NAME.test(typename);
  if (isSimple && Object.keys(representation).length === 2) return `${typename} ${id}`;
  return JSON.stringify(representation);
}

function compileEntityFetch(schema: GraphQLSchema, node: FetchNode, path: PlanPath): Step {
  const pick = compilePicker(schema, node.requires ?? []);
  const rewriteInput = compileRewrites(schema, node.inputRewrites);
  const rewriteOutput = compileRewrites(schema, node.outputRewrites);
  const { serviceName: service, operation: query } = node;

  function represent(objects: readonly JsonObject[]): Representations {
    const known = new Map<string, number>();
    const asked: Representations = { unique: [], placeOf: [], targets: [], indexOf: [] };
    for (let index = 0; index < objects.length; index++) {
      const object = objects[index] as JsonObject;
      const representation = pick(object);
      if (!representation?.['__typename']) continue;
      rewriteInput?.(representation);
      const key = keyOf(representation);
      let place = known.get(key);
      if (place === undefined) {
        place = asked.unique.push(representation) - 1;
        known.set(key, place);
      }
      asked.placeOf.push(place);
      asked.targets.push(object);
      asked.indexOf.push(index);
    }
    return asked;
  }

  return async run => {
    const asked = represent(objectsAt(run.data, path));
    if (asked.unique.length === 0) return;
    const variables = { ...variablesFor(node, run), representations: asked.unique };
    const { data, errors } = await run.fetch({ service, query, variables });
    if (errors) reportEntityErrors(run, { service, path, asked, errors });
    if (!data) return;
    mergeEntities(asked, readEntities(data, asked.unique.length), rewriteOutput);
  };
}

const unusable = (message: string) => new GraphQLError(message, { extensions: { code: 'UPSTREAM_FAILED' } });

function readEntities(data: JsonObject, expected: number): unknown[] {
  const entities = data['_entities'];
  if (!Array.isArray(entities)) throw unusable('Expected "data._entities" in response to be an array');
  if (entities.length !== expected)
    throw unusable(`Expected "data._entities" to contain ${expected} elements`);
  return entities;
}

function mergeEntities(
  { placeOf, targets }: Representations,
  entities: readonly unknown[],
  rewriteOutput: ((value: unknown) => void) | null,
): void {
  const isNameless = entities.map(entity => isObject(entity) && !entity['__typename']);
  const isPrepared: boolean[] = [];
  for (let index = 0; index < targets.length; index++) {
    const target = targets[index] as JsonObject;
    const place = placeOf[index] ?? 0;
    const entity = entities[place];
    if (!isObject(entity)) continue;
    // Who knows an interface's entities only knows not which object one is.
    if (isNameless[place]) entity['__typename'] = target['__typename'];
    if (!isPrepared[place]) {
      isPrepared[place] = true;
      rewriteOutput?.(entity);
    }
    mergeInto(target, entity);
  }
}

interface EntityErrors {
  service: string;
  path: PlanPath;
  asked: Representations;
  errors: readonly GraphQLFormattedError[];
}

/** An entity that is in the response more than once has its errors in each of these places. */
function reportEntityErrors(run: Run, { service, path, asked, errors }: EntityErrors): void {
  let places: ResponsePath[] | undefined;
  for (const error of errors) {
    const place = error.path?.[1];
    if (typeof place !== 'number') {
      run.errors.push(fromSubgraph(error, service, error.path && [...path, ...error.path]));
      continue;
    }
    places ??= pathsAt(run.data, path);
    for (const [index, asks] of asked.placeOf.entries()) {
      if (asks !== place) continue;
      const way = places[asked.indexOf[index] ?? 0] ?? [];
      run.errors.push(fromSubgraph(error, service, [...way, ...(error.path ?? []).slice(2)]));
    }
  }
}
