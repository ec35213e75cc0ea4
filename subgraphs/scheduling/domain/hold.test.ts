import { describe, expect, it } from '@jest/globals';
import { extendedUntil, type HoldState, isHeld } from './hold.ts';

const MINUTE = 60_000;
const hold: HoldState = { expiresAt: 10 * MINUTE, outcome: null, isSwept: false, extensions: 0 };

describe('a hold', () => {
  it('keeps its slot until the instant at which it ends', () => {
    expect(isHeld(hold, 10 * MINUTE - 1)).toBe(true);
    expect(isHeld(hold, 10 * MINUTE)).toBe(false);
  });

  it.each([
    { ...hold, outcome: 'CONSUMED' as const },
    { ...hold, outcome: 'RELEASED' as const },
    { ...hold, isSwept: true },
  ])('keeps nothing once it is over: %j', over => {
    expect(isHeld(over, 0)).toBe(false);
  });

  it('is prolonged from now on, three times, and never shortened', () => {
    expect(extendedUntil(hold, 30, 5 * MINUTE)).toBe(35 * MINUTE);
    expect(extendedUntil(hold, 1, 5 * MINUTE)).toBe(10 * MINUTE);
    expect(extendedUntil({ ...hold, extensions: 2 }, 10, 5 * MINUTE)).toBe(15 * MINUTE);
    expect(extendedUntil({ ...hold, extensions: 3 }, 10, 5 * MINUTE)).toBeNull();
  });
});
