import type { Logger } from '#platform/logger.ts';
import type { PrincipalSigner } from '#platform/principal.ts';
import type { Subgraph } from '#platform/subgraph.ts';
import type { GatewayConfig } from '../config.ts';
import { followWords } from '../follow-words.ts';
import { observeResponseCache } from '../telemetry/observe-response-cache.ts';
import { createChanges } from './changes.ts';
import { createResponseCache, type ResponseCache } from './response-cache.ts';
import { createMemoryStore, createRedisStore } from './store.ts';

/** What tests replace. */
export interface ResponseCacheOverrides {
  settleMs?: number;
  /** Whether nobody heeds what changes. */
  isDeaf?: boolean;
}

interface Options {
  config: Pick<GatewayConfig, 'REDIS_URL' | 'PUBLIC_URL'> &
    Partial<Pick<GatewayConfig, 'RESPONSE_CACHE_BYTES'>>;
  overrides: ResponseCacheOverrides | undefined;
  subgraphs: Readonly<Record<(typeof sources)[number], Subgraph>>;
  sign: PrincipalSigner;
  log: Logger;
}

/** Those that tell of changes. */
const sources = ['identity', 'scheduling'] as const;

const queryFor = (field: string) =>
  `subscription EntitiesChanged($after: String) { ${field}(after: $after) { cursor ids } }`;

/** The cache for public reads, kept true by what the subgraphs tell of changes; null where there is to be none. */
export async function openResponseCache(
  options: Options,
): Promise<{ cache: ResponseCache | null; close(): void }> {
  const { config, subgraphs, sign, log, overrides: { settleMs, isDeaf } = {} } = options;
  const { RESPONSE_CACHE_BYTES: bytes, REDIS_URL: redisUrl } = config;
  if (!bytes) return { cache: null, close() {} };
  const store = redisUrl ? await createRedisStore(redisUrl, log) : createMemoryStore(bytes);
  const observe = observeResponseCache(store);
  const changes = createChanges({ sources, now: Date.now, settleMs });
  const stops = sources.map(name => {
    const field = `${name}EntitiesChanged`;
    return followWords({
      subgraph: subgraphs[name],
      sign,
      log,
      query: queryFor(field),
      field,
      warning: `${name} does not tell what changes; no responses are kept until it does`,
      onWord(word, isFirst) {
        const ids = word['ids'] as string[];
        observe.changed(ids.length);
        changes.hear(name, isDeaf ? [] : ids, isFirst);
      },
      onSilence: () => changes.lose(name),
    });
  });
  return {
    cache: createResponseCache({ name: config.PUBLIC_URL, store, changes, now: Date.now, observe }),
    close() {
      for (const stop of stops) stop();
      observe.stop();
      store.close();
    },
  };
}
