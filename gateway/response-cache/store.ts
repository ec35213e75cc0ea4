import type { Redis } from 'ioredis';
import { LRUCache } from 'lru-cache';
import type { JsonObject } from '#platform/json.ts';
import type { Logger } from '#platform/logger.ts';
import { connectRedis } from '#platform/redis.ts';

/** A response, and what has to be known to tell whether it still holds. Nobody changes it. */
interface KeptResponse {
  data: JsonObject;
  /** Ids of all that it is made of. */
  tags: readonly string[];
  /** When it began to be read, and until when it is good: milliseconds of the epoch. */
  readAt: number;
  until: number;
}

export interface ResponseStore {
  get(key: string): Promise<KeptResponse | null>;
  put(key: string, response: KeptResponse): void;
  /** What the responses take, as far as it is taken in this process. */
  readonly bytes: number;
  readonly entries: number;
  close(): void;
}

/** Larger ones are not kept. */
const MAX_RESPONSE_BYTES = 1_000_000;

export function createMemoryStore(maxBytes: number): ResponseStore {
  const kept = new LRUCache<string, KeptResponse>({ maxSize: maxBytes, maxEntrySize: MAX_RESPONSE_BYTES });
  return {
    get: async key => kept.get(key) ?? null,
    put(key, response) {
      kept.set(key, response, { size: key.length + 2 * JSON.stringify(response).length });
    },
    get bytes() {
      return kept.calculatedSize;
    },
    get entries() {
      return kept.size;
    },
    close: () => kept.clear(),
  };
}

/** To ask the subgraphs takes hardly longer: nobody waits for a Redis that does not answer. */
const PATIENCE_MS = 100;
const REST_MS = 1_000;
const keyOf = (key: string) => `almanac:response:${key}`;

function inTime<T>(promise: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('Redis does not answer.')), PATIENCE_MS);
  return Promise.race([promise, late.promise]).finally(() => clearTimeout(timer));
}

/** One cache for all gateways. Without Redis, or with one that is slow, there is none. */
export async function createRedisStore(url: string, log: Logger): Promise<ResponseStore> {
  const onError = (error: Error) => log.warn({ err: error }, 'redis is not reachable; no responses are kept');
  const redis: Redis = await connectRedis(url, onError);
  /** Since when nobody is asked, so that not every request finds out for itself. */
  let restsSince = Number.NEGATIVE_INFINITY;
  const isResting = () => performance.now() - restsSince < REST_MS;
  const rest = () => {
    restsSince = performance.now();
    return null;
  };

  return {
    async get(key) {
      if (redis.status !== 'ready' || isResting()) return null;
      const text = await inTime(redis.get(keyOf(key))).catch(rest);
      return text === null ? null : (JSON.parse(text) as KeptResponse);
    },
    put(key, response) {
      const text = JSON.stringify(response);
      const ms = Math.ceil(response.until - response.readAt);
      if (text.length > MAX_RESPONSE_BYTES || redis.status !== 'ready' || isResting()) return;
      redis.set(keyOf(key), text, 'PX', ms).catch(rest);
    },
    bytes: 0,
    entries: 0,
    close: () => redis.disconnect(),
  };
}
