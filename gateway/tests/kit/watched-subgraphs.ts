import type { Subgraph } from '#platform/subgraph.ts';
import type { ReachableSubgraph } from '../../app.ts';

/** Counts calls on their way to a subgraph. */
export function counted(subgraph: ReachableSubgraph, count: () => void): ReachableSubgraph {
  return {
    ...subgraph,
    execute(request, call) {
      count();
      return subgraph.execute(request, call);
    },
  };
}

/** Nothing tells a client that its subscription has begun: the subgraph itself has to be watched for that. */
export function withStartCount(subgraph: Subgraph, count: () => void): Subgraph {
  return {
    ...subgraph,
    async subscribe(request, call) {
      const outcome = await subgraph.subscribe(request, call);
      count();
      return outcome;
    },
  };
}
