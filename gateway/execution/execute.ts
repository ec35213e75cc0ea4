import type { PlanNode, SubscriptionNode } from '@apollo/query-planner';
import type { DocumentNode, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { JsonObject } from '#platform/json.ts';
import { compilePlan } from './compile-plan.ts';
import { booleanDefaults, compileShape } from './response-shape.ts';
import { compileRewrites } from './rewrite.ts';
import type { Fetch, FetchAnswer, Run, Step } from './run.ts';
import { fromSubgraph, toGraphQLError } from './subgraph-error.ts';

export interface Result {
  data?: JsonObject | null;
  errors?: readonly GraphQLError[];
  extensions?: { valueCompletion: readonly GraphQLError[] };
}

interface Execution {
  variables: Readonly<JsonObject>;
  fetch: Fetch;
  /** The event that a subscription's plan goes on from. Its data become part of the result. */
  event?: FetchAnswer;
  /** Is shown all that was found, before it becomes what the client asked for. */
  found?(data: Readonly<JsonObject>): void;
}

export type Execute = (execution: Execution) => Promise<Result>;

interface Operation {
  /** What clients see of the graph. */
  schema: GraphQLSchema;
  supergraphSchema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  /** None where nothing has to be fetched. */
  plan: PlanNode | SubscriptionNode | undefined;
}

/**
 * Compiles an operation and its plan into a function that runs them: fetches in the order of the plan, entities
 * asked for once each, results merged in place, and what the client gets shaped in one pass at the end. Data and
 * errors are those of Apollo's `executeQueryPlan`, against which the tests hold it.
 */
export function compileExecution(source: Operation): Execute {
  const { operation, supergraphSchema, plan } = source;
  const primary = plan?.kind === 'Subscription' ? plan.primary : null;
  const steps = plan?.kind === 'Subscription' ? plan.rest : plan;
  const defaults = booleanDefaults(operation);
  const step: Step | undefined = steps && compilePlan({ supergraphSchema, defaults }, steps);
  const rewriteEvent = primary && compileRewrites(supergraphSchema, primary.outputRewrites);
  const shape = compileShape(source);

  function begin({ variables, fetch, event }: Execution): Run {
    const data = event?.data ?? {};
    rewriteEvent?.(data);
    const errors = (event?.errors ?? []).map(error =>
      fromSubgraph(error, primary?.serviceName ?? '', error.path),
    );
    return { variables, fetch, data, errors };
  }

  return async execution => {
    try {
      const run = begin(execution);
      await step?.(run);
      execution.found?.(run.data);
      const { data, errors } = shape(run.data, execution.variables);
      if (run.errors.length > 0) return { data, errors: run.errors };
      // Nulls that a subgraph put where none can be, without saying why.
      return errors.length > 0 ? { data, extensions: { valueCompletion: errors } } : { data };
    } catch (error) {
      return { errors: [toGraphQLError(error)] };
    }
  };
}
