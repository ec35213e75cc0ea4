import type { PlanNode, SubscriptionNode } from '@apollo/query-planner';
import { AppError } from '#platform/errors.ts';
import type { JsonObject } from '../execution/response-data.ts';
import { costOfPlan, type SubgraphSchemas } from './cost.ts';
import { type Score, scoreOf } from './score.ts';

/** What running a plan takes, worked out once for all who run it. */
export interface PlanCost {
  operation: Score;
  /** For each event of a subscription: what is fetched to complete it. */
  event: Score;
}

/** What the caller is told about an operation where it asks for it. */
export interface ToldCost {
  estimated: number;
  max: number;
}

export interface Admission {
  costOf(plan: PlanNode | SubscriptionNode | undefined): PlanCost;
  /** Refuses what could cost too much. To be asked after an operation is planned and before any of it is run. */
  admit(cost: PlanCost, variables: Readonly<JsonObject>): ToldCost;
}

interface AdmissionOptions {
  schemas: SubgraphSchemas;
  /** What one operation may cost. */
  max: number;
}

export function createAdmission({ schemas, max }: AdmissionOptions): Admission {
  return {
    costOf: plan => ({
      operation: costOfPlan(schemas, plan),
      event: plan?.kind === 'Subscription' ? costOfPlan(schemas, plan.rest) : 0,
    }),
    admit(cost, variables) {
      const estimated = scoreOf(cost.operation, variables);
      if (estimated > max) {
        throw new AppError(
          'COST_ESTIMATED_TOO_EXPENSIVE',
          `The operation could cost ${estimated}, more than the ${max} that are allowed. Ask for fewer items, or for fewer lists in lists.`,
          { extensions: { max, actual: estimated } },
        );
      }
      return { estimated, max };
    },
  };
}

/** Whether a request asks, in its own `extensions`, to be told what it costs: `{ "cost": true }`. */
export function asksForCost(extensions: unknown): boolean {
  return (
    typeof extensions === 'object' && extensions !== null && 'cost' in extensions && extensions.cost === true
  );
}
