import type { Redis, RedisOptions } from 'ioredis';

/** What Redis does for us takes a millisecond; whoever waits has another way. */
const COMMAND_MS = 500;
const CONNECT_MS = 2_000;
/** A host that lost its power does not hang up: who says nothing for so long is taken for gone. */
const SILENCE_MS = 1_000;
const MAX_RETRY_MS = 1_000;

type Options = Omit<RedisOptions, 'replyMapping'>;

const common: Options = {
  lazyConnect: true,
  connectTimeout: CONNECT_MS,
  socketTimeout: SILENCE_MS,
  // Until it is back, for ever, at most a second apart.
  retryStrategy: tries => Math.min(tries * 100, MAX_RETRY_MS),
};

async function connect(url: string, options: Options, onError: (error: Error) => void): Promise<Redis> {
  const { Redis } = await import('ioredis');
  const redis = new Redis(url, { ...common, ...options });
  redis.on('error', onError);
  return redis;
}

/** A connection for commands, which fail within half a second where Redis is not there, and at once when that is known. */
export async function connectRedis(url: string, onError: (error: Error) => void): Promise<Redis> {
  const options = {
    commandTimeout: COMMAND_MS,
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    // Whoever sent them has gone another way by the time that it is back.
    autoResendUnfulfilledCommands: false,
  };
  const redis = await connect(url, options, onError);
  redis.connect().catch(() => {});
  return redis;
}

const PING_MS = 4_000;

/** A connection that listens to a channel, and again after each break. Returns the function that ends it. */
export async function subscribeRedis(
  url: string,
  channel: string,
  listener: () => void,
  onError: (error: Error) => void,
): Promise<() => void> {
  const redis = await connect(url, { maxRetriesPerRequest: null }, onError);
  redis.on('message', listener);
  redis.subscribe(channel).catch(() => {});
  // A channel may be silent for hours: only an answer tells that somebody is there.
  const asking = setInterval(() => {
    if (redis.status === 'ready') redis.ping().catch(() => {});
  }, PING_MS).unref();
  return () => {
    clearInterval(asking);
    redis.disconnect();
  };
}
