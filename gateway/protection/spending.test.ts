import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { createLogger } from '#platform/logger.ts';
import { anonymous } from '#platform/principal.ts';
import type { Caller } from '../caller.ts';
import { protectionConfig } from './config.ts';
import { createSpending } from './spending.ts';

const shape = z.object(protectionConfig);

const callerFrom = (clientAddress: string): Caller => ({
  principal: anonymous,
  requestId: 'test',
  idempotencyKey: undefined,
  clientAddress,
  userAgent: undefined,
  forget: () => {},
  account: {},
  signal: undefined,
});

describe('the configuration of rate limits', () => {
  it('reads budgets and fields', () => {
    const config = shape.parse({
      RATE_LIMIT_API_KEY: '120/60, 5000/3600',
      RATE_LIMIT_OAUTH: 'off',
      RATE_LIMIT_FIELDS: '5/10=signIn, completeSignIn;30/60=inviteMember',
    });
    expect(config.RATE_LIMIT_API_KEY).toEqual([
      { points: 120, seconds: 60 },
      { points: 5000, seconds: 3600 },
    ]);
    expect(config.RATE_LIMIT_OAUTH).toEqual([]);
    expect(config.RATE_LIMIT_FIELDS).toEqual([
      { points: 5, seconds: 10, fields: ['signIn', 'completeSignIn'] },
      { points: 30, seconds: 60, fields: ['inviteMember'] },
    ]);
  });

  it.each(['120', '0/60', '120/60,', '-1/60', '1.5/60', 'none'])('refuses %s as a budget', text => {
    expect(shape.safeParse({ RATE_LIMIT_API_KEY: text }).success).toBe(false);
  });

  it.each(['5/10', '5/10=', '5/10=a b', 'signIn=5/10'])('refuses %s as a budget of fields', text => {
    expect(shape.safeParse({ RATE_LIMIT_FIELDS: text }).success).toBe(false);
  });
});

describe('spending', () => {
  async function start(environment: Record<string, string>) {
    const clock = { now: Date.now() };
    const spending = await createSpending({
      config: shape.parse(environment),
      redisUrl: undefined,
      log: createLogger('test', 'silent'),
      now: () => clock.now,
    });
    return { clock, spending };
  }
  const none = new Map<string, number>();

  it('takes a point for each 5,000 of cost, from all budgets at once', async () => {
    const { spending } = await start({ RATE_LIMIT_ANONYMOUS: '10/60,100/3600' });
    for (const [cost, remaining] of [
      [0, 9],
      [5_000, 8],
      [5_001, 6],
      [30_000, 0],
    ] as const) {
      const caller = callerFrom('a');
      await spending.spend(caller, cost, none);
      expect(caller.account.balance).toMatchObject({ limit: 10, remaining, isExceeded: false });
    }
    await expect(spending.spend(callerFrom('a'), 0, none)).rejects.toThrow('Too many requests');
    await expect(spending.spend(callerFrom('b'), 0, none)).resolves.toBeUndefined();
  });

  it('lets nobody in again before their time', async () => {
    const { spending, clock } = await start({ RATE_LIMIT_ANONYMOUS: '1/60' });
    await spending.spend(callerFrom('a'), 0, none);
    expect(() => spending.requireOpen(callerFrom('a'))).not.toThrow();
    await expect(spending.spend(callerFrom('a'), 0, none)).rejects.toThrow();
    expect(() => spending.requireOpen(callerFrom('a'))).toThrow('Too many requests');
    expect(() => spending.requireOpen(callerFrom('b'))).not.toThrow();
    clock.now += 61_000;
    expect(() => spending.requireOpen(callerFrom('a'))).not.toThrow();
  });

  it('counts events until they make a point', async () => {
    const { spending } = await start({ RATE_LIMIT_ANONYMOUS: '10/60' });
    const remaining = async () => {
      const caller = callerFrom('a');
      await spending.spendOnRefusal(caller);
      return caller.account.balance?.remaining;
    };
    for (let i = 0; i < 3; i++) spending.spendOnEvent(callerFrom('a'), 1_600);
    expect(await remaining()).toBe(9);
    spending.spendOnEvent(callerFrom('a'), 10_200);
    expect(await remaining()).toBe(5);
  });

  it('counts fields by themselves', async () => {
    const { spending } = await start({ RATE_LIMIT_FIELDS: '3/60=signIn' });
    expect([spending.isCounted('signIn'), spending.isCounted('me')]).toEqual([true, false]);
    await spending.spend(callerFrom('a'), 0, new Map([['signIn', 2]]));
    await expect(spending.spend(callerFrom('a'), 0, new Map([['signIn', 2]]))).rejects.toThrow(
      'uses of signIn',
    );
    await spending.spend(callerFrom('a'), 0, none);
  });
});
