import type { PlanNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { compileFetch } from './fetch-step.ts';
import type { PlanPath } from './places.ts';
import type { Run, Step } from './run.ts';

/** What compiling a plan has to know beside the plan. */
export interface PlanSurroundings {
  /** The supergraph with all that is hidden from clients. */
  supergraphSchema: GraphQLSchema;
  /** Defaults of the operation's variables that say what is included. */
  defaults: ReadonlyMap<string, boolean>;
}

/** Compiles a plan of Apollo's planner, which is plain data, into functions that run it. */
export function compilePlan(surroundings: PlanSurroundings, node: PlanNode, path: PlanPath = []): Step {
  switch (node.kind) {
    case 'Fetch':
      return compileFetch(surroundings.supergraphSchema, node, path);
    case 'Flatten':
      return compilePlan(surroundings, node.node, [...path, ...node.path]);
    case 'Sequence': {
      const steps = node.nodes.map(part => compilePlan(surroundings, part, path));
      return async run => {
        for (const step of steps) await step(run);
      };
    }
    case 'Parallel': {
      const steps = node.nodes.map(part => compilePlan(surroundings, part, path));
      return async run => {
        await Promise.all(steps.map(step => step(run)));
      };
    }
    case 'Condition': {
      const isMet = (run: Run) => conditionOf(run, surroundings.defaults, node.condition);
      const met = node.ifClause && compilePlan(surroundings, node.ifClause, path);
      const unmet = node.elseClause && compilePlan(surroundings, node.elseClause, path);
      return async run => (isMet(run) ? met : unmet)?.(run);
    }
    case 'Defer':
      throw new Error('@defer is not supported.');
  }
}

function conditionOf({ variables }: Run, defaults: ReadonlyMap<string, boolean>, name: string): boolean {
  const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
  const value = given === undefined ? defaults.get(name) : given;
  if (typeof value !== 'boolean') throw new Error(`Variable $${name} is not a boolean.`);
  return value;
}
