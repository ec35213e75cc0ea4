import { beforeEach, describe, expect, it } from '@jest/globals';
import { type Changes, createChanges } from './changes.ts';

describe('what was heard of changes', () => {
  let time: number;
  let changes: Changes;
  const make = (maxRemembered?: number) =>
    createChanges({
      sources: ['a', 'b'],
      now: () => time,
      settleMs: 5_000,
      ...(maxRemembered && { maxRemembered }),
    });

  beforeEach(() => {
    time = 1_000_000;
    changes = make();
    changes.hear('a', [], true);
    changes.hear('b', [], true);
    time += 5_000;
  });

  it('is trusted while every source says something', () => {
    expect(changes.isHearing()).toBe(false);
    changes.hear('a', [], false);
    expect(changes.isHearing()).toBe(false);
    changes.hear('b', [], false);
    expect(changes.isHearing()).toBe(true);
    time += 3_000;
    expect(changes.isHearing()).toBe(true);
    time += 1;
    expect(changes.isHearing()).toBe(false);
    changes.hear('a', [], false);
    changes.hear('b', [], false);
    changes.lose('a');
    expect(changes.isHearing()).toBe(false);
  });

  it('ends what was read before it, and shortly after', () => {
    const before = time;
    expect(changes.holds(['x', 'y'], before)).toBe(true);
    time += 10;
    changes.hear('a', ['y'], false);
    expect(changes.holds(['x', 'y'], before)).toBe(false);
    expect(changes.holds(['x'], before)).toBe(true);
    expect(changes.holds(['y'], time + 4_999)).toBe(false);
    expect(changes.holds(['y'], time + 5_000)).toBe(true);
  });

  it('ends everything when it begins anew', () => {
    const before = time;
    expect(changes.holds([], before)).toBe(true);
    changes.hear('b', [], true);
    expect(changes.holds([], before)).toBe(false);
    expect(changes.holds([], time + 5_000)).toBe(true);
  });

  it('counts what was heard, so that nobody joins what began before', () => {
    const { revision } = changes;
    changes.hear('a', [], false);
    expect(changes.revision).toBe(revision);
    changes.hear('a', ['x'], false);
    expect(changes.revision).toBeGreaterThan(revision);
  });

  it('forgets what is more than it may remember, and with it what was read before', () => {
    changes = make(2);
    const before = time;
    changes.hear('a', ['x'], false);
    time += 1_000;
    changes.hear('a', ['y', 'z'], false);
    expect(changes.holds(['x'], before)).toBe(false);
    expect(changes.holds(['w'], before)).toBe(false);
    expect(changes.holds(['w'], before + 5_000)).toBe(true);
  });

  it('forgets what is longer ago than anything is kept', () => {
    changes = make(2);
    changes.hear('a', ['x', 'y'], false);
    time += 905_001;
    const before = time - 800_000;
    changes.hear('a', ['z'], false);
    expect(changes.holds(['w'], before)).toBe(true);
  });
});
