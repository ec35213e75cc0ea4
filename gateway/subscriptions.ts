import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { buildOperationContext, executeQueryPlan, type GraphQLDataSource } from '@apollo/gateway';
import { QueryPlanner, type SubscriptionNode } from '@apollo/query-planner';
import {
  type DocumentNode,
  type FormattedExecutionResult,
  GraphQLError,
  getOperationAST,
  getVariableValues,
  parse,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { formatError } from '#platform/errors.ts';
import type { Logger } from '#platform/logger.ts';
import type { PrincipalSigner } from '#platform/principal.ts';
import { isResult, type Subgraph, type SubgraphRequest } from '#platform/subgraph.ts';
import type { Caller } from './caller.ts';

type Result = FormattedExecutionResult<Record<string, unknown>>;

export type Subscribe = (
  request: SubgraphRequest,
  caller: Caller,
) => Promise<AsyncIterableIterator<Result> | Result>;

interface SubscriptionOptions {
  supergraphSdl: string;
  subgraphs: Readonly<Record<string, Subgraph>>;
  dataSources: Readonly<Record<string, GraphQLDataSource<Caller>>>;
  sign: PrincipalSigner;
  log: Logger;
}

interface Planned {
  document: DocumentNode;
  node: SubscriptionNode;
}

const PLAN_CACHE_SIZE = 500;

/**
 * Subscriptions over a federated graph, which Apollo's gateway plans but does not run. A plan has a `primary`
 * fetch, which is subscribed to in its subgraph, and the `rest`, which resolves fields of other subgraphs. For
 * each event Apollo's own executor runs both, with the primary answered from the event.
 */
export function createSubscriptions(options: SubscriptionOptions): Subscribe {
  const supergraph = Supergraph.build(options.supergraphSdl);
  const planner = new QueryPlanner(supergraph);
  const apiSchema = supergraph.apiSchema();
  const schema = apiSchema.toGraphQLJSSchema();
  const supergraphSchema = supergraph.schema.toGraphQLJSSchema();
  const plans = new LRUCache<string, Planned | GraphQLError[]>({ max: PLAN_CACHE_SIZE });

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
      const operation = operationFromDocument(apiSchema, document, operationName ? { operationName } : {});
      const { node } = planner.buildQueryPlan(operation);
      if (node?.kind === 'Subscription') return { document, node };
      return [withCode(new GraphQLError('This is not a subscription.'), 'BAD_REQUEST')];
    } catch (error) {
      // graphql-js throws, instead of reporting, on `@include(if: $variable)` at the root of a subscription.
      const reported =
        error instanceof GraphQLError ? error : new GraphQLError('The subscription cannot be planned.');
      return [withCode(reported, 'GRAPHQL_VALIDATION_FAILED')];
    }
  }

  async function subscribe(request: SubgraphRequest, caller: Caller) {
    const present = (errors: readonly GraphQLError[]): Result => ({
      errors: errors.map(error =>
        formatError(error.toJSON(), error, { log: options.log, requestId: caller.requestId }),
      ),
    });
    const planned = plan(request);
    if (Array.isArray(planned)) return present(planned);
    const { document, node } = planned;
    const definitions = getOperationAST(document, request.operationName)?.variableDefinitions ?? [];
    const variables = getVariableValues(schema, definitions, request.variables ?? {});
    if (variables.errors) return present(variables.errors.map(error => withCode(error, 'BAD_USER_INPUT')));

    const { primary, rest } = node;
    const used = Object.fromEntries(
      (primary.variableUsages ?? []).map(name => [name, variables.coerced[name]]),
    );
    const upstream = options.subgraphs[primary.serviceName];
    if (!upstream) return present([new GraphQLError(`No subgraph is called ${primary.serviceName}.`)]);
    const { requestId, idempotencyKey, clientAddress } = caller;
    const call = { token: await options.sign(caller.principal), requestId, idempotencyKey, clientAddress };
    const events = await upstream.subscribe({ query: primary.operation, variables: used }, call);
    if (isResult(events)) return events;

    const queryPlan = {
      kind: 'QueryPlan' as const,
      node: rest ? { kind: 'Sequence' as const, nodes: [primary, rest] } : primary,
    };
    const operationContext = buildOperationContext({
      schema,
      operationDocument: document,
      ...(request.operationName && { operationName: request.operationName }),
    });
    const requestContext = {
      request: { query: request.query, variables: variables.coerced },
      context: caller,
      logger: options.log,
      // Null would make the executor append an empty error.
      metrics: {},
    };

    async function resolveEvent(event: Result): Promise<Result> {
      // What the upstream says without data is its last word: a refusal.
      if (!event.data) return event;
      const replay: GraphQLDataSource<Caller> = {
        async process(step) {
          // The executor writes into what it is given: every event is run on a copy of its own.
          if (step.request.query === primary.operation) return structuredClone(event) as never;
          return options.dataSources[primary.serviceName]?.process(step) as never;
        },
      };
      const services = { ...options.dataSources, [primary.serviceName]: replay };
      const { data, errors } = await executeQueryPlan(
        queryPlan,
        services,
        requestContext as unknown as Parameters<typeof executeQueryPlan>[2],
        operationContext,
        supergraphSchema,
        apiSchema,
      );
      return {
        ...(data !== undefined && { data: data as Record<string, unknown> }),
        ...(errors && present(errors)),
      };
    }

    return deliver(events, resolveEvent, error =>
      present([new GraphQLError(String(error), { originalError: error as Error })]),
    );
  }

  return subscribe;
}

/** One result for each event, in order; when the source breaks, one last result that says so. */
function deliver(
  events: AsyncIterator<Result>,
  resolve: (event: Result) => Promise<Result>,
  explain: (error: unknown) => Result,
): AsyncIterableIterator<Result> {
  let isBroken = false;
  return {
    async next() {
      if (isBroken) return { done: true, value: undefined };
      try {
        const step = await events.next();
        return step.done ? step : { done: false, value: await resolve(step.value) };
      } catch (error) {
        isBroken = true;
        await events.return?.();
        return { done: false, value: explain(error) };
      }
    },
    async return() {
      isBroken = true;
      await events.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  error.extensions['code'] = code;
  return error;
}
