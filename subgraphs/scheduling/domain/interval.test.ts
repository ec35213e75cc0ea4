import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { difference, type Interval, intersection, intervalAt, merged, overlaps } from './interval.ts';

const interval = fc
  .tuple(fc.nat(60), fc.nat(20))
  .map(([start, length]): Interval => ({ start, end: start + length }));
const intervals = fc.array(interval, { maxLength: 12 });
/** The slow truth: a set of unit steps. */
const steps = (list: readonly Interval[]) => {
  const covered = new Set<number>();
  for (const { start, end } of list) for (let step = start; step < end; step++) covered.add(step);
  return covered;
};

describe('intervals', () => {
  it.each([
    ['before', [0, 1], [2, 3], false],
    ['meets', [0, 2], [2, 3], false],
    ['overlaps', [0, 3], [2, 4], true],
    ['starts', [0, 1], [0, 4], true],
    ['during', [1, 2], [0, 4], true],
    ['finishes', [3, 4], [0, 4], true],
    ['equals', [0, 4], [0, 4], true],
  ] as const)('%s: share an instant or not, whichever comes first', (_relation, [a, b], [c, d], expected) => {
    expect(overlaps({ start: a, end: b }, { start: c, end: d })).toBe(expected);
    expect(overlaps({ start: c, end: d }, { start: a, end: b })).toBe(expected);
  });

  it('merge into as few as possible that cover the same', () => {
    fc.assert(
      fc.property(intervals, list => {
        const joined = merged(list);
        expect(steps(joined)).toEqual(steps(list));
        for (const [index, { start }] of joined.entries()) {
          if (index > 0) expect(start).toBeGreaterThan(joined[index - 1]?.end ?? Number.NaN);
        }
      }),
    );
  });

  it('intersect and differ like sets', () => {
    fc.assert(
      fc.property(intervals, intervals, (a, b) => {
        const [left, right] = [merged(a), merged(b)];
        expect(steps(intersection(left, right))).toEqual(steps(left).intersection(steps(right)));
        expect(
          steps(
            difference(
              left,
              b.sort((x, y) => x.start - y.start),
            ),
          ),
        ).toEqual(steps(left).difference(steps(b)));
      }),
    );
  });

  it('are found by an instant they hold, the end excluded', () => {
    const list = [
      { start: 0, end: 2 },
      { start: 2, end: 3 },
      { start: 5, end: 8 },
    ];
    expect([-1, 0, 1, 2, 3, 5, 7, 8].map(instant => intervalAt(list, instant)?.start)).toEqual([
      undefined,
      0,
      0,
      2,
      undefined,
      5,
      5,
      undefined,
    ]);
  });
});
