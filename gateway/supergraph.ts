import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { operationFromDocument, type Schema, Supergraph } from '@apollo/federation-internals';
import { type PlanNode, QueryPlanner, type SubscriptionNode } from '@apollo/query-planner';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { apiSchemaOf, versionsIn } from './contracts/contract-schema.ts';

/** The composed graph: what clients see of it, what subgraphs have, and a planner for operations. */
export interface LoadedSupergraph {
  readonly sdl: string;
  /** Of the SDL: others have another one. */
  readonly id: string;
  readonly subgraphNames: readonly string[];
  /** With what is hidden from clients, and with the tags that APIs are made by. */
  readonly composed: Schema;
  /** Versions of its API, the oldest first. */
  readonly versions: readonly string[];
  /** What clients see: here all that is in the newest version. */
  readonly schema: GraphQLSchema;
  readonly supergraphSchema: GraphQLSchema;
  /** What each subgraph has, with what its fields cost. */
  readonly subgraphSchemas: ReadonlyMap<string, GraphQLSchema>;
  /** Throws a `GraphQLError` for what cannot be planned. Takes operations of every API that is made of the graph. */
  plan(document: DocumentNode, operationName: string | undefined): PlanNode | SubscriptionNode | undefined;
}

/** Each step takes a tenth of a second or so. */
function* load(sdl: string): Generator<undefined, LoadedSupergraph> {
  const supergraph = Supergraph.build(sdl);
  yield;
  const planner = new QueryPlanner(supergraph);
  yield;
  const apiSchema = supergraph.apiSchema();
  yield;
  const versions = versionsIn(supergraph.schema);
  const newest = { contract: 'internal', version: versions.at(-1) ?? '' } as const;
  const schema = apiSchemaOf(supergraph.schema, newest).toGraphQLJSSchema();
  yield;
  const supergraphSchema = supergraph.schema.toGraphQLJSSchema();
  return {
    sdl,
    id: createHash('sha256').update(sdl).digest('base64url').slice(0, 12),
    subgraphNames: supergraph.subgraphsMetadata().map(({ name }) => name),
    composed: supergraph.schema,
    versions,
    schema,
    supergraphSchema,
    subgraphSchemas: new Map(
      [...supergraph.subgraphs()].map(({ name, schema }) => [name, schema.toGraphQLJSSchema()]),
    ),
    plan(document, operationName) {
      const operation = operationFromDocument(apiSchema, document, operationName ? { operationName } : {});
      return planner.buildQueryPlan(operation).node;
    },
  };
}

export function loadSupergraph(sdl: string): LoadedSupergraph {
  const loading = load(sdl);
  for (;;) {
    const step = loading.next();
    if (step.done) return step.value;
  }
}

/** The same beside requests, which are served between the steps. */
export async function loadSupergraphBeside(sdl: string): Promise<LoadedSupergraph> {
  const loading = load(sdl);
  for (;;) {
    const step = loading.next();
    if (step.done) return step.value;
    await setImmediate();
  }
}
