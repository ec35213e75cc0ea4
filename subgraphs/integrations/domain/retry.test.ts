import { describe, expect, it } from '@jest/globals';
import { MAX_ATTEMPTS, retryDelay } from './retry.ts';

describe('the retry schedule', () => {
  it('makes eight attempts over about 27 hours', () => {
    const waits = Array.from({ length: MAX_ATTEMPTS - 1 }, (_, index) => retryDelay(index + 1, 0.5) ?? 0);
    expect(MAX_ATTEMPTS).toBe(8);
    expect(waits.reduce((sum, wait) => sum + wait, 0) / 3_600_000).toBeCloseTo(27.6, 1);
  });

  it('gives up after the last attempt', () => {
    expect(retryDelay(MAX_ATTEMPTS, 0.5)).toBeNull();
  });

  it('stays within 20 % of the schedule', () => {
    expect(retryDelay(2, 0)).toBe(240_000);
    expect(retryDelay(2, 0.999_999)).toBeCloseTo(360_000, -1);
  });
});
