import { z } from 'zod';

const milliseconds = (fallback: number) => z.coerce.number().int().min(1).default(fallback);

/** How the gateway asks subgraphs. */
export const sourcesConfig = {
  QUERY_DEADLINE_MS: milliseconds(3_000).describe(
    'How long a subgraph may take to answer a query, in milliseconds. Its fields are null then, with a code.',
  ),
  MUTATION_DEADLINE_MS: milliseconds(10_000).describe(
    'How long a subgraph may take to answer a mutation, in milliseconds. It may have been carried out all the same.',
  ),
  BREAKER_FAILURES: z.coerce
    .number()
    .int()
    .min(1)
    .default(5)
    .describe('After so many failures in a row a subgraph is not asked for a while.'),
  BREAKER_COOLDOWN_MS: milliseconds(60_000).describe(
    'After so many milliseconds a subgraph that failed is tried again, even while it does not say that it is ready.',
  ),
};

const shape = z.object(sourcesConfig);

export type SourcesConfig = z.infer<typeof shape>;
