import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { testEnvironment } from '#platform/testing/environment.ts';
import { chooseMembers } from './choose-members.ts';
import { plainRules, type SlotFacts, type SlotRules } from './event-type.ts';
import { chooseResources } from './resources.ts';
import { type Slot, slots } from './slots.ts';
import { anyCase, type Case, caseAround } from './testing/any-facts.ts';
import type { Transition } from './testing/any-schedule.ts';
import { oracleSlots } from './testing/oracle.ts';
import { DAY, MINUTE, transitionsOf, zones } from './testing/transitions.ts';
import { assignments, verdicts } from './verdicts.ts';

const { isLong } = testEnvironment;
/** `npm run test:properties` takes the long way. */
const numRuns = isLong ? 100_000 : 2_000;
const timeout = isLong ? 7_200_000 : 60_000;

/** Hosts as a set: who is asked first is not what is compared. */
const comparable = (found: readonly Pick<Slot, 'start' | 'end' | 'hostIds'>[]) =>
  found.map(
    ({ start, end, hostIds }) =>
      `${new Date(start).toISOString()} ${(end - start) / MINUTE} ${[...hostIds].sort().join()}`,
  );

/** Zones that have surprised somebody: odd offsets, half an hour, two hours, midnight left out or repeated, no such day. */
const specialZones = [
  'Africa/Casablanca',
  'America/Edmonton',
  'America/Havana',
  'America/St_Johns',
  'Antarctica/Casey',
  'Antarctica/Troll',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Asia/Pyongyang',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
];
const specialTransitions = specialZones.flatMap(zone => transitionsOf(zone).map(at => ({ zone, at })));

function agreesWithTheOracle(cases: fc.Arbitrary<Case>, runs: number): void {
  let offered = 0;
  fc.assert(
    fc.property(cases, ({ facts, ...query }) => {
      const found = slots(facts, query);
      if (found.length > 0) offered++;
      expect(comparable(found)).toEqual(comparable(oracleSlots(facts, query)));
    }),
    { numRuns: runs },
  );
  // Facts that leave nothing open prove nothing.
  expect(offered).toBeGreaterThan(runs / 5);
}

describe('slots of any facts', () => {
  it('are those of the oracle', () => agreesWithTheOracle(anyCase, numRuns), timeout);

  it(
    'are those of the oracle where clocks are special',
    () => agreesWithTheOracle(caseAround(fc.constantFrom(...specialTransitions)), numRuns / 4),
    timeout,
  );

  it(
    'are the times that no verdict speaks against',
    () => {
      let [open, closed] = [0, 0];
      fc.assert(
        fc.property(
          anyCase,
          fc.array(fc.nat(), { minLength: 1, maxLength: 2 }),
          ({ facts, ...query }, picks) => {
            const found = slots(facts, query);
            const starts = found.map(({ start }) => start);
            const offered = new Set(starts);
            const tried = picks.flatMap(pick => {
              const minutes = Math.floor((query.to - query.from) / MINUTE);
              const anywhere = query.from + (pick % Math.max(1, minutes)) * MINUTE;
              const one = starts[pick % starts.length] ?? anywhere;
              return [
                one,
                one + MINUTE,
                Math.floor(anywhere / (5 * MINUTE)) * 5 * MINUTE,
                anywhere + (pick % 3),
              ];
            });
            for (const start of tried.filter(time => time >= query.from && time < query.to)) {
              const objections = verdicts(facts, { start, duration: query.duration }).filter(
                verdict => !verdict.passed,
              );
              const said = objections.map(({ rule }) => rule).join() || 'offered';
              expect([new Date(start).toISOString(), offered.has(start), said]).toEqual([
                new Date(start).toISOString(),
                objections.length === 0,
                said,
              ]);
              if (objections.length === 0) open++;
              else closed++;
            }
          },
        ),
        { numRuns },
      );
      expect(Math.min(open, closed)).toBeGreaterThan(numRuns / 4);
    },
    timeout,
  );

  it(
    'have enough of every group and every set of rooms, and a group of everybody is no group',
    () => {
      let [grouped, roomed] = [0, 0];
      fc.assert(
        fc.property(anyCase, ({ facts, ...query }) => {
          const { groups, resources = [] } = facts;
          const found = slots(facts, query);
          for (const slot of found.slice(0, 3)) {
            const open = assignments(facts, { start: slot.start, duration: query.duration });
            expect([...new Set(open.map(({ hostId }) => hostId))].sort()).toEqual([...slot.hostIds].sort());
            const fresh = { weight: 100, priority: 2, count: 0, calibration: 0, lastAssignedAt: null };
            const turns = facts.hosts.map(({ id }) => ({ hostId: id, ...fresh }));
            const chosen = groups ? chooseMembers(open, turns).chosen : open;
            for (const { hostIds, required } of groups ?? []) {
              const members = chosen.filter(({ placeId }) => hostIds.includes(placeId));
              expect(members).toHaveLength(required);
              grouped++;
            }
            const rooms = chooseResources(facts, slot);
            expect(rooms).toHaveLength(resources.reduce((sum, { required }) => sum + required, 0));
            expect(new Set(rooms).size).toBe(rooms.length);
            roomed += rooms.length;
          }
          if (!groups) return;
          const hostIds = facts.hosts.map(({ id }) => id);
          const everybody = { ...facts, groups: [{ name: 'All', required: hostIds.length, hostIds }] };
          const { groups: _, ...plain } = facts;
          expect(slots(everybody, query)).toEqual(slots(plain, query));
        }),
        { numRuns },
      );
      expect(Math.min(grouped, roomed)).toBeGreaterThan(numRuns / 20);
    },
    timeout,
  );

  it(
    'begin within what was asked for, in order, each once, with nobody twice',
    () => {
      fc.assert(
        fc.property(anyCase, ({ facts, ...query }) => {
          const found = slots(facts, query);
          const starts = found.map(({ start }) => start);
          expect(starts.every(start => start >= query.from && start < query.to)).toBe(true);
          expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
          for (const { start, end, hostIds } of found) {
            expect(end - start).toBe(query.duration * MINUTE);
            expect(hostIds.length).toBeGreaterThan(0);
            expect(new Set(hostIds).size).toBe(hostIds.length);
          }
        }),
        { numRuns },
      );
    },
    timeout,
  );

  it(
    'are the same in two halves as in one piece',
    () => {
      fc.assert(
        fc.property(anyCase, fc.double({ min: 0, max: 1, noNaN: true }), ({ facts, ...query }, part) => {
          const middle = query.from + Math.round((query.to - query.from) * part);
          expect([
            ...slots(facts, { ...query, to: middle }),
            ...slots(facts, { ...query, from: middle }),
          ]).toEqual(slots(facts, query));
        }),
        { numRuns },
      );
    },
    timeout,
  );
});

/** Facts of one host who has the same hours every day of the week. */
function daily(timeZone: string, hours: readonly [number, number], rules: Partial<SlotRules>): SlotFacts {
  const weekly = new Map([1, 2, 3, 4, 5, 6, 7].map(day => [day, [{ start: hours[0], end: hours[1] }]]));
  return {
    rules: { ...plainRules, durations: [30], timeZone, ...rules },
    hosts: [{ id: 'a', schedule: { timeZone, weekly, overrides: new Map() }, busy: [] }],
    now: 0,
  };
}

/**
 * Allen's thirteen relations of a busy time to the time that a slot takes, as the busy time's start and end out of
 * the slot's (`s`, `e`) and a little time (`d`, less than half of the slot); and whether they share an instant.
 */
const relations: readonly [string, boolean, (s: number, e: number, d: number) => [number, number]][] = [
  ['before', false, (s, _e, d) => [s - 3 * d, s - d]],
  ['meets', false, (s, _e, d) => [s - d, s]],
  ['overlaps', true, (s, _e, d) => [s - d, s + d]],
  ['starts', true, (s, _e, d) => [s, s + d]],
  ['during', true, (s, e, d) => [s + d, e - d]],
  ['finishes', true, (_s, e, d) => [e - d, e]],
  ['equals', true, (s, e) => [s, e]],
  ['is finished by', true, (s, e, d) => [s - d, e]],
  ['contains', true, (s, e, d) => [s - d, e + d]],
  ['is started by', true, (s, e, d) => [s, e + d]],
  ['is overlapped by', true, (_s, e, d) => [e - d, e + d]],
  ['is met by', false, (_s, e, d) => [e, e + d]],
  ['after', false, (_s, e, d) => [e + d, e + 3 * d]],
];

describe('a busy time', () => {
  it(
    'closes a slot in nine of thirteen relations, whatever the buffers',
    () => {
      const start = Date.parse('2027-03-02T12:00:00Z');
      const anyBuffer = fc.constantFrom(0, 1, 5, 15, 60, 120);
      fc.assert(
        fc.property(
          fc.constantFrom(...relations),
          fc.record({ bufferBefore: anyBuffer, bufferAfter: anyBuffer, padsForeignEvents: fc.boolean() }),
          fc.boolean(),
          fc.constantFrom(5, 7, 30, 60, 240),
          fc.integer({ min: 1, max: 2 * MINUTE }),
          ([relation, shares, busyOf], rules, isForeign, duration, distance) => {
            const end = start + duration * MINUTE;
            const isPadded = !isForeign || rules.padsForeignEvents;
            const from = isPadded ? start - rules.bufferBefore * MINUTE : start;
            const to = isPadded ? end + rules.bufferAfter * MINUTE : end;
            const [busyStart, busyEnd] = busyOf(from, to, distance);
            const plain = daily('UTC', [720, 720 + duration], { ...rules, durations: [duration] });
            const busy = [{ start: busyStart, end: busyEnd, isForeign }];
            const facts = { ...plain, hosts: plain.hosts.map(host => ({ ...host, busy })) };
            const found = slots(facts, { from: start, to: start + DAY / 2, duration });
            expect([relation, found.length]).toEqual([relation, shares ? 0 : 1]);
            const failed = verdicts(facts, { start, duration }).filter(({ passed }) => !passed);
            expect(failed.map(({ rule }) => rule)).toEqual(shares ? ['CONFLICT'] : []);
          },
        ),
        { numRuns: Math.max(numRuns, 10_000) },
      );
    },
    timeout,
  );
});

describe('around a change of clocks', () => {
  /** Open day and night, every quarter of an hour: nothing may be lost or come twice. */
  function check({ zone, at }: Transition) {
    const facts = daily(zone, [0, 1440], { durations: [15] });
    const query = { from: at - 1.5 * DAY, to: at + 1.5 * DAY, duration: 15 };
    const found = comparable(slots(facts, query));
    expect([zone, ...found]).toEqual([zone, ...comparable(oracleSlots(facts, query))]);
    // All offsets are multiples of a quarter of an hour nowadays.
    const quarters = Array.from({ length: 3 * 96 }, (_, index) =>
      new Date(Math.ceil(query.from / (15 * MINUTE)) * 15 * MINUTE + index * 15 * MINUTE).toISOString(),
    );
    expect([zone, ...found.map(slot => slot.slice(0, 24))]).toEqual([zone, ...quarters]);
  }

  const all = () => zones.flatMap(zone => transitionsOf(zone).map(at => ({ zone, at })));

  it(
    isLong ? 'every zone offers every quarter of an hour' : 'zones offer every quarter of an hour (a sample)',
    () => {
      const transitions = all();
      expect(zones.length).toBeGreaterThan(400);
      expect(transitions.length).toBeGreaterThan(10_000);
      if (isLong) for (const transition of transitions) check(transition);
      else fc.assert(fc.property(fc.constantFrom(...transitions), check), { numRuns: 200 });
    },
    timeout,
  );
});
