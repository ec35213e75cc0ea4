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
import type { LoadedSupergraph } from './supergraph.ts';

/** What plans and their compiled forms may take, in characters of the plans. */
const PLAN_CACHE_CHARACTERS = 20_000_000;

interface Prepared {
  execute: Execute;
  size: number;
}

/** Runs operations that are valid in one supergraph. Nothing of it outlives that supergraph. */
function createEngine(supergraph: LoadedSupergraph, fetchFor: (caller: Caller) => Fetch): GatewayExecutor {
  const prepared = new LRUCache<string, Prepared>({
    maxSize: PLAN_CACHE_CHARACTERS,
    sizeCalculation: ({ size }) => size,
  });

  function prepare(key: string, document: DocumentNode, operation: OperationDefinitionNode): Prepared {
    const known = prepared.get(key);
    if (known) return known;
    const plan = supergraph.plan(document, operation.name?.value);
    if (plan?.kind === 'Subscription') throw new Error('Subscriptions are not executed here.');
    const { schema, supergraphSchema } = supergraph;
    const made: Prepared = {
      execute: compileExecution({ schema, supergraphSchema, document, operation, plan }),
      size: key.length + JSON.stringify(plan ?? null).length,
    };
    prepared.set(key, made);
    return made;
  }

  return async ({ queryHash, document, operation, request, context, operationName }) => {
    const definitions = operation.variableDefinitions ?? [];
    const { errors } = getVariableValues(supergraph.schema, definitions, request.variables ?? {});
    if (errors) return { errors };
    const { execute } = prepare(`${queryHash} ${operationName ?? ''}`, document, operation);
    return execute({ variables: request.variables ?? {}, fetch: fetchFor(context as Caller) });
  };
}

/**
 * Lets Apollo Server run operations: planned by Apollo's planner, executed by our own executor. An operation is run in
 * the supergraph that it was validated in, even where another one is served meanwhile.
 */
export function createExecutor(
  supergraphs: Pick<CurrentSupergraph, 'current' | 'onChange'>,
  fetchFor: (caller: Caller) => Fetch,
): GatewayInterface {
  const engines = new WeakMap<GraphQLSchema, GatewayExecutor>();
  const engineOf = (supergraph: LoadedSupergraph) => {
    const engine = engines.get(supergraph.schema) ?? createEngine(supergraph, fetchFor);
    engines.set(supergraph.schema, engine);
    return engine;
  };
  return {
    onSchemaLoadOrUpdate(callback) {
      const tell = (supergraph: LoadedSupergraph) => {
        engineOf(supergraph);
        callback({ apiSchema: supergraph.schema, coreSupergraphSdl: supergraph.sdl });
      };
      tell(supergraphs.current);
      return supergraphs.onChange(tell);
    },
    async load() {
      return {
        executor: context => (engines.get(context.schema) ?? engineOf(supergraphs.current))(context),
      };
    },
    async stop() {},
  };
}
