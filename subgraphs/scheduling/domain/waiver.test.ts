import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type HostFacts, plainRules, type SlotFacts, type SlotRules } from './event-type.ts';
import type { LimitFacts } from './limits.ts';
import { withEach } from './people.ts';
import { anyCase } from './testing/any-facts.ts';
import { assignments, verdicts } from './verdicts.ts';
import { type WaivableRule, waivableRules, waive } from './waiver.ts';
import { dayAt, MINUTE_MS } from './zone.ts';

const at = (text: string) => Date.parse(text);
const now = at('2027-03-01T00:00:00Z');
const tenToHalfPast = { start: at('2027-03-02T10:00:00Z'), duration: 30 };
const rules: SlotRules = { ...plainRules, durations: [30], timeZone: 'UTC' };
const today = dayAt('UTC', tenToHalfPast.start);

const weekly = (start: number, end: number) =>
  new Map([1, 2, 3, 4, 5, 6, 7].map(day => [day, [{ start, end }]]));
const host: HostFacts = {
  id: 'a',
  schedule: { timeZone: 'UTC', weekly: weekly(540, 1020), overrides: new Map() },
  busy: [],
};
const meeting = { start: at('2027-03-02T10:15:00Z'), end: at('2027-03-02T11:00:00Z') };
const room = { id: 'r', name: 'Blue room', schedule: null, busy: [meeting], outOfUse: null };
const full: LimitFacts = {
  limit: { scope: 'EVENT_TYPE', unit: 'BOOKINGS', period: 'DAY', days: null, max: 1 },
  timeZone: 'UTC',
  used: [{ start: at('2027-03-02T15:00:00Z'), end: at('2027-03-02T16:00:00Z') }],
};

const factsOf = (
  change: Partial<SlotRules> = {},
  person: Partial<HostFacts> = {},
  more: Partial<SlotFacts> = {},
) => ({
  rules: { ...rules, ...change },
  hosts: [{ ...host, ...person }],
  now,
  ...more,
});
const failing = (facts: SlotFacts, wish = tenToHalfPast) => [
  ...new Set(
    verdicts(facts, wish)
      .filter(({ passed }) => !passed)
      .map(({ rule }) => rule),
  ),
];

/** For each rule facts in which it alone stands against the time, as far as it can. */
const standing: Record<
  WaivableRule,
  { facts: SlotFacts; also?: WaivableRule[]; wish?: typeof tenToHalfPast }
> = {
  ACTIVE: { facts: factsOf({ isActive: false }) },
  DURATION: { facts: factsOf({ durations: [60] }) },
  NOTICE: { facts: factsOf({ minimumNotice: 7 * 1440 }) },
  WINDOW: { facts: factsOf({ window: { kind: 'CALENDAR_DAYS', days: 0 } }) },
  RESTRICTION: {
    // Its hours are part of the grid, which is there again without it.
    facts: factsOf({ restriction: { timeZone: 'UTC', weekly: weekly(720, 780), overrides: new Map() } }),
    also: ['GRID'],
  },
  AWAY: {
    facts: factsOf(
      {},
      { absences: [{ firstDay: today, lastDay: today, reason: 'Vacation', standIn: null }] },
    ),
    also: ['GRID'],
  },
  CALENDAR: { facts: factsOf({}, { unreadableCalendar: 'Google' }), also: ['GRID'] },
  HOURS: {
    facts: factsOf({}, { schedule: { ...host.schedule, weekly: weekly(720, 780) } }),
    also: ['GRID'],
  },
  GRID: { facts: factsOf(), wish: { start: at('2027-03-02T10:07:00Z'), duration: 30 } },
  CONFLICT: { facts: factsOf({}, { busy: [{ ...meeting, isForeign: true }] }) },
  RESOURCE: { facts: factsOf({}, {}, { resources: [{ required: 1, resources: [room] }] }) },
  LIMIT: { facts: factsOf({}, {}, { limits: [full] }) },
  LEAD: { facts: factsOf({ schedulingMode: 'ROUND_ROBIN' }, { isTooFarAhead: true }) },
  FIRST_OF_DAY: { facts: factsOf({ isFirstOfDayOnly: true }) },
};

describe('setting a rule aside', () => {
  it.each(waivableRules)('%s: what it refuses can be booked, and nothing else can', rule => {
    const { facts, also = [], wish = tenToHalfPast } = standing[rule];
    expect(failing(facts, wish).sort()).toEqual([rule, ...also].sort());
    const set = waive(facts, wish, [rule]);
    expect(set.waived).toEqual([rule]);
    expect(failing(set.facts, wish)).toEqual([]);
    expect(assignments(set.facts, wish)).toEqual([{ placeId: 'a', hostId: 'a' }]);
    const others = waivableRules.filter(other => other !== rule);
    expect(failing(waive(facts, wish, others).facts, wish)).toContain(rule);
  });

  it('leaves alone what does not stand in the way', () => {
    const facts = factsOf({ bufferBefore: 15 });
    const set = waive(facts, tenToHalfPast, waivableRules);
    expect(set).toEqual({ facts, waived: [] });
  });

  it('finds what another rule hid', () => {
    const away = { firstDay: today, lastDay: today, reason: 'Vacation', standIn: null };
    const busy = [{ ...meeting, isForeign: true }];
    const facts = factsOf({}, { absences: [away], busy, unreadableCalendar: 'Google' });
    const set = waive(facts, tenToHalfPast, waivableRules);
    expect(failing(set.facts)).toEqual([]);
    expect(set.waived).toEqual(expect.arrayContaining(['AWAY', 'CALENDAR', 'CONFLICT']));
  });

  it('never sets a claim aside, but the buffers of the booking itself', () => {
    const claimed = factsOf({}, { busy: [meeting] });
    expect(failing(waive(claimed, tenToHalfPast, waivableRules).facts)).toEqual(['CONFLICT']);
    const beside = { start: at('2027-03-02T10:30:00Z'), end: at('2027-03-02T11:00:00Z') };
    const close = factsOf({ bufferAfter: 10 }, { busy: [beside] });
    expect(failing(close)).toEqual(['CONFLICT']);
    const set = waive(close, tenToHalfPast, ['CONFLICT']);
    expect(failing(set.facts)).toEqual([]);
    expect(set.facts.rules).toMatchObject({ bufferBefore: 0, bufferAfter: 0 });
  });

  it('does not reach into the past, give an event type hosts or a full slot seats', () => {
    const past = { start: now - 14 * 3_600_000, duration: 30 };
    expect(failing(waive(factsOf(), past, waivableRules).facts, past)).toEqual(['NOTICE']);
    const nobody = { ...factsOf(), hosts: [] };
    expect(failing(waive(nobody, tenToHalfPast, waivableRules).facts)).toContain('HOSTS');
    const slot = { start: tenToHalfPast.start, end: tenToHalfPast.start + 30 * MINUTE_MS };
    const seated = [{ ...slot, hostIds: ['a'], seatsTaken: 2 }];
    const shared = factsOf({ seats: 2 }, { busy: [slot] }, { seated });
    expect(failing(waive(shared, tenToHalfPast, waivableRules).facts)).toEqual(
      expect.arrayContaining(['SEATS', 'CONFLICT']),
    );
  });

  it('goes without the rooms that cannot be had, and with the others', () => {
    const green = { ...room, id: 'g', name: 'Green room', busy: [] };
    const resources = [room, green].map(one => ({ required: 1, resources: [one] }));
    const set = waive(factsOf({}, {}, { resources }), tenToHalfPast, ['RESOURCE']);
    expect(set.waived).toEqual(['RESOURCE']);
    expect(set.facts.resources).toEqual([{ required: 1, resources: [green] }]);
  });

  it('brings members of a group, but does not do with fewer of them', () => {
    const away = { firstDay: today, lastDay: today, reason: 'Vacation', standIn: null };
    const hosts = ['a', 'b', 'c'].map(id => ({ ...host, id, absences: id === 'a' ? [] : [away] }));
    const groups = [{ name: 'Surgeons', required: 2, hostIds: ['a', 'b', 'c'] }];
    const facts = { ...factsOf({ schedulingMode: 'COLLECTIVE' }), hosts, groups };
    expect(failing(facts)).toContain('GROUP');
    expect(failing(waive(facts, tenToHalfPast, ['AWAY']).facts)).toEqual([]);
    const claimed = {
      ...facts,
      hosts: hosts.map(one => ({ ...one, busy: one.id === 'a' ? [] : [meeting] })),
    };
    expect(failing(waive(claimed, tenToHalfPast, waivableRules).facts)).toContain('GROUP');
  });

  it('opens any whole minute to come that nothing is claimed at, whatever the facts are', () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 0, max: 4000 }), ({ facts, duration }, minutes) => {
        const hosts = withEach(facts.hosts, ({ busy }) => ({
          busy: busy.map(taken => ({ ...taken, isForeign: true })),
        }));
        const start = Math.ceil(facts.now / MINUTE_MS + minutes) * MINUTE_MS;
        const wish = { start, duration };
        const set = waive({ ...facts, hosts }, wish, waivableRules);
        expect(failing(set.facts, wish)).toEqual([]);
        expect(assignments(set.facts, wish)).not.toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
