import { type Fairness, fairnessOf, type HostShare } from './round-robin.ts';

/** What members of a group took, which sends so many of them to a booking. */
export interface GroupShares {
  readonly name: string;
  readonly shares: readonly HostShare[];
}

export interface GroupedFairness extends Fairness {
  readonly groups: readonly (Fairness & { readonly name: string })[];
}

/** How even it is in each group; of all of them what is said of the least even one. */
export function fairnessOfGroups(given: readonly GroupShares[]): GroupedFairness {
  const groups = given.map(({ name, shares }) => ({ name, ...fairnessOf(shares) }));
  const largest = (read: (group: Fairness) => number) => Math.max(0, ...groups.map(read));
  return {
    total: groups.reduce((sum, { total }) => sum + total, 0),
    hosts: groups.flatMap(({ hosts }) => hosts),
    maximumDeviation: largest(group => group.maximumDeviation),
    maximumLead: largest(group => group.maximumLead),
    gini: largest(({ gini }) => gini),
    groups,
  };
}
