import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type HostFacts, plainRules, type SlotFacts, type SlotRules } from './event-type.ts';
import type { Interval } from './interval.ts';
import type { DayHours } from './schedule.ts';
import { slots } from './slots.ts';
import { assignments, verdicts } from './verdicts.ts';
import { DAY_MS, MINUTE_MS } from './zone.ts';

const rules: SlotRules = { ...plainRules, durations: [30], timeZone: 'UTC' };

const at = (text: string) => Date.parse(text);
const now = at('2027-03-01T00:00:00Z');

function host(id: string, hours: DayHours, busy: Interval[] = [], timeZone = 'UTC'): HostFacts {
  const weekly = new Map([1, 2, 3, 4, 5, 6, 7].map(day => [day, [hours]]));
  return { id, schedule: { timeZone, weekly, overrides: new Map() }, busy };
}

function starts(change: Partial<SlotRules>, hosts: HostFacts[], duration = 30): string[] {
  const facts: SlotFacts = { rules: { ...rules, ...change }, hosts, now };
  const span = { from: at('2027-03-02T00:00:00Z'), to: at('2027-03-03T00:00:00Z') };
  return slots(facts, { ...span, duration }).map(slot => new Date(slot.start).toISOString().slice(11, 16));
}

const morning = { start: 540, end: 660 };

describe('slots', () => {
  it('fill the hours in steps of the duration', () => {
    expect(starts({}, [host('a', morning)])).toEqual(['09:00', '09:30', '10:00', '10:30']);
  });

  it('can start more often than they are long', () => {
    expect(starts({ slotInterval: 15 }, [host('a', { start: 540, end: 600 })])).toEqual([
      '09:00',
      '09:15',
      '09:30',
    ]);
  });

  it('begin at a natural minute of the clock where the hours do not', () => {
    expect(starts({}, [host('a', { start: 547, end: 660 })])).toEqual(['09:30', '10:00', '10:30']);
    expect(starts({ durations: [45] }, [host('a', { start: 547, end: 720 })], 45)).toEqual([
      '09:15',
      '10:00',
      '10:45',
    ]);
    expect(starts({ durations: [7] }, [host('a', { start: 547, end: 565 })], 7)).toEqual(['09:07', '09:14']);
  });

  it('leave out what is taken, with room for their own buffers', () => {
    const busy = [{ start: at('2027-03-02T09:30:00Z'), end: at('2027-03-02T10:00:00Z') }];
    expect(starts({}, [host('a', morning, busy)])).toEqual(['09:00', '10:00', '10:30']);
    expect(starts({ bufferAfter: 5 }, [host('a', morning, busy)])).toEqual(['10:00', '10:30']);
    expect(starts({ bufferBefore: 5 }, [host('a', morning, busy)])).toEqual(['09:00', '10:30']);
  });

  it('keep their distance from now, and stay within the window', () => {
    expect(starts({ minimumNotice: 24 * 60 + 600 }, [host('a', morning)])).toEqual(['10:00', '10:30']);
    expect(starts({ window: { kind: 'CALENDAR_DAYS', days: 0 } }, [host('a', morning)])).toEqual([]);
    expect(starts({ window: { kind: 'CALENDAR_DAYS', days: 1 } }, [host('a', morning)])).toHaveLength(4);
  });

  it('need everybody for COLLECTIVE and one of them for ROUND_ROBIN', () => {
    const hosts = [host('a', morning), host('b', { start: 600, end: 720 })];
    expect(starts({ schedulingMode: 'COLLECTIVE' }, hosts)).toEqual(['10:00', '10:30']);
    expect(starts({ schedulingMode: 'ROUND_ROBIN' }, hosts)).toEqual([
      '09:00',
      '09:30',
      '10:00',
      '10:30',
      '11:00',
      '11:30',
    ]);
    const facts = { rules: { ...rules, schedulingMode: 'ROUND_ROBIN' as const }, hosts, now };
    const span = { from: at('2027-03-02T00:00:00Z'), to: at('2027-03-03T00:00:00Z') };
    expect(slots(facts, { ...span, duration: 30 }).map(slot => slot.hostIds.join())).toEqual([
      'a',
      'a',
      'a,b',
      'a,b',
      'b',
      'b',
    ]);
  });

  it('keep more distance from a booking than from a foreign event that began before it', () => {
    const taken = [
      { start: at('2027-03-02T10:00:00Z'), end: at('2027-03-02T10:30:00Z'), isForeign: true },
      { start: at('2027-03-02T10:10:00Z'), end: at('2027-03-02T10:20:00Z') },
    ];
    const change = { durations: [15], bufferAfter: 30, padsForeignEvents: false };
    expect(starts(change, [host('a', morning, taken)], 15)).toEqual(['09:00', '09:15', '10:30', '10:45']);
  });

  it('name a colleague once who stands in for another', () => {
    const colleague = host('b', morning);
    const away = {
      firstDay: at('2027-03-02T00:00:00Z') / DAY_MS,
      lastDay: at('2027-03-02T00:00:00Z') / DAY_MS,
      reason: 'Away',
    };
    const hosts = [{ ...host('a', morning), absences: [{ ...away, standIn: colleague }] }, colleague];
    for (const schedulingMode of ['COLLECTIVE', 'ROUND_ROBIN'] as const) {
      const facts: SlotFacts = { rules: { ...rules, schedulingMode }, hosts, now };
      const [first] = slots(facts, {
        from: at('2027-03-02T00:00:00Z'),
        to: at('2027-03-03T00:00:00Z'),
        duration: 30,
      });
      expect(first?.hostIds).toEqual(['b']);
    }
  });

  it('cross midnight where the hours of two days touch', () => {
    const always = host('a', { start: 0, end: 1440 });
    expect(starts({ slotInterval: 30, durations: [60] }, [always], 60).slice(-2)).toEqual(['23:00', '23:30']);
  });

  it('are none without hosts, when inactive, and for other durations', () => {
    expect(starts({}, [])).toEqual([]);
    expect(starts({ isActive: false }, [host('a', morning)])).toEqual([]);
    expect(starts({}, [host('a', morning)], 45)).toEqual([]);
  });
});

const zone = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/Havana',
  'Pacific/Chatham',
);
/** Around changes of clocks in most of these zones. */
const anyNow = fc.constantFrom(
  ...['2027-03-27T10:00:00Z', '2027-10-02T10:00:00Z', '2027-10-30T20:00:00Z', '2027-06-15T00:00:00Z'].map(at),
);
const hours = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
  .map(([start, length]): DayHours => ({ start, end: start + length }));
const anyHost = (id: string) =>
  fc
    .record({
      timeZone: zone,
      daily: hours,
      busy: fc.array(fc.tuple(fc.nat(6000), fc.integer({ min: 1, max: 300 })), { maxLength: 8 }),
    })
    .map(({ timeZone, daily, busy }) => ({
      timeZone,
      make: (from: number): HostFacts =>
        host(
          id,
          daily,
          busy
            .map(([start, length]) => ({
              start: from + start * MINUTE_MS,
              end: from + (start + length) * MINUTE_MS,
            }))
            .sort((a, b) => a.start - b.start),
          timeZone,
        ),
    }));
const anyRules = fc.record({
  schedulingMode: fc.constantFrom('SOLO' as const, 'ROUND_ROBIN' as const, 'COLLECTIVE' as const),
  duration: fc.constantFrom(7, 15, 30, 45, 60, 90),
  slotInterval: fc.constantFrom(null, 5, 15, 20, 45),
  bufferBefore: fc.constantFrom(0, 5, 30),
  bufferAfter: fc.constantFrom(0, 10),
  minimumNotice: fc.constantFrom(0, 90, 1500),
  days: fc.constantFrom(null, 0, 1, 5),
  timeZone: zone,
});
const anyFacts = fc
  .record({
    rules: anyRules,
    hosts: fc.tuple(anyHost('a'), anyHost('b'), anyHost('c')),
    count: fc.integer({ min: 1, max: 3 }),
    now: anyNow,
  })
  .map(({ rules: { duration, days, ...change }, hosts, count, now: from }) => {
    const window =
      days === null ? ({ kind: 'UNLIMITED' } as const) : ({ kind: 'CALENDAR_DAYS', days } as const);
    const facts: SlotFacts = {
      rules: { ...rules, ...change, window, durations: [duration] },
      hosts: hosts.slice(0, count).map(({ make }) => make(from)),
      now: from,
    };
    return { facts, duration };
  });

describe('the parity law', () => {
  it('holds: a time is offered exactly when no verdict fails, and with exactly the hosts who could take it', () => {
    fc.assert(
      fc.property(anyFacts, fc.nat(3 * 24 * 60), ({ facts, duration }, offset) => {
        const span = {
          from: facts.now + offset * MINUTE_MS,
          to: facts.now + offset * MINUTE_MS + DAY_MS / 2,
        };
        const offered = new Map(slots(facts, { ...span, duration }).map(slot => [slot.start, slot.hostIds]));
        for (let start = Math.ceil(span.from / MINUTE_MS) * MINUTE_MS; start < span.to; start += MINUTE_MS) {
          const fine = verdicts(facts, { start, duration }).every(verdict => verdict.passed);
          if (fine !== offered.has(start)) {
            throw new Error(
              `${new Date(start).toISOString()}: verdicts say ${fine}, slots say ${offered.has(start)}`,
            );
          }
          if (fine) {
            const hostIds = assignments(facts, { start, duration }).map(({ hostId }) => hostId);
            expect(hostIds).toEqual(offered.get(start));
          }
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('holds at the borders: no slot starts outside the range, and none comes twice', () => {
    fc.assert(
      fc.property(
        anyFacts,
        fc.nat(10_000),
        fc.integer({ min: 1, max: 10_000 }),
        ({ facts, duration }, offset, length) => {
          const span = {
            from: facts.now + offset * MINUTE_MS,
            to: facts.now + (offset + length) * MINUTE_MS,
          };
          const found = slots(facts, { ...span, duration }).map(slot => slot.start);
          expect(found.every(start => start >= span.from && start < span.to)).toBe(true);
          expect(new Set(found).size).toBe(found.length);
          expect([...found].sort((a, b) => a - b)).toEqual(found);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('makes two adjacent windows say the same as one', () => {
    fc.assert(
      fc.property(
        anyFacts,
        fc.nat(5000),
        fc.integer({ min: 1, max: 4000 }),
        fc.integer({ min: 1, max: 4000 }),
        ({ facts, duration }, offset, a, b) => {
          const [from, middle, to] = [offset, offset + a, offset + a + b].map(
            minutes => facts.now + minutes * MINUTE_MS,
          ) as [number, number, number];
          const whole = slots(facts, { from, to, duration });
          const parts = [
            ...slots(facts, { from, to: middle, duration }),
            ...slots(facts, { from: middle, to, duration }),
          ];
          expect(parts).toEqual(whole);
        },
      ),
      { numRuns: 300 },
    );
  });
});
