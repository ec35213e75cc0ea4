import {
  GraphQLError,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { withCode } from '#platform/errors.ts';
import type { SubgraphRequest } from '#platform/subgraph.ts';
import { compileExecution, type Execute } from '../execution/execute.ts';
import type { Admission, OperationCost } from '../protection/admission.ts';
import type { LoadedSupergraph } from '../supergraph.ts';
import { type UpstreamOperation, upstreamOperation } from './upstream-operation.ts';

interface Planned {
  operation: OperationDefinitionNode;
  service: string;
  upstream: UpstreamOperation;
  /** Runs the rest of the plan for an event. */
  execute: Execute;
  cost: OperationCost;
  size: number;
}

/** A subscription with its variables, ready to be opened. */
export interface PreparedSubscription {
  /** The same for all that ask the same of the same graph, whatever their cursor. */
  key: string;
  service: string;
  query: string;
  /** Of the upstream operation, the cursor left out. */
  upstreamVariables: Readonly<Record<string, unknown>>;
  /** Of the client's operation. */
  variables: Readonly<Record<string, unknown>>;
  /** The upstream variable that holds the cursor; none where the field cannot go on behind one. */
  afterVariable: string | null;
  after: string | null;
  execute: Execute;
  cost: OperationCost;
}

/** What plans and their compiled forms may take, in characters of the operations. */
const PLAN_CACHE_CHARACTERS = 2_000_000;

/** Validates, plans and compiles subscriptions: once for each operation. */
export function createSubscriptionPreparation(
  supergraph: LoadedSupergraph,
  { costOf }: Pick<Admission, 'costOf'>,
) {
  const { schema, supergraphSchema } = supergraph;
  const plans = new LRUCache<string, Planned | GraphQLError[]>({
    maxSize: PLAN_CACHE_CHARACTERS,
    sizeCalculation: (planned, key) => key.length + ('size' in planned ? planned.size : 0),
  });

  function plan(request: SubgraphRequest): Planned | GraphQLError[] {
    const key = `${request.operationName ?? ''}\n${request.query}`;
    const known = plans.get(key);
    if (known) return known;
    const planned = planNew(request);
    plans.set(key, planned);
    return planned;
  }

  function planNew({ query, operationName }: SubgraphRequest): Planned | GraphQLError[] {
    try {
      const document = parse(query);
      const errors = validate(schema, document);
      if (errors.length > 0) return errors.map(error => withCode(error, 'GRAPHQL_VALIDATION_FAILED'));
      const operation = getOperationAST(document, operationName);
      const node = supergraph.plan(document, operationName);
      if (!operation || node?.kind !== 'Subscription') {
        return [withCode(new GraphQLError('This is not a subscription.'), 'BAD_REQUEST')];
      }
      return {
        operation,
        service: node.primary.serviceName,
        upstream: upstreamOperation(schema, node.primary),
        execute: compileExecution({ schema, supergraphSchema, document, operation, plan: node }),
        cost: costOf({ document, operation, plan: node, schemas: supergraph.subgraphSchemas }),
        size: JSON.stringify(node).length,
      };
    } catch (error) {
      // graphql-js throws, instead of reporting, on `@include(if: $variable)` at the root of a subscription.
      const reported =
        error instanceof GraphQLError ? error : new GraphQLError('The subscription cannot be planned.');
      return [withCode(reported, 'GRAPHQL_VALIDATION_FAILED')];
    }
  }

  return (request: SubgraphRequest): PreparedSubscription | GraphQLError[] => {
    const planned = plan(request);
    if (Array.isArray(planned)) return planned;
    const { operation, upstream, service, execute, cost } = planned;
    const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
    if (coerced.errors) return coerced.errors.map(error => withCode(error, 'BAD_USER_INPUT'));
    const variables = coerced.coerced;
    const { resume } = upstream;
    const others = Object.entries(variables).filter(([name]) => name !== resume?.variable);
    const used = others.filter(([name]) => upstream.variableUsages.includes(name));
    const given = resume && (resume.literal === undefined ? variables[resume.variable] : resume.literal);
    return {
      key: JSON.stringify([supergraph.id, request.operationName ?? '', request.query, others]),
      service,
      query: upstream.query,
      upstreamVariables: Object.fromEntries(used),
      variables,
      afterVariable: resume?.variable ?? null,
      after: (given as string | null | undefined) ?? null,
      execute,
      cost,
    };
  };
}
