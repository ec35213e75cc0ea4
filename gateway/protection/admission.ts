import type { PlanNode, SubscriptionNode } from '@apollo/query-planner';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { AppError } from '#platform/errors.ts';
import type { JsonObject } from '#platform/json.ts';
import type { Caller } from '../caller.ts';
import { costOfPlan, type SubgraphSchemas } from './cost.ts';
import { type Score, scoreOf, sumOf } from './score.ts';
import type { Spending } from './spending.ts';

/** What running an operation takes, worked out once for all who run it. */
export interface OperationCost {
  operation: Score;
  /** Of each event of a subscription: the event, and what is fetched to complete it. */
  event: Score;
  /** How often fields are used that are counted by themselves. */
  fields: ReadonlyMap<string, number>;
}

/** What the caller is told about an operation where it asks for it. */
interface ToldCost {
  estimated: number;
  max: number;
}

interface Planned {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  plan: PlanNode | SubscriptionNode | undefined;
  /** Of the supergraph that it was planned in. */
  schemas: SubgraphSchemas;
}

/** What stands between an operation that is planned and the running of it. */
export interface Admission {
  costOf(planned: Planned): OperationCost;
  /** Refuses what could cost too much, or more than the caller may spend by now. Before any of it is run. */
  admit(cost: OperationCost, variables: Readonly<JsonObject>, caller: Caller): Promise<ToldCost>;
  /** Returns what counts each event of a subscription that was admitted. It never refuses one. */
  eventsOf(cost: OperationCost, variables: Readonly<JsonObject>, caller: Caller): () => void;
}

interface AdmissionOptions {
  /** What one operation may cost. */
  max: number;
  spending: Pick<Spending, 'isCounted' | 'spend' | 'spendOnEvent'>;
}

/** How often an operation uses fields at its root: what has one name in the response is used once. */
function rootFields({ document, operation }: Planned): Map<string, number> {
  const names = new Map<string, string>();
  const entered = new Set<string>();
  const fragmentCalled = (name: string) =>
    document.definitions.find(
      (definition): definition is FragmentDefinitionNode =>
        definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
    );
  function collect({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD)
        names.set(selection.alias?.value ?? selection.name.value, selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
      else if (!entered.has(selection.name.value)) {
        entered.add(selection.name.value);
        const fragment = fragmentCalled(selection.name.value);
        if (fragment) collect(fragment.selectionSet);
      }
    }
  }
  collect(operation.selectionSet);
  const counts = new Map<string, number>();
  for (const name of names.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

export function createAdmission({ max, spending }: AdmissionOptions): Admission {
  return {
    costOf(planned) {
      const { plan, schemas } = planned;
      return {
        operation: costOfPlan(schemas, plan),
        event: plan?.kind === 'Subscription' ? sumOf([1, costOfPlan(schemas, plan.rest)]) : 0,
        fields: new Map([...rootFields(planned)].filter(([name]) => spending.isCounted(name))),
      };
    },
    async admit({ operation, fields }, variables, caller) {
      const estimated = scoreOf(operation, variables);
      if (estimated > max) {
        throw new AppError(
          'COST_ESTIMATED_TOO_EXPENSIVE',
          `The operation could cost ${estimated}, more than the ${max} that are allowed. Ask for fewer items, or for fewer lists in lists.`,
          { extensions: { max, actual: estimated } },
        );
      }
      await spending.spend(caller, estimated, fields);
      return { estimated, max };
    },
    eventsOf({ event }, variables, caller) {
      const cost = scoreOf(event, variables);
      return () => spending.spendOnEvent(caller, cost);
    },
  };
}

/** Whether a request asks, in its own `extensions`, to be told what it costs: `{ "cost": true }`. */
export function asksForCost(extensions: unknown): boolean {
  return (
    typeof extensions === 'object' && extensions !== null && 'cost' in extensions && extensions.cost === true
  );
}
