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

/** Shows how full the cache is, until `stop`; `count` counts a look into it. */
export function observePlanCache(cache: { size: number; calculatedSize: number }) {
  const stops = [
    entries.watch(() => [{ labels: {}, value: cache.size }]),
    characters.watch(() => [{ labels: {}, value: cache.calculatedSize }]),
  ];
  return {
    count: (result: 'hit' | 'miss') => lookups.inc({ result }),
    stop() {
      for (const stop of stops) stop();
    },
  };
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
