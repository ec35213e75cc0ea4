import type { Redis } from 'ioredis';
import type { Logger } from '../logger.ts';
import { connectRedis } from '../redis.ts';
import type { Lsn } from './replay.ts';

/**
 * Up to where the log has to be replayed before somebody may read from a replica. Marks are kept for longer than a
 * replica that is read from may lag, so that one which is gone was not needed any more.
 */
export interface WriteMarks {
  /** Rejects where the other processes may not have learned of it. */
  note(keys: readonly string[], lsn: Lsn): Promise<void>;
  /** The furthest of them, 0 where there is none, `null` where marks may have been lost. */
  furthest(keys: readonly string[]): Promise<Lsn | null>;
  close(): void;
}

const max = (a: Lsn, b: Lsn) => (a > b ? a : b);

/** Places are written with 16 digits, so that texts are ordered as numbers are. */
const NOTE = `
for _, key in ipairs(KEYS) do
  local known = redis.call('get', key)
  local mark = (known and known > ARGV[1]) and known or ARGV[1]
  redis.call('set', key, mark, 'px', ARGV[2])
end`;

const written = (lsn: Lsn) => lsn.toString(16).padStart(16, '0');

/** Kept in Redis, for all processes of a subgraph. */
export async function createWriteMarks(options: {
  redisUrl: string;
  name: string;
  ttlMs: number;
  log: Logger;
}): Promise<WriteMarks> {
  const { redisUrl, name, ttlMs, log } = options;
  const redis: Redis = await connectRedis(redisUrl, error =>
    log.warn({ err: error }, 'redis is not reachable; nothing is read from the replica'),
  );
  // A server that comes back may have forgotten everything.
  let openedAt = Number.POSITIVE_INFINITY;
  redis.on('ready', () => {
    openedAt = performance.now();
  });
  const place = (key: string) => `almanac:written:{${name}}:${key}`;
  return {
    async note(keys, lsn) {
      await redis.eval(NOTE, keys.length, ...keys.map(place), written(lsn), String(ttlMs));
    },
    async furthest(keys) {
      const marks = await redis.mget(...keys.map(place)).catch(() => null);
      if (!marks || performance.now() < openedAt + ttlMs) return null;
      return marks.map(mark => BigInt(`0x${mark ?? '0'}`)).reduce(max, 0n);
    },
    close: () => redis.disconnect(),
  };
}
