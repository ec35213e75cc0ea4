import { counter, histogram, readings, secondsSince } from '#platform/telemetry/metrics.ts';
import { openSpan } from '#platform/telemetry/tracing.ts';

const duration = histogram(
  'graphql_plan_duration_seconds',
  'How long the planner worked on an operation.',
  [],
);
const lookups = counter('graphql_plan_cache_lookups_total', 'Whether a plan was there already.', ['result']);
const entries = readings('graphql_plan_cache_entries', 'Plans that are kept.', []);
const characters = readings('graphql_plan_cache_characters', 'What the plans that are kept take.', []);

/** Shows how full the cache is; returns what counts a look into it. */
export function observePlanCache(cache: { size: number; calculatedSize: number }) {
  entries.watch(() => [{ labels: {}, value: cache.size }]);
  characters.watch(() => [{ labels: {}, value: cache.calculatedSize }]);
  return (result: 'hit' | 'miss') => lookups.inc({ result });
}

export function observePlan<Plan>(plan: () => Plan): Plan {
  const start = performance.now();
  const span = openSpan('plan');
  try {
    return plan();
  } finally {
    span?.end();
    duration.observe(secondsSince(start));
  }
}
