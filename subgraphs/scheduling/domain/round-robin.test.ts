import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  chooseTurn,
  fairnessOf,
  periodStart,
  pickedByPerson,
  recalibrated,
  type TurnTaker,
  tooFarAhead,
} from './round-robin.ts';

const taker = (hostId: string, more: Partial<TurnTaker> = {}): TurnTaker => ({
  hostId,
  weight: 100,
  priority: 2,
  count: 0,
  calibration: 0,
  lastAssignedAt: null,
  ...more,
});
const all = (takers: readonly TurnTaker[]) => new Set(takers.map(({ hostId }) => hostId));

/** Gives bookings out one after the other, and says how far anybody ever was from their exact share. */
function deal(start: readonly TurnTaker[], bookings: number, choose = chooseTurn) {
  let takers = [...start];
  const weights = takers.reduce((total, { weight }) => total + weight, 0);
  let furthest = 0;
  for (let made = 1; made <= bookings; made++) {
    const turn = choose(takers, all(takers));
    takers = takers.map(one =>
      one.hostId === turn?.hostId ? { ...one, count: one.count + 1, lastAssignedAt: made } : one,
    );
    for (const { count, weight } of takers)
      furthest = Math.max(furthest, Math.abs(count - (made * weight) / weights));
  }
  return { takers, furthest };
}

const named = (weights: readonly number[]) =>
  weights.map((weight, index) => taker(String.fromCharCode(97 + index), { weight }));

describe('round robin', () => {
  it.each([
    ['whoever took least', [taker('a', { count: 2 }), taker('b', { count: 1 })], 'b', 'TURN'],
    [
      'whoever waits longest',
      [taker('a', { count: 1, lastAssignedAt: 5 }), taker('b', { count: 1, lastAssignedAt: 3 })],
      'b',
      'LONGEST_WAITING',
    ],
    ['whoever never had one', [taker('a', { lastAssignedAt: 5 }), taker('b')], 'b', 'LONGEST_WAITING'],
    [
      'the lowest id',
      [taker('b', { lastAssignedAt: 5 }), taker('a', { lastAssignedAt: 5 })],
      'a',
      'LOWEST_ID',
    ],
    ['the only one', [taker('a', { count: 9 })], 'a', 'ONLY_FREE'],
    ['the highest priority', [taker('a'), taker('b', { count: 9, priority: 4 })], 'b', 'PRIORITY'],
    [
      'the heavier of two who have the same',
      [taker('a', { count: 1 }), taker('b', { count: 1, weight: 300 })],
      'b',
      'TURN',
    ],
    ['whoever is not calibrated', [taker('a', { calibration: 1 }), taker('b')], 'b', 'TURN'],
  ])('chooses %s', (_rule, takers, hostId, decidedBy) => {
    expect(chooseTurn(takers, all(takers))).toMatchObject({ hostId, decision: { decidedBy } });
    // The order in which they are given does not matter.
    expect(chooseTurn([...takers].reverse(), all(takers))?.hostId).toBe(hostId);
  });

  it('chooses nobody of nobody, and nobody who is not free', () => {
    expect(chooseTurn([], new Set())).toBeNull();
    expect(chooseTurn([taker('a')], new Set())).toBeNull();
    const takers = [taker('a'), taker('b', { count: 5 }), taker('c', { priority: 0 })];
    expect(chooseTurn(takers, new Set(['b', 'c']))).toEqual({
      hostId: 'b',
      decision: {
        decidedBy: 'PRIORITY',
        candidates: [
          { hostId: 'a', weight: 100, priority: 2, count: 0, calibration: 0, isFree: false, shortfall: null },
          { hostId: 'b', weight: 100, priority: 2, count: 5, calibration: 0, isFree: true, shortfall: 1 },
          { hostId: 'c', weight: 100, priority: 0, count: 0, calibration: 0, isFree: true, shortfall: null },
        ],
      },
    });
    expect(pickedByPerson(takers, new Set(['b'])).candidates.map(({ isFree }) => isFree)).toEqual([
      false,
      true,
      false,
    ]);
  });

  it.each([
    [[100, 100, 100]],
    [[100, 200, 300]],
    [[1000, 1]],
    [[1000, 1, 1, 1, 1, 1, 1, 1]],
    [[999, 7, 13, 501, 2]],
    [[50, 100, 100, 100, 150, 400, 1000]],
    [[368, 2, 31, 1, 2, 273, 41, 312]],
  ])('keeps weights %j within one booking of their share, all through 10,000 bookings', weights => {
    const { takers, furthest } = deal(named(weights), 10_000);
    expect(furthest).toBeLessThanOrEqual(1);
    expect(takers.reduce((total, { count }) => total + count, 0)).toBe(10_000);
  });

  it('does not stay within one booking when whoever lacks most goes first: the test above can fail', () => {
    const lacksMost: typeof chooseTurn = takers => {
      const weights = takers.reduce((total, { weight }) => total + weight, 0);
      const next = takers.reduce((total, { count }) => total + count, 0) + 1;
      const lack = ({ count, weight }: TurnTaker) => (next * weight) / weights - count;
      const [first] = [...takers].sort((a, b) => lack(b) - lack(a));
      return first ? { hostId: first.hostId, decision: pickedByPerson(takers) } : null;
    };
    const worst = deal(named([368, 2, 31, 1, 2, 273, 41, 312]), 10_000, lacksMost).furthest;
    expect(worst).toBeGreaterThan(1);
  });

  it('keeps any weights within one booking of their share', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 12 }), weights => {
        expect(deal(named(weights), 300).furthest).toBeLessThanOrEqual(1);
      }),
      { numRuns: 100 },
    );
  });

  it('leaves the given list alone', () => {
    const takers = [taker('b', { count: 1 }), taker('a')];
    chooseTurn(takers, all(takers));
    expect(takers.map(({ hostId }) => hostId)).toEqual(['b', 'a']);
  });
});

describe('calibration', () => {
  const grown = (takers: readonly TurnTaker[], wanted: readonly { hostId: string; weight: number }[]) => {
    const calibrations = recalibrated(takers, wanted);
    return wanted.map(({ hostId, weight }) => ({
      ...(takers.find(known => known.hostId === hostId) ?? taker(hostId)),
      weight,
      calibration: calibrations.get(hostId) ?? 0,
    }));
  };

  it('starts a new host level with the others, by weight', () => {
    const before = deal(named([100, 200]), 300).takers;
    const wanted = [...before, taker('c', { weight: 100 })];
    expect(recalibrated(before, wanted).get('c')).toBe(100);
    const { takers } = deal(grown(before, wanted), 40);
    expect(takers.map(({ count }) => count)).toEqual([110, 220, 10]);
  });

  it('would give a new host everything without it', () => {
    const before = deal(named([100, 200]), 300).takers;
    const { takers } = deal([...before, taker('c', { weight: 100 })], 40);
    expect(takers.map(({ count }) => count)).toEqual([100, 200, 40]);
  });

  it('lets new weights hold from now on, and leaves who has no new weight alone', () => {
    const before = deal(named([100, 100]), 200).takers;
    const { takers } = deal(grown(before, named([300, 100])), 40);
    expect(takers.map(({ count }) => count)).toEqual([130, 110]);
    expect([...recalibrated(before, before)]).toEqual([
      ['a', 0],
      ['b', 0],
    ]);
  });
});

describe('the period that is counted', () => {
  const at = (text: string) => Date.parse(text);

  it.each([
    ['NEVER', '2026-11-18T12:00:00Z', 'UTC', '1970-01-01T00:00:00Z'],
    ['WEEKLY', '2026-11-18T12:00:00Z', 'UTC', '2026-11-16T00:00:00Z'],
    ['WEEKLY', '2026-11-16T00:00:00Z', 'UTC', '2026-11-16T00:00:00Z'],
    // In New York it is still Sunday.
    ['WEEKLY', '2026-11-16T04:59:59Z', 'America/New_York', '2026-11-09T05:00:00Z'],
    ['MONTHLY', '2026-11-18T12:00:00Z', 'UTC', '2026-11-01T00:00:00Z'],
    // Clocks go back on that first of November, after midnight.
    ['MONTHLY', '2026-11-18T12:00:00Z', 'America/New_York', '2026-11-01T04:00:00Z'],
    ['MONTHLY', '2026-11-30T15:00:00Z', 'Asia/Tokyo', '2026-11-30T15:00:00Z'],
  ] as const)('%s begins for %s in %s at %s', (interval, instant, zone, start) => {
    expect(periodStart(interval, at(instant), zone)).toBe(at(start));
  });
});

describe('fairness', () => {
  it('is perfect where everybody has their share', () => {
    const shares = [
      { hostId: 'a', weight: 100, count: 10 },
      { hostId: 'b', weight: 300, count: 30 },
    ];
    expect(fairnessOf(shares)).toEqual({
      total: 40,
      hosts: [
        { hostId: 'a', weight: 100, count: 10, target: 10, deviation: 0 },
        { hostId: 'b', weight: 300, count: 30, target: 30, deviation: 0 },
      ],
      maximumDeviation: 0,
      maximumLead: 0,
      gini: 0,
    });
  });

  it('says who is ahead, and how uneven it is', () => {
    const shares = ['a', 'b', 'c', 'd'].map((hostId, index) => ({
      hostId,
      weight: 100,
      count: index === 0 ? 8 : 0,
    }));
    expect(fairnessOf(shares)).toMatchObject({ maximumDeviation: 6, maximumLead: 8, gini: 0.75 });
  });

  it.each([
    [5, ['a']],
    [6, []],
  ])('says who may take no more where nobody may be %d ahead', (maximumLead, hostIds) => {
    // Level with b would be three.
    const takers = [taker('a', { count: 7, calibration: 1 }), taker('b', { count: 6, weight: 200 })];
    expect([...tooFarAhead(takers, maximumLead)]).toEqual(hostIds);
    // Whoever is furthest behind may always take one.
    expect(tooFarAhead(takers, 1).has('b')).toBe(false);
  });

  it('is not a number for nobody and nothing', () => {
    expect(fairnessOf([])).toEqual({ total: 0, hosts: [], maximumDeviation: 0, maximumLead: 0, gini: 0 });
  });
});
