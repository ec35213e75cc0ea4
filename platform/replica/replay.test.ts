import { describe, expect, it } from '@jest/globals';
import { parseLsn, Replay } from './replay.ts';

describe('places in the log', () => {
  it('are ordered by their numbers, not by their text', () => {
    expect(parseLsn('9/FFFFFFFF') < parseLsn('10/0')).toBe(true);
    expect(parseLsn('16/B374D848')).toBe(0x16_b374_d848n);
    expect(parseLsn('0/0')).toBe(0n);
  });
});

describe('a replica', () => {
  it('lags by the age of the newest place that it has reached', () => {
    const replay = new Replay();
    expect(replay.lag(1000)).toBe(Number.POSITIVE_INFINITY);
    replay.sample(1000, 10n);
    replay.sample(1250, 20n);
    replay.sample(1500, 30n);
    expect(replay.lag(1600)).toBe(Number.POSITIVE_INFINITY);
    replay.reach(20n);
    expect(replay.lag(1600)).toBe(350);
    replay.reach(35n);
    expect(replay.lag(1600)).toBe(100);
    expect([replay.has(35n), replay.has(36n)]).toEqual([true, false]);
  });

  it('is current while nothing is written, and behind when it is not heard of', () => {
    const replay = new Replay();
    replay.reach(10n);
    replay.sample(1000, 10n);
    replay.sample(2000, 10n);
    expect(replay.lag(2010)).toBe(10);
    expect(replay.lag(9000)).toBe(7000);
  });

  it('never goes back, until it is forgotten', () => {
    const replay = new Replay();
    replay.sample(1000, 10n);
    replay.reach(10n);
    replay.reach(5n);
    expect(replay.has(10n)).toBe(true);
    replay.forget();
    expect(replay.has(1n)).toBe(false);
    expect(replay.lag(1000)).toBe(Number.POSITIVE_INFINITY);
    replay.reach(5n);
    expect([replay.has(5n), replay.has(10n)]).toEqual([true, false]);
  });

  it('that stands still for long is known to lag for at least as long', () => {
    const replay = new Replay();
    replay.reach(1n);
    replay.sample(0, 1n);
    for (let at = 1; at <= 5000; at++) replay.sample(at, BigInt(at + 1));
    expect(replay.lag(5000)).toBe(5000);
    replay.reach(5001n);
    expect(replay.lag(5000)).toBe(0);
  });
});
