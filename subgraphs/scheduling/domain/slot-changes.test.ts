import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainRules, type SlotFacts, type SlotRules } from './event-type.ts';
import { changesBetween, isNothing, netChanges, nextChangeAt } from './slot-changes.ts';
import type { Slot } from './slots.ts';
import { MINUTE_MS } from './zone.ts';

const slot = (start: number, hostIds = ['usr_1']): Slot => ({
  start,
  end: start + 30,
  hostIds,
  seatsRemaining: null,
});
const starts = (slots: readonly Slot[]) => slots.map(({ start }) => start);

describe('changes of slots', () => {
  it('are the starts that came and went', () => {
    const { added, removed } = changesBetween([slot(1), slot(2)], [slot(2), slot(3)]);
    expect([starts(added), starts(removed)]).toEqual([[3], [1]]);
  });

  it('are none where only the hosts are others', () => {
    expect(isNothing(changesBetween([slot(1)], [slot(1, ['usr_2'])]))).toBe(true);
  });

  it('merge to what they come to in the end, whatever happened between', () => {
    const list = fc.uniqueArray(fc.integer({ min: 0, max: 12 })).map(some => some.sort((a, b) => a - b));
    fc.assert(
      fc.property(fc.array(list, { minLength: 2, maxLength: 8 }), lists => {
        const states = lists.map(some => some.map(start => slot(start)));
        const steps = states.slice(1).map((state, index) => changesBetween(states[index] ?? [], state));
        expect(netChanges(steps)).toEqual(changesBetween(states[0] ?? [], states.at(-1) ?? []));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the next change by time alone', () => {
  const NOW = Date.parse('2027-03-01T12:00:00Z');
  const LATER = Date.parse('2027-06-01T00:00:00Z');
  const facts = (rules: Partial<SlotRules>): SlotFacts => ({
    rules: { ...plainRules, durations: [30], timeZone: 'Asia/Kolkata', ...rules },
    hosts: [],
    now: NOW,
  });
  const midnightInKolkata = Date.parse('2027-03-01T18:30:00Z');

  it('is the moment after the soonest slot can be booked', () => {
    const soon = [slot(NOW + 90 * MINUTE_MS), slot(NOW + 120 * MINUTE_MS)];
    expect(nextChangeAt(facts({ minimumNotice: 60 }), soon, LATER)).toBe(NOW + 30 * MINUTE_MS + 1);
  });

  it.each([
    ['CALENDAR_DAYS', midnightInKolkata],
    ['BUSINESS_DAYS', midnightInKolkata],
    ['AVAILABLE_DAYS', midnightInKolkata],
  ] as const)("is the owner's next midnight with a window of %s", (kind, instant) => {
    expect(nextChangeAt(facts({ window: { kind, days: 5 } }), [], LATER)).toBe(instant);
  });

  it.each([
    ['without a window', facts({}), LATER],
    ['with fixed dates', facts({ window: { kind: 'DATES', firstDay: 0, lastDay: 9 } }), LATER],
    ['for a query of the past', facts({ window: { kind: 'CALENDAR_DAYS', days: 5 } }), NOW],
  ])('never comes where nothing is open %s', (_name, given, to) => {
    expect(nextChangeAt(given, [], to)).toBe(Number.POSITIVE_INFINITY);
  });
});
