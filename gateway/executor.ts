import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import {
  type DocumentNode,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Caller } from './caller.ts';
import type { CurrentSupergraph } from './current-supergraph.ts';
import { compileExecution, type Execute } from './execution/execute.ts';
import type { Fetch } from './execution/run.ts';
import { type Admission, asksForCost, type OperationCost } from './protection/admission.ts';
import { type AnswerKept, keepOperations } from './response-cache/kept-operation.ts';
import type { ResponseCache } from './response-cache/response-cache.ts';
import type { LoadedSupergraph } from './supergraph.ts';
import { observePlan, observePlanCache } from './telemetry/observe-plans.ts';

/** What plans and their compiled forms may take unless said otherwise, in characters of the plans. */
const PLAN_CACHE_CHARACTERS = 20_000_000;

interface Prepared {
  execute: Execute;
  cost: OperationCost;
  /** None where nothing of its responses may be kept. */
  answerKept: AnswerKept | null;
  size: number;
}

interface Engine {
  run: GatewayExecutor;
  /** Another one is served: what this one keeps is not counted any more. */
  retire(): void;
}

/** Runs operations that are valid in one supergraph. Nothing of it outlives that supergraph. */
function createEngine(
  supergraph: LoadedSupergraph,
  fetchFor: (caller: Caller) => Fetch,
  admission: Admission,
  planCharacters: number,
  cache: ResponseCache | null,
): Engine {
  const prepared = new LRUCache<string, Prepared>({
    maxSize: planCharacters,
    sizeCalculation: ({ size }) => size,
  });

  const lookups = observePlanCache(prepared);
  const keep = cache && keepOperations({ supergraph, cache, fetchFor });

  function prepare(key: string, document: DocumentNode, operation: OperationDefinitionNode): Prepared {
    const known = prepared.get(key);
    lookups.count(known ? 'hit' : 'miss');
    if (known) return known;
    const plan = observePlan(() => supergraph.plan(document, operation.name?.value));
    if (plan?.kind === 'Subscription') throw new Error('Subscriptions are not executed here.');
    const { schema, supergraphSchema } = supergraph;
    const made: Prepared = {
      execute: compileExecution({ schema, supergraphSchema, document, operation, plan }),
      cost: admission.costOf({ document, operation, plan, schemas: supergraph.subgraphSchemas }),
      answerKept: keep?.(key, document, operation) ?? null,
      size: key.length + JSON.stringify(plan ?? null).length,
    };
    prepared.set(key, made);
    return made;
  }

  return {
    retire: lookups.stop,
    async run({ queryHash, document, operation, request, context, operationName }) {
      const definitions = operation.variableDefinitions ?? [];
      const { coerced, errors } = getVariableValues(supergraph.schema, definitions, request.variables ?? {});
      if (errors) return { errors };
      const { execute, cost, answerKept } = prepare(
        `${queryHash} ${operationName ?? ''}`,
        document,
        operation,
      );
      const caller = context as Caller;
      const told = await admission.admit(cost, coerced, caller);
      const variables = request.variables ?? {};
      const result =
        (await answerKept?.({ caller, variables, coerced })) ??
        (await execute({ variables, fetch: fetchFor(caller) }));
      if (!asksForCost(request.extensions)) return result;
      return { ...result, extensions: { ...result.extensions, cost: told } };
    },
  };
}

/**
 * Lets Apollo Server run operations: planned by Apollo's planner, executed by our own executor. An operation is run in
 * the supergraph that it was validated in, even where another one is served meanwhile.
 */
export function createExecutor(
  supergraphs: Pick<CurrentSupergraph, 'current' | 'onChange'>,
  fetchFor: (caller: Caller) => Fetch,
  admission: Admission,
  planCharacters = PLAN_CACHE_CHARACTERS,
  cache: ResponseCache | null = null,
): GatewayInterface {
  const engines = new WeakMap<GraphQLSchema, Engine>();
  let served = startEngine(supergraphs.current);

  function startEngine(supergraph: LoadedSupergraph): Engine {
    const engine = createEngine(supergraph, fetchFor, admission, planCharacters, cache);
    engines.set(supergraph.schema, engine);
    return engine;
  }

  return {
    onSchemaLoadOrUpdate(callback) {
      const tell = ({ schema, sdl }: LoadedSupergraph) =>
        callback({ apiSchema: schema, coreSupergraphSdl: sdl });
      tell(supergraphs.current);
      return supergraphs.onChange(next => {
        served.retire();
        served = startEngine(next);
        tell(next);
      });
    },
    async load() {
      return { executor: context => (engines.get(context.schema) ?? served).run(context) };
    },
    async stop() {
      served.retire();
    },
  };
}
