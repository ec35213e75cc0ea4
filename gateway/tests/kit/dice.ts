/** A number from 0 up to, not including, so many sides; 0 where there are none. */
export type Dice = (sides: number) => number;

/** The same numbers in every run (Lehmer's generator). */
export function dice(seed: number): Dice {
  let state = (seed % 2_147_483_646) + 1;
  return sides => {
    state = (state * 48_271) % 2_147_483_647;
    return sides > 0 ? state % sides : 0;
  };
}
