import fc from 'fast-check';
import type { Busy } from '../event-type.ts';
import { often, type Placed, placed } from './any-schedule.ts';
import { MINUTE } from './transitions.ts';

export const nearMinute = fc.integer({ min: -3 * 1440, max: 3 * 1440 });
export const length = often(3, fc.constantFrom(5, 15, 30, 60, 90), fc.integer({ min: 1, max: 1500 }));
export const sortedByStart = <T extends { start: number }>(list: T[]) =>
  list.sort((a, b) => a.start - b.start);

/** Busy time close to a change of clocks. */
export const anyBusy: fc.Arbitrary<Placed<readonly Busy[]>> = placed(
  fc.array(
    fc.record({
      // Some lie close together: what overlaps in part is where order matters.
      from: often(1, nearMinute, fc.integer({ min: -90, max: 90 })),
      length,
      isForeign: fc.boolean(),
      off: often(9, fc.constant(0), fc.nat(59_999)),
    }),
    {
      maxLength: 5,
    },
  ),
  (busy, { at }) =>
    sortedByStart(
      busy.map(({ from, length: minutes, isForeign, off }) => ({
        start: at + from * MINUTE + off,
        end: at + (from + minutes) * MINUTE + off,
        isForeign,
      })),
    ),
);
