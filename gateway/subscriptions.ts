import type { FetchNode } from '@apollo/query-planner';
import {
  type FormattedExecutionResult,
  GraphQLError,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { formatError } from '#platform/errors.ts';
import type { Logger } from '#platform/logger.ts';
import type { PrincipalSigner } from '#platform/principal.ts';
import { isResult, type Subgraph, type SubgraphRequest } from '#platform/subgraph.ts';
import type { Caller } from './caller.ts';
import { compileExecution, type Execute } from './execution/execute.ts';
import type { Fetch, FetchAnswer } from './execution/run.ts';
import type { Admission, OperationCost } from './protection/admission.ts';
import type { LoadedSupergraph } from './supergraph.ts';

type Result = FormattedExecutionResult<Record<string, unknown>>;

export type Subscribe = (
  request: SubgraphRequest,
  caller: Caller,
) => Promise<AsyncIterableIterator<Result> | Result>;

interface SubscriptionOptions {
  supergraph: LoadedSupergraph;
  subgraphs: Readonly<Record<string, Subgraph>>;
  fetchFor(caller: Caller): Fetch;
  admission: Admission;
  sign: PrincipalSigner;
  log: Logger;
}

interface Planned {
  operation: OperationDefinitionNode;
  /** What is subscribed to in its subgraph. */
  primary: FetchNode;
  /** Runs the rest of the plan for an event. */
  execute: Execute;
  cost: OperationCost;
}

const PLAN_CACHE_SIZE = 500;

/**
 * Subscriptions over a federated graph, which Apollo's gateway plans but does not run. A plan has a `primary`
 * fetch, which is subscribed to in its subgraph, and the `rest`, which resolves fields of other subgraphs and is
 * executed for each event.
 */
export function createSubscriptions(options: SubscriptionOptions): Subscribe {
  const { supergraph } = options;
  const { schema, supergraphSchema } = supergraph;
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
      const operation = getOperationAST(document, operationName);
      const plan = supergraph.plan(document, operationName);
      if (operation && plan?.kind === 'Subscription') {
        const execute = compileExecution({ schema, supergraphSchema, document, operation, plan });
        return {
          operation,
          primary: plan.primary,
          execute,
          cost: options.admission.costOf({ document, operation, plan }),
        };
      }
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
    const { operation, primary, execute, cost } = planned;
    const variables = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
    if (variables.errors) return present(variables.errors.map(error => withCode(error, 'BAD_USER_INPUT')));
    try {
      await options.admission.admit(cost, variables.coerced, caller);
    } catch (error) {
      return present([new GraphQLError(String(error), { originalError: error as Error })]);
    }

    const used = Object.fromEntries(
      (primary.variableUsages ?? []).map(name => [name, variables.coerced[name]]),
    );
    const upstream = options.subgraphs[primary.serviceName];
    if (!upstream) return present([new GraphQLError(`No subgraph is called ${primary.serviceName}.`)]);
    const { requestId, idempotencyKey, clientAddress } = caller;
    const call = { token: await options.sign(caller.principal), requestId, idempotencyKey, clientAddress };
    const events = await upstream.subscribe({ query: primary.operation, variables: used }, call);
    if (isResult(events)) return events;

    const execution = { variables: variables.coerced, fetch: options.fetchFor(caller) };

    async function resolveEvent(event: Result): Promise<Result> {
      // What the upstream says without data is its last word: a refusal.
      if (!event.data) return event;
      options.admission.countEvent(cost, execution.variables, caller);
      // The executor writes into what it is given, and in one process the event has other readers.
      const { errors, ...result } = await execute({
        ...execution,
        event: structuredClone(event) as FetchAnswer,
      });
      return { ...result, ...(errors && present(errors)) } as Result;
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
