import { describe, expect, it } from '@jest/globals';
import { refreshTokenUse } from './refresh-token.ts';

describe('using a refresh token', () => {
  it('is the first use while it was never consumed', () => {
    expect(refreshTokenUse({ consumedAt: null, isSuccessorConsumed: false }, 5)).toBe('FIRST');
  });

  it('is a repetition shortly after, while its successor was not used', () => {
    expect(refreshTokenUse({ consumedAt: 0, isSuccessorConsumed: false }, 9_999)).toBe('REPEAT');
  });

  it('is theft when the grace is over', () => {
    expect(refreshTokenUse({ consumedAt: 0, isSuccessorConsumed: false }, 10_000)).toBe('REUSE');
  });

  it('is theft once the successor was used, however soon', () => {
    expect(refreshTokenUse({ consumedAt: 0, isSuccessorConsumed: true }, 1)).toBe('REUSE');
  });
});
