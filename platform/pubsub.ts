import type { Logger } from './logger.ts';
import { connectRedis, subscribeRedis } from './redis.ts';

/**
 * Tells every process of a subgraph that there is something new to read. It carries no data: what is new is
 * read from the database, so a lost wake-up delays an event and never loses one.
 */
export interface WakeChannel {
  wake(): void;
  /** Returns the function that ends the listening. */
  onWake(listener: () => void): () => void;
  close(): Promise<void>;
}

export function createLocalWakeChannel(): WakeChannel {
  const listeners = new Set<() => void>();
  return {
    wake() {
      for (const listener of listeners) listener();
    },
    onWake(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => listeners.clear(),
  };
}

/** Wakes this process at once and the others through Redis. Without Redis the others notice by polling. */
async function createRedisWakeChannel(url: string, name: string, log: Logger): Promise<WakeChannel> {
  const local = createLocalWakeChannel();
  const onError = (error: Error) =>
    log.warn({ err: error }, 'redis is not reachable; readers fall back to polling');
  const channel = `almanac:wake:${name}`;
  const publisher = await connectRedis(url, onError);
  const endListening = await subscribeRedis(url, channel, local.wake, onError);
  return {
    wake() {
      local.wake();
      publisher.publish(channel, '').catch(() => {});
    },
    onWake: local.onWake,
    async close() {
      await local.close();
      publisher.disconnect();
      endListening();
    },
  };
}

export function createWakeChannel(
  redisUrl: string | undefined,
  name: string,
  log: Logger,
): Promise<WakeChannel> {
  return redisUrl ? createRedisWakeChannel(redisUrl, name, log) : Promise.resolve(createLocalWakeChannel());
}
