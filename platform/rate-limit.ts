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

/** What a client may spend within a time. */
export interface Budget {
  /** 0: any number. */
  points: number;
  seconds: number;
}

export const perMinute = (points: number): Budget => ({ points, seconds: 60 });

/** How a client stands after it spent something. */
export interface Balance {
  limit: number;
  remaining: number;
  /** Seconds until everything can be spent again. */
  resetsIn: number;
  /** Whether it spent more than it had. */
  isExceeded: boolean;
}

export interface Rates<Counted extends string = Kind> {
  /** Counts what a client spends, even where it is more than it has; `null` where nothing is counted. */
  take(kind: Counted, client: string, points?: number): Promise<Balance | null>;
  /** Counts one use by a client, or refuses it with RATE_LIMITED. */
  spend(kind: Counted, client: string): Promise<void>;
  close(): void;
}

interface RatesOptions<Counted extends string> {
  budgets: Readonly<Record<Counted, Budget>>;
  /** Left out: each process counts for itself. */
  redisUrl?: string | undefined;
  /**
   * What is refused while Redis is not there: proofs that somebody could guess, as often as there are processes more.
   * Everything else is counted by each process for itself then.
   */
  closed?: readonly NoInfer<Counted>[];
  /** Of whoever counts: others count by themselves. */
  name: string;
  log: Logger;
}

export function rateLimited(what: string, retryAfter: number): AppError {
  return new AppError('RATE_LIMITED', `Too many ${what}: try again in ${retryAfter} seconds.`, {
    extensions: { retryAfter },
  });
}

function notCounted(cause: unknown): AppError {
  return new AppError('UNAVAILABLE', 'This cannot be counted right now, and so not done. Try again.', {
    cause,
    extensions: { retryAfter: 1 },
  });
}

/** Counts in Redis for all processes together, and in memory while Redis is not there. */
export async function createRates<Counted extends string>({
  budgets,
  redisUrl,
  closed = [],
  name,
  log,
}: RatesOptions<Counted>): Promise<Rates<Counted>> {
  const limited = (Object.entries(budgets) as [Counted, Budget][]).filter(([, { points }]) => points > 0);
  const onError = (error: Error) =>
    log.warn({ err: error }, 'redis is not reachable; each process counts for itself');
  const redis = redisUrl && limited.length > 0 ? await connectRedis(redisUrl, onError) : null;
  const limiters = new Map(
    limited.map(([kind, { points, seconds }]) => {
      const options = { points, duration: seconds, keyPrefix: `almanac:rate:${name}:${kind}` };
      const local = new RateLimiterMemory(options);
      const insurance = closed.includes(kind) ? {} : { insuranceLimiter: local };
      return [kind, redis ? new RateLimiterRedis({ ...options, storeClient: redis, ...insurance }) : local];
    }),
  );

  async function take(kind: Counted, client: string, points = 1): Promise<Balance | null> {
    const limiter = limiters.get(kind);
    if (!limiter) return null;
    const balanceOf = ({ remainingPoints, msBeforeNext }: RateLimiterRes, isExceeded: boolean): Balance => ({
      limit: budgets[kind].points,
      remaining: Math.max(0, remainingPoints),
      resetsIn: Math.max(1, Math.ceil(msBeforeNext / 1000)),
      isExceeded,
    });
    try {
      return balanceOf(await limiter.consume(client, points), false);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw notCounted(refusal);
      return balanceOf(refusal, true);
    }
  }

  return {
    take,
    async spend(kind, client) {
      const balance = await take(kind, client);
      if (balance?.isExceeded) throw rateLimited('requests', balance.resetsIn);
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
