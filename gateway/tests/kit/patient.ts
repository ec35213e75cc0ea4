import type { SourcesConfig } from '../../sources/config.ts';

/** How tests ask subgraphs that are not about asking: machines that run them may have much to do. */
export const patient: SourcesConfig = {
  QUERY_DEADLINE_MS: 15_000,
  MUTATION_DEADLINE_MS: 30_000,
  BREAKER_FAILURES: 5,
  BREAKER_COOLDOWN_MS: 60_000,
};
