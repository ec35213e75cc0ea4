import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { accessOf } from './access.ts';
import { AppError } from './errors.ts';
import type { Logger } from './logger.ts';
import type { Principal } from './principal.ts';
import { connectRedis } from './redis.ts';

/** Fields at the root that need no account: what changes something is dearer than what only asks. */
type Kind = 'MUTATIONS' | 'QUERIES';

/** Who is counted, and where; every operation's context holds it. */
interface LimitedContext {
  readonly viewer: Principal;
  readonly clientAddress: string | null;
  /** Left out: this subgraph limits nobody. */
  readonly rates?: Rates | undefined;
}

export interface Rates<Counted extends string = Kind> {
  /** Counts one use by a client, or refuses it with RATE_LIMITED. */
  spend(kind: Counted, client: string): Promise<void>;
  close(): void;
}

interface RatesOptions<Counted extends string> {
  /** 0: any number. */
  perMinute: Readonly<Record<Counted, number>>;
  /** Left out: each process counts for itself. */
  redisUrl?: string | undefined;
  /** Of the subgraph: another one counts by itself. */
  name: string;
  log: Logger;
}

const WINDOW_SECONDS = 60;

/** Counts in Redis for all processes together, and in memory while Redis is not there. */
export async function createRates<Counted extends string>({
  perMinute,
  redisUrl,
  name,
  log,
}: RatesOptions<Counted>): Promise<Rates<Counted>> {
  const isOff = Object.values<number>(perMinute).every(points => points === 0);
  const onError = (error: Error) =>
    log.warn({ err: error }, 'redis is not reachable; each process counts for itself');
  const redis = redisUrl && !isOff ? await connectRedis(redisUrl, onError) : null;
  const limiters = new Map(
    (Object.entries(perMinute) as [Counted, number][])
      .filter(([, points]) => points > 0)
      .map(([kind, points]) => {
        const options = { points, duration: WINDOW_SECONDS, keyPrefix: `almanac:rate:${name}:${kind}` };
        const insuranceLimiter = new RateLimiterMemory(options);
        return [
          kind,
          redis
            ? new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter })
            : insuranceLimiter,
        ];
      }),
  );
  return {
    async spend(kind, client) {
      try {
        await limiters.get(kind)?.consume(client);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        const retryAfter = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
        throw new AppError('RATE_LIMITED', `Too many requests: try again in ${retryAfter} seconds.`, {
          extensions: { retryAfter },
        });
      }
    },
    close: () => redis?.disconnect(),
  };
}

/**
 * Lets anonymous clients use public fields so many times a minute. Each field counts, whatever its alias: one
 * request may hold many.
 */
export function limitPublicFields(schema: GraphQLSchema): void {
  const roots = [
    ['MUTATIONS', schema.getMutationType()],
    ['QUERIES', schema.getQueryType()],
    ['QUERIES', schema.getSubscriptionType()],
  ] as const;
  for (const [kind, root] of roots) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      if (accessOf(field)?.to !== 'PUBLIC') continue;
      if (field.subscribe) field.subscribe = counted(field.subscribe, kind);
      else field.resolve = counted(field.resolve ?? defaultFieldResolver, kind);
    }
  }
}

function counted(
  resolve: GraphQLFieldResolver<unknown, LimitedContext>,
  kind: Kind,
): GraphQLFieldResolver<unknown, LimitedContext> {
  return async (source, args, context, info) => {
    const { viewer, clientAddress, rates } = context;
    if (rates && clientAddress && viewer.kind === 'ANONYMOUS') await rates.spend(kind, clientAddress);
    return resolve(source, args, context, info);
  };
}
