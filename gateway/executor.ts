import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { type DocumentNode, getVariableValues, type OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Caller } from './caller.ts';
import { compileExecution, type Execute } from './execution/execute.ts';
import type { Fetch } from './execution/run.ts';
import { type Admission, asksForCost, type OperationCost } from './protection/admission.ts';
import type { LoadedSupergraph } from './supergraph.ts';
import { observePlan, observePlanCache } from './telemetry/observe-plans.ts';

/** What plans and their compiled forms may take, in characters of the plans. */
const PLAN_CACHE_CHARACTERS = 20_000_000;

interface Prepared {
  execute: Execute;
  cost: OperationCost;
  size: number;
}

/** Lets Apollo Server run operations: planned by Apollo's planner, executed by our own executor. */
export function createExecutor(
  supergraph: LoadedSupergraph,
  fetchFor: (caller: Caller) => Fetch,
  admission: Admission,
): GatewayInterface {
  const prepared = new LRUCache<string, Prepared>({
    maxSize: PLAN_CACHE_CHARACTERS,
    sizeCalculation: ({ size }) => size,
  });

  const lookups = observePlanCache(prepared);

  function prepare(key: string, document: DocumentNode, operation: OperationDefinitionNode): Prepared {
    const known = prepared.get(key);
    lookups.count(known ? 'hit' : 'miss');
    if (known) return known;
    const plan = observePlan(() => supergraph.plan(document, operation.name?.value));
    if (plan?.kind === 'Subscription') throw new Error('Subscriptions are not executed here.');
    const { schema, supergraphSchema } = supergraph;
    const made: Prepared = {
      execute: compileExecution({ schema, supergraphSchema, document, operation, plan }),
      cost: admission.costOf({ document, operation, plan }),
      size: key.length + JSON.stringify(plan ?? null).length,
    };
    prepared.set(key, made);
    return made;
  }

  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: supergraph.schema, coreSupergraphSdl: supergraph.sdl });
      return () => {};
    },
    async load() {
      return {
        async executor({ queryHash, document, operation, request, context, operationName }) {
          const definitions = operation.variableDefinitions ?? [];
          const { coerced, errors } = getVariableValues(
            supergraph.schema,
            definitions,
            request.variables ?? {},
          );
          if (errors) return { errors };
          const { execute, cost } = prepare(`${queryHash} ${operationName ?? ''}`, document, operation);
          const caller = context as Caller;
          const told = await admission.admit(cost, coerced, caller);
          const fetch = fetchFor(caller);
          const result = await execute({ variables: request.variables ?? {}, fetch });
          if (!asksForCost(request.extensions)) return result;
          return { ...result, extensions: { ...result.extensions, cost: told } };
        },
      };
    },
    async stop() {
      lookups.stop();
    },
  };
}
