import { counter, readings } from '#platform/telemetry/metrics.ts';

const lookups = counter(
  'graphql_response_cache_lookups_total',
  'Operations of anonymous clients that may be answered from the cache: hit, miss, or bypass while changes are not heard.',
  ['result'],
);
const stored = counter('graphql_response_cache_stored_total', 'Responses that were kept.', []);
const changed = counter(
  'graphql_response_cache_changed_ids_total',
  'Things that subgraphs told to have changed: responses with any of them are outdated.',
  [],
);
const bytes = readings('graphql_response_cache_bytes', 'What responses take in this process.', []);
const entries = readings('graphql_response_cache_entries', 'Responses that are kept in this process.', []);

export type LookupResult = 'hit' | 'miss' | 'bypass';

/** Shows how full the cache is, until `stop`. */
export function observeResponseCache(store: { readonly bytes: number; readonly entries: number }) {
  const stops = [
    bytes.watch(() => [{ labels: {}, value: store.bytes }]),
    entries.watch(() => [{ labels: {}, value: store.entries }]),
  ];
  return {
    looked: (result: LookupResult) => lookups.inc({ result }),
    stored: () => stored.inc(),
    changed: (ids: number) => changed.inc(ids),
    stop() {
      for (const stop of stops) stop();
    },
  };
}
