import { LRUCache } from 'lru-cache';
import type { AppError } from '#platform/errors.ts';
import type { Logger } from '#platform/logger.ts';
import { type Balance, type Budget, createRates, rateLimited } from '#platform/rate-limit.ts';
import type { Caller } from '../caller.ts';
import type { ProtectionConfig } from './config.ts';

/** Cost that one point pays for. Every operation takes one at least. */
const COST_OF_A_POINT = 5_000;
/** Clients that are told to wait without asking Redis. */
const BLOCKED_CLIENTS = 20_000;
/** Clients whose subscriptions have not cost a whole point yet. */
const DEBTORS = 20_000;

const pointsOf = (cost: number) => Math.max(1, Math.ceil(cost / COST_OF_A_POINT));

const callerKinds = ['API_KEY', 'OAUTH', 'SESSION', 'ANONYMOUS'] as const;
type CallerKind = (typeof callerKinds)[number];

/** Who is counted as one: a key, a client in a user's name, a user's sessions together, an address. */
function clientOf({ principal, clientAddress }: Caller): { kind: CallerKind; client: string } {
  const { credential, id } = principal;
  switch (credential?.kind) {
    case 'API_KEY':
      return { kind: 'API_KEY', client: credential.id };
    case 'ACCESS_TOKEN':
      return { kind: 'OAUTH', client: `${credential.clientId ?? ''} ${id}` };
    case 'SESSION':
      return { kind: 'SESSION', client: id };
    default:
      return { kind: 'ANONYMOUS', client: clientAddress };
  }
}

export interface Spending {
  /** Which fields at the root are counted by themselves. */
  isCounted(field: string): boolean;
  /** Refuses who has nothing left, as far as this process knows, before any work is done. */
  requireOpen(caller: Caller): void;
  /** Takes what an operation costs, or refuses it. `fields` says how often it uses those that are counted. */
  spend(caller: Caller, cost: number, fields: ReadonlyMap<string, number>): Promise<void>;
  /** Takes a point for what never came to be run. */
  spendOnRefusal(caller: Caller): Promise<void>;
  /** Takes what an event of a subscription costs. It is sent all the same: who has nothing left waits with what comes next. */
  spendOnEvent(caller: Caller, cost: number): void;
  close(): void;
}

interface SpendingOptions {
  config: ProtectionConfig;
  redisUrl: string | undefined;
  log: Logger;
  now: () => number;
}

const nameOf = (kind: string, { points, seconds }: Budget) => `${kind}:${points}/${seconds}`;

/** Rate limits in points, which are the cost of operations; for some fields also by how often they are used. */
export async function createSpending({ config, redisUrl, log, now }: SpendingOptions): Promise<Spending> {
  const budgetsOf: Readonly<Record<CallerKind, readonly Budget[]>> = {
    API_KEY: config.RATE_LIMIT_API_KEY,
    OAUTH: config.RATE_LIMIT_OAUTH,
    SESSION: config.RATE_LIMIT_SESSION,
    ANONYMOUS: config.RATE_LIMIT_ANONYMOUS,
  };
  const fieldBudgets = new Map(
    config.RATE_LIMIT_FIELDS.flatMap(tier => tier.fields.map(field => [field, tier] as const)),
  );
  const named = [
    ...callerKinds.flatMap(kind => budgetsOf[kind].map(budget => [nameOf(kind, budget), budget] as const)),
    ...[...fieldBudgets].map(([field, budget]) => [nameOf(field, budget), budget] as const),
  ];
  const rates = await createRates<string>({
    budgets: Object.fromEntries(named),
    redisUrl,
    name: 'gateway',
    log,
  });
  const blocked = new LRUCache<string, number>({ max: BLOCKED_CLIENTS });

  function refuse(caller: Caller, retryAfter: number): AppError {
    const { kind, client } = clientOf(caller);
    blocked.set(`${kind} ${client}`, now() + retryAfter * 1000);
    return rateLimited('requests', retryAfter);
  }

  /** Takes points from all budgets of the caller's kind; the one that has least left is remembered. */
  async function take(caller: Caller, points: number): Promise<Balance | null> {
    const { kind, client } = clientOf(caller);
    const taken = budgetsOf[kind].map(budget => rates.take(nameOf(kind, budget), client, points));
    const found = (await Promise.all(taken)).filter(balance => balance !== null);
    // Of those that are exceeded the one that lasts longest, else the one that is nearest to it.
    const [tightest = null] = found.sort(
      (a, b) =>
        Number(b.isExceeded) - Number(a.isExceeded) ||
        (a.isExceeded ? b.resetsIn - a.resetsIn : a.remaining - b.remaining),
    );
    if (tightest) caller.account.balance = tightest;
    return tightest;
  }

  async function spendOnFields(caller: Caller, fields: ReadonlyMap<string, number>) {
    const { kind, client } = clientOf(caller);
    for (const [field, times] of fields) {
      const budget = fieldBudgets.get(field);
      const balance = budget && (await rates.take(nameOf(field, budget), `${kind} ${client}`, times));
      if (balance?.isExceeded) throw rateLimited(`uses of ${field}`, balance.resetsIn);
    }
  }

  /** What events have cost a client that is less than a point: most are far less. */
  const debts = new LRUCache<string, number>({ max: DEBTORS });

  function spendOnEvent(caller: Caller, cost: number) {
    const { kind, client } = clientOf(caller);
    const key = `${kind} ${client}`;
    const debt = (debts.get(key) ?? 0) + cost;
    const points = Math.floor(debt / COST_OF_A_POINT);
    debts.set(key, debt - points * COST_OF_A_POINT);
    if (points > 0) take(caller, points).catch(error => log.warn({ err: error }, 'events were not counted'));
  }

  return {
    isCounted: field => fieldBudgets.has(field),
    requireOpen(caller) {
      const { kind, client } = clientOf(caller);
      const key = `${kind} ${client}`;
      const until = blocked.get(key) ?? 0;
      const retryAfter = Math.ceil((until - now()) / 1000);
      if (retryAfter > 0) {
        const limit = Math.max(0, ...budgetsOf[kind].map(({ points }) => points));
        caller.account.balance = { limit, remaining: 0, resetsIn: retryAfter, isExceeded: true };
        throw rateLimited('requests', retryAfter);
      }
      blocked.delete(key);
    },
    async spend(caller, cost, fields) {
      const balance = await take(caller, pointsOf(cost));
      if (balance?.isExceeded) throw refuse(caller, balance.resetsIn);
      await spendOnFields(caller, fields);
    },
    async spendOnRefusal(caller) {
      const balance = caller.account.balance ? null : await take(caller, 1);
      if (balance?.isExceeded) refuse(caller, balance.resetsIn);
    },
    spendOnEvent,
    close: rates.close,
  };
}
