import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { until } from '../../gateway/tests/kit/collect.ts';
import { startTcpProxy, type TcpProxy, through } from '../../gateway/tests/kit/tcp-proxy.ts';
import { newId } from '../ids.ts';
import { createLogger } from '../logger.ts';
import { createRates, perMinute, type Rates } from '../rate-limit.ts';
import { connectRedis, subscribeRedis } from '../redis.ts';
import { testEnvironment } from '../testing/environment.ts';

const LIMIT = 3;
const isGone = ['refused', 'silent'] as const;

describe('a way to Redis that breaks', () => {
  let line: TcpProxy;
  let url: string;
  const ends: (() => void)[] = [];

  beforeAll(async () => {
    line = await startTcpProxy(Number(new URL(testEnvironment.redisUrl ?? '').port));
    url = through(testEnvironment.redisUrl ?? '', line.port);
  });
  afterEach(async () => {
    for (const end of ends.splice(0)) end();
    await line.become('open');
  });
  afterAll(() => line.close());

  /** How long it took, or null where it took longer than that. */
  async function durationOf(work: Promise<unknown>, limitMs: number): Promise<number | null> {
    const started = Date.now();
    const outcome = work.then(
      () => true,
      () => true,
    );
    return (await Promise.race([outcome, sleep(limitMs, false)])) ? Date.now() - started : null;
  }

  it('costs a command a moment; without our timeouts it would wait on', async () => {
    const ours = await connectRedis(url, () => {});
    const bare = new Redis(url);
    bare.on('error', () => {});
    ends.push(
      () => ours.disconnect(),
      () => bare.disconnect(),
    );
    await until(() => ours.status === 'ready' && bare.status === 'ready');
    await line.become('silent');
    const [guarded, control] = await Promise.all([
      durationOf(ours.get('a'), 4_000),
      durationOf(bare.get('a'), 4_000),
    ]);
    expect([guarded, control]).toEqual([expect.any(Number), null]);
  });

  it('is noticed by who listens, and mended; without our pings it would not be', async () => {
    const channel = newId('evt');
    const heard = { ours: 0, bare: 0 };
    ends.push(
      await subscribeRedis(
        url,
        channel,
        () => heard.ours++,
        () => {},
      ),
    );
    const bare = new Redis(url);
    bare.on('error', () => {});
    bare.on('message', () => heard.bare++);
    await bare.subscribe(channel);
    const publisher = new Redis(testEnvironment.redisUrl ?? '');
    ends.push(
      () => bare.disconnect(),
      () => publisher.disconnect(),
    );
    const isHeard = async (who: keyof typeof heard) => {
      await publisher.publish(channel, '');
      return heard[who] > 0;
    };
    await until(() => isHeard('ours'));
    await until(() => isHeard('bare'));
    line.forget();
    // What was on its way arrives.
    await sleep(500);
    Object.assign(heard, { ours: 0, bare: 0 });
    const forgotten = Date.now() - 500;
    await until(() => isHeard('ours'), 20_000);
    if (testEnvironment.isLong)
      process.stdout.write(`who listens noticed ${Date.now() - forgotten} ms after the way was forgotten\n`);
    // Twice as long, where there is time for it.
    const end = forgotten + (testEnvironment.isLong ? 30_000 : 0);
    while (Date.now() < end) await isHeard('bare').then(() => sleep(200));
    expect(heard.bare).toBe(0);
  }, 60_000);

  describe.each(isGone)('and is %s', how => {
    const create = (closed: 'PROOFS'[]) =>
      createRates({
        name: newId('evt'),
        budgets: { PROOFS: perMinute(LIMIT), QUESTIONS: perMinute(LIMIT) },
        closed,
        redisUrl: url,
        log: createLogger('test', 'fatal'),
      });
    type Counted = Rates<'PROOFS' | 'QUESTIONS'>;
    const spendTwice = async (rates: Counted, kind: 'PROOFS' | 'QUESTIONS') => {
      const codes: string[] = [];
      for (let i = 0; i < 2 * LIMIT; i++) {
        codes.push(
          await rates.spend(kind, 'a client').then(
            () => 'ok',
            error => error.code,
          ),
        );
      }
      return codes;
    };
    const times = (code: string, count: number) => Array.from({ length: count }, () => code);
    const limited = [...times('ok', LIMIT), ...times('RATE_LIMITED', LIMIT)];

    it('refuses proofs, as far as it is told to, and counts the rest here', async () => {
      const [closing, lenient] = await Promise.all([create(['PROOFS']), create([])]);
      ends.push(closing.close, lenient.close);
      const isCounting = (rates: Counted) =>
        rates.take('PROOFS', 'another').then(
          () => true,
          () => false,
        );
      await until(() => isCounting(closing));
      await line.become(how);
      expect(await spendTwice(closing, 'PROOFS')).toEqual(times('UNAVAILABLE', 2 * LIMIT));
      expect(await spendTwice(closing, 'QUESTIONS')).toEqual(limited);
      // The control: with that guard off, a process more is as many attempts more.
      expect(await spendTwice(lenient, 'PROOFS')).toEqual(limited);
      await line.become('open');
      await until(() => isCounting(closing));
      expect(await spendTwice(closing, 'PROOFS')).toEqual(limited);
    }, 20_000);
  });
});
