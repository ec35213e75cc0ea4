import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type HostFacts,
  type LimitFacts,
  plainRules,
  type SeatedBooking,
  type SlotFacts,
} from './event-type.ts';
import { slots } from './slots.ts';
import { anyCase } from './testing/any-facts.ts';
import { verdicts } from './verdicts.ts';
import { MINUTE_MS } from './zone.ts';

const at = (time: string) => Date.parse(`2027-03-02T${time}:00Z`);
const span = { from: at('00:00'), to: at('23:59') };
const rules = { ...plainRules, durations: [30, 60], timeZone: 'UTC', seats: 3 };

function host(id: string, taken: readonly SeatedBooking[] = []): HostFacts {
  const weekly = new Map([1, 2, 3, 4, 5, 6, 7].map(day => [day, [{ start: 540, end: 630 }]]));
  return { id, schedule: { timeZone: 'UTC', weekly, overrides: new Map() }, busy: taken };
}

function booking(start: string, seatsTaken: number, minutes = 30, hostId = 'a'): SeatedBooking {
  return { start: at(start), end: at(start) + minutes * MINUTE_MS, hostIds: [hostId], seatsTaken };
}

function facts(seated: readonly SeatedBooking[], change: Partial<SlotFacts> = {}): SlotFacts {
  return { rules, hosts: [host('a', seated)], seated, now: at('00:00'), ...change };
}

function offered(given: SlotFacts, duration = 30) {
  return slots(given, { ...span, duration }).map(
    ({ start, hostIds, seatsRemaining }) =>
      `${new Date(start).toISOString().slice(11, 16)} ${hostIds.join()} ${seatsRemaining}`,
  );
}

const failed = (given: SlotFacts, time: string, duration = 30) =>
  verdicts(given, { start: at(time), duration })
    .filter(({ passed }) => !passed)
    .map(({ rule }) => rule);

describe('seats of slots', () => {
  it('are all free where nobody booked, and fewer where somebody did', () => {
    const given = facts([booking('09:30', 1), booking('10:00', 2)]);
    expect(offered(given)).toEqual(['09:00 a 3', '09:30 a 2', '10:00 a 1']);
    expect(failed(given, '09:30')).toEqual([]);
  });

  it('are gone where the last one is taken', () => {
    const given = facts([booking('09:30', 3)]);
    expect(offered(given)).toEqual(['09:00 a 3', '10:00 a 3']);
    expect(failed(given, '09:30')).toEqual(['SEATS', 'CONFLICT']);
  });

  it('are only those of meetings that are as long', () => {
    const given = facts([booking('09:00', 1, 60)]);
    expect(offered(given)).toEqual(['10:00 a 3']);
    expect(offered(given, 60)).toEqual(['09:00 a 2']);
    expect(failed(given, '09:00')).toEqual(['CONFLICT']);
  });

  it('can be taken whatever the hosts do besides, but not too late', () => {
    const seated = [booking('20:00', 2)];
    expect(offered(facts(seated))).toContain('20:00 a 1');
    const late = facts(seated, { rules: { ...rules, minimumNotice: 1440 } });
    expect(offered(late)).toEqual([]);
    expect(failed(late, '20:00')).toEqual(['NOTICE']);
  });

  it('are offered of the fullest booking, and of another host where all are full', () => {
    const hosts = (taken: readonly SeatedBooking[]) =>
      ['a', 'b'].map(id =>
        host(
          id,
          taken.filter(({ hostIds }) => hostIds.includes(id)),
        ),
      );
    const shared = (seated: readonly SeatedBooking[]) =>
      facts(seated, { rules: { ...rules, schedulingMode: 'ROUND_ROBIN' }, hosts: hosts(seated) });
    expect(offered(shared([booking('09:00', 1)]))[0]).toBe('09:00 a 2');
    expect(offered(shared([booking('09:00', 3)]))[0]).toBe('09:00 b 3');
    expect(offered(shared([booking('09:00', 1), booking('09:00', 2, 30, 'b')]))[0]).toBe('09:00 b 1');
  });

  it('count for limits of guests only', () => {
    const seated = [booking('09:30', 1)];
    const reached = (scope: LimitFacts['limit']['scope']): LimitFacts => ({
      limit: { scope, unit: 'BOOKINGS', period: 'DAY', max: 1, days: null },
      timeZone: 'UTC',
      used: seated,
    });
    expect(offered(facts(seated, { limits: [reached('EVENT_TYPE'), reached('OWNER')] }))).toEqual([
      '09:30 a 2',
    ]);
    const ofGuest = facts(seated, { limits: [reached('BOOKER')] });
    expect(offered(ofGuest)).toEqual([]);
    expect(failed(ofGuest, '09:30')).toEqual(['LIMIT']);
  });

  it('are offered exactly when no verdict speaks against them, whatever the facts', () => {
    let [open, closed] = [0, 0];
    const anySeats = fc.array(fc.record({ pick: fc.nat(), seatsTaken: fc.integer({ min: 0, max: 3 }) }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(anyCase, anySeats, fc.boolean(), ({ facts: any, ...query }, picks, isOfGuest) => {
        const { duration, from, to } = query;
        const length = duration * MINUTE_MS;
        const free = slots(any, query);
        const seated = picks
          .map(({ pick, seatsTaken }, index) => {
            const anywhere = from + (pick % Math.max(1, Math.floor((to - from) / MINUTE_MS))) * MINUTE_MS;
            const start = index % 2 ? anywhere : (free[pick % free.length]?.start ?? anywhere);
            return { start, end: start + length, hostIds: ['a'], seatsTaken };
          })
          .sort((a, b) => a.start - b.start);
        const [first, ...others] = any.hosts;
        const busy = [...(first?.busy ?? []), ...seated].sort((a, b) => a.start - b.start);
        const limits = (any.limits ?? []).map(({ limit, ...more }) => ({
          ...more,
          limit: { ...limit, scope: isOfGuest ? ('BOOKER' as const) : limit.scope },
        }));
        const shared = { ...any, limits, seated, rules: { ...any.rules, seats: 3 } };
        const given = first ? { ...shared, hosts: [{ ...first, busy }, ...others] } : shared;
        const starts = new Set(slots(given, query).map(({ start }) => start));
        for (const { start } of [...seated, ...free.slice(0, 5)]) {
          if (start < from || start >= to) continue;
          const objections = verdicts(given, { start, duration }).filter(({ passed }) => !passed);
          expect([starts.has(start), objections.map(({ rule }) => rule)]).toEqual([
            objections.length === 0,
            objections.map(({ rule }) => rule),
          ]);
          if (objections.length === 0) open++;
          else closed++;
        }
      }),
      { numRuns: 500 },
    );
    expect(Math.min(open, closed)).toBeGreaterThan(100);
  });
});
