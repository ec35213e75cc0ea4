import { describe, expect, it } from '@jest/globals';
import { chooseAssignments } from './choose-assignments.ts';
import { type HostFacts, type LimitFacts, plainRules, type SlotFacts } from './event-type.ts';
import { type MovingBooking, planMoves, planSeries, type SeriesStrategy } from './series.ts';
import type { WaivableRule } from './waiver.ts';
import { dayOf } from './zone.ts';

const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;
const monday = Date.parse('2026-10-19T00:00:00Z');
const nine = monday + 9 * HOUR;
const weeks = (count: number) => Array.from({ length: count }, (_, week) => nine + week * WEEK);
const busy = (start: number, hours = 1) => ({ start, end: start + hours * HOUR });

function host(id: string, taken: { start: number; end: number }[] = []): HostFacts {
  const hours = [{ start: 9 * 60, end: 17 * 60 }];
  const weekly = new Map([1, 2, 3, 4, 5].map(day => [day, hours]));
  return {
    id,
    schedule: { timeZone: 'UTC', weekly, overrides: new Map(), travel: [] },
    busy: taken,
  };
}

function factsOf(hosts: HostFacts[], change: Partial<SlotFacts['rules']> = {}): SlotFacts {
  const rules = { ...plainRules, durations: [60], timeZone: 'UTC', ...change };
  return { rules, hosts, now: monday - 24 * HOUR };
}

const takersOf = ({ hosts }: SlotFacts) =>
  hosts
    .filter(({ isFixed }) => !isFixed)
    .map(({ id }) => ({
      hostId: id,
      weight: 100,
      priority: 2,
      count: 0,
      calibration: 0,
      lastAssignedAt: null,
    }));

function plan(
  facts: SlotFacts,
  count: number,
  strategy: SeriesStrategy = 'SKIP',
  waivable: readonly WaivableRule[] = [],
) {
  const question = { starts: weeks(count), duration: 60, timeZone: 'UTC', strategy };
  return planSeries(facts, {
    ...question,
    choose: (open, usefulness) => chooseAssignments(facts, open, takersOf(facts), usefulness),
    waivable,
  });
}

describe('a series', () => {
  it('says of each occurrence whether it can be had, and what can instead', () => {
    const [first, second] = plan(factsOf([host('a', [busy(nine + WEEK, 2)])]), 2);
    expect(first).toMatchObject({ position: 1, bookedAt: nine, alternative: null });
    expect(second?.bookedAt).toBeNull();
    expect(second?.verdicts.filter(({ passed }) => !passed).map(({ rule }) => rule)).toEqual(['CONFLICT']);
    expect(second?.alternative?.start).toBe(nine + WEEK + 2 * HOUR);
  });

  it('shifts within the day only', () => {
    const morning = host('a', [busy(nine + WEEK, 2)]);
    expect(plan(factsOf([morning]), 2, 'SHIFT')[1]?.bookedAt).toBe(nine + WEEK + 2 * HOUR);
    const [, second] = plan(factsOf([host('a', [busy(nine + WEEK, 8)])]), 2, 'SHIFT');
    expect(second?.bookedAt).toBeNull();
    expect(second?.alternative?.start).toBe(nine + WEEK + 24 * HOUR);
  });

  it('counts towards limits with each occurrence', () => {
    const limit = { scope: 'EVENT_TYPE', unit: 'BOOKINGS', period: 'MONTH', days: null, max: 1 } as const;
    const limits: LimitFacts[] = [{ limit, timeZone: 'UTC', used: [] }];
    const booked = plan({ ...factsOf([host('a')]), limits }, 4).map(({ bookedAt }) => bookedAt !== null);
    // 19 and 26 October, 2 and 9 November.
    expect(booked).toEqual([true, false, true, false]);
  });

  it('asks a window that counts from today of the first occurrence only, and dates of all', () => {
    const rolling = factsOf([host('a')], { window: { kind: 'CALENDAR_DAYS', days: 3 } });
    expect(plan(rolling, 3).every(({ bookedAt }) => bookedAt !== null)).toBe(true);
    const days = { firstDay: dayOf('2026-10-01'), lastDay: dayOf('2026-10-26') };
    const fixed = factsOf([host('a')], { window: { kind: 'DATES', ...days } });
    expect(plan(fixed, 3).map(({ bookedAt }) => bookedAt !== null)).toEqual([true, true, false]);
  });

  it('is hosted by whoever is free for most of it, and by others where they are not', () => {
    const facts = factsOf([host('a', [busy(nine), busy(nine + WEEK)]), host('b', [busy(nine + 3 * WEEK)])], {
      schedulingMode: 'ROUND_ROBIN',
    });
    const planned = plan(facts, 5);
    expect(planned.map(({ taken }) => taken[0]?.hostId)).toEqual(['b', 'b', 'b', 'a', 'b']);
    expect(planned.map(({ turns: [turn] }) => [turn?.placeId, turn?.decision.decidedBy])).toEqual([
      ['b', 'ONLY_FREE'],
      ['b', 'ONLY_FREE'],
      ['b', 'SERIES'],
      ['a', 'ONLY_FREE'],
      ['b', 'SERIES'],
    ]);
    // Who could not take as many is free all the same, and lacks nothing that was looked at.
    expect(planned[2]?.turns[0]?.decision.candidates).toMatchObject([
      { hostId: 'a', isFree: true, shortfall: null },
      { hostId: 'b', isFree: true, shortfall: 1 },
    ]);
  });

  it('has a host in turn beside one who always hosts, who is free more often', () => {
    const always = { ...host('z'), isFixed: true };
    const facts = factsOf(
      [always, host('a', [busy(nine)]), host('b', [busy(nine + WEEK), busy(nine + 2 * WEEK)])],
      {
        schedulingMode: 'ROUND_ROBIN',
      },
    );
    expect(plan(facts, 3).map(({ taken }) => taken.map(({ hostId }) => hostId))).toEqual([
      ['z', 'b'],
      ['z', 'a'],
      ['z', 'a'],
    ]);
  });

  it('sets rules aside where they stand in the way of an occurrence, and only there', () => {
    const facts = factsOf([host('a', [busy(nine + 2 * WEEK)])], {
      window: { kind: 'DATES', firstDay: dayOf('2026-10-01'), lastDay: dayOf('2026-10-20') },
      bufferBefore: 30,
    });
    const planned = plan(facts, 3, 'SHIFT', ['WINDOW', 'CONFLICT']);
    expect(planned.map(({ waived }) => waived)).toEqual([[], ['WINDOW'], []]);
    // A booking of somebody else is never set aside; where it goes instead is found by the rules as they are.
    expect(planned.map(({ bookedAt }) => bookedAt)).toEqual([nine, nine + WEEK, null]);
    const beside = { ...host('a', [busy(nine - HOUR)]) };
    const [first, second] = plan(factsOf([beside], { bufferBefore: 30 }), 2, 'SKIP', ['CONFLICT']);
    expect([first?.waived, first?.rules.bufferBefore]).toEqual([['CONFLICT'], 0]);
    expect([second?.waived, second?.rules.bufferBefore]).toEqual([[], 30]);
  });

  it('counts what is booked beyond a limit towards it', () => {
    const limit = { scope: 'EVENT_TYPE', unit: 'BOOKINGS', period: 'MONTH', days: null, max: 1 } as const;
    const limits: LimitFacts[] = [{ limit, timeZone: 'UTC', used: [] }];
    const planned = plan({ ...factsOf([host('a')]), limits }, 4, 'FAIL', ['LIMIT']);
    expect(planned.map(({ waived }) => waived)).toEqual([[], ['LIMIT'], [], ['LIMIT']]);
  });
});

describe('moving a series', () => {
  const booking = (week: number, to: number): MovingBooking => {
    const start = nine + week * WEEK;
    const span = { start, end: start + HOUR };
    return {
      id: `${week}`,
      position: week + 1,
      ...span,
      hostIds: ['a'],
      resourceIds: [],
      claims: [{ claimantId: 'a', ...span }],
      to,
    };
  };
  const claimsOf = (moving: MovingBooking[]) => moving.map(({ start, end }) => ({ start, end }));
  const move = (
    moving: MovingBooking[],
    strategy: SeriesStrategy,
    taken: { start: number; end: number }[] = [],
  ) => {
    const all = [...claimsOf(moving), ...taken].sort((a, b) => a.start - b.start);
    return planMoves(factsOf([host('a', all)]), moving, { timeZone: 'UTC', strategy });
  };

  it('lets bookings go where others of it still are', () => {
    const moving = [0, 1, 2].map(week => booking(week, nine + (week + 1) * WEEK));
    expect(move(moving, 'FAIL').map(({ movedTo }) => movedTo)).toEqual(moving.map(({ to }) => to));
  });

  it('keeps others off a booking that has to stay', () => {
    const moving = [0, 1, 2].map(week => booking(week, nine + (week + 1) * WEEK));
    const blocked = [busy(nine + 3 * WEEK, 8)];
    // The third cannot go, so that the second cannot take its place, nor the first that of the second.
    expect(move(moving, 'SKIP', blocked).map(({ movedTo }) => movedTo)).toEqual([null, null, null]);
    const apart = [0, 1].map(week => booking(week, nine + week * WEEK + 2 * HOUR));
    expect(move(apart, 'SKIP', [busy(nine + WEEK + 2 * HOUR)]).map(({ movedTo }) => movedTo)).toEqual([
      nine + 2 * HOUR,
      null,
    ]);
  });

  it('shifts those that cannot go where they should', () => {
    const moving = [0, 1].map(week => booking(week, nine + week * WEEK + 2 * HOUR));
    const moved = move(moving, 'SHIFT', [busy(nine + WEEK + 2 * HOUR)]);
    expect(moved.map(({ movedTo }) => movedTo)).toEqual([nine + 2 * HOUR, nine + WEEK + 3 * HOUR]);
  });
});
