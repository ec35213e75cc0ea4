import type { Clock } from '../clock.ts';

/** A clock that stands still until it is moved. */
export interface TestClock extends Clock {
  set(instant: string): void;
  advance(ms: number): void;
}

export function createTestClock(instant: string): TestClock {
  let now = Date.parse(instant);
  return {
    now: () => now,
    set(next) {
      now = Date.parse(next);
    },
    advance(ms) {
      now += ms;
    },
  };
}
