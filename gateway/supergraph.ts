import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { type PlanNode, QueryPlanner, type SubscriptionNode } from '@apollo/query-planner';
import type { DocumentNode, GraphQLSchema } from 'graphql';

/** The composed graph: what clients see of it, what subgraphs have, and a planner for operations. */
export interface LoadedSupergraph {
  readonly sdl: string;
  /** Without what is hidden from clients. */
  readonly schema: GraphQLSchema;
  readonly supergraphSchema: GraphQLSchema;
  /** What each subgraph has, with what its fields cost. */
  readonly subgraphSchemas: ReadonlyMap<string, GraphQLSchema>;
  /** Throws a `GraphQLError` for what cannot be planned. */
  plan(document: DocumentNode, operationName: string | undefined): PlanNode | SubscriptionNode | undefined;
}

export function loadSupergraph(sdl: string): LoadedSupergraph {
  const supergraph = Supergraph.build(sdl);
  const planner = new QueryPlanner(supergraph);
  const apiSchema = supergraph.apiSchema();
  return {
    sdl,
    schema: apiSchema.toGraphQLJSSchema(),
    supergraphSchema: supergraph.schema.toGraphQLJSSchema(),
    subgraphSchemas: new Map(
      [...supergraph.subgraphs()].map(({ name, schema }) => [name, schema.toGraphQLJSSchema()]),
    ),
    plan(document, operationName) {
      const operation = operationFromDocument(apiSchema, document, operationName ? { operationName } : {});
      return planner.buildQueryPlan(operation).node;
    },
  };
}
