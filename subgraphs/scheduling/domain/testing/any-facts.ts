/** Facts by chance, around a change of clocks of a zone by chance. */
import fc from 'fast-check';
import {
  type Absence,
  type BookingWindow,
  type Busy,
  type HostFacts,
  type LimitFacts,
  limitPeriods,
  limitUnits,
  plainRules,
  type SlotFacts,
  schedulingModes,
} from '../event-type.ts';
import type { DayHours, Schedule } from '../schedule.ts';

export const MINUTE = 60_000;
export const DAY = 86_400_000;

/** Every zone that this Node.js knows. */
export const zones = Intl.supportedValuesOf('timeZone');

const FIRST = Date.parse('2000-01-01T00:00:00Z');
const END = Date.parse('2038-01-01T00:00:00Z');
const known = new Map<string, readonly number[]>();

/** The instants from 2000 to 2037 at which a zone's clocks change. */
export function transitionsOf(zone: string): readonly number[] {
  const found = known.get(zone);
  if (found) return found;
  const transitions: number[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(FIRST)
    .toZonedDateTimeISO(zone)
    .getTimeZoneTransition('next');
  while (at && at.epochMilliseconds < END) {
    transitions.push(at.epochMilliseconds);
    at = at.getTimeZoneTransition('next');
  }
  known.set(zone, transitions);
  return transitions;
}

/** A zone, and an instant near which its clocks change; any instant where they never do. */
export const anyTransition = fc
  .record({
    zone: fc.constantFrom(...zones),
    index: fc.nat(),
    otherwise: fc.integer({ min: FIRST, max: END }),
  })
  .map(({ zone, index, otherwise }) => {
    const transitions = transitionsOf(zone);
    return { zone, at: transitions[index % transitions.length] ?? Math.floor(otherwise / MINUTE) * MINUTE };
  });

/** What is drawn before it is known where in time it lies: `day` and instants are relative to `at`. */
interface Place {
  readonly zone: string;
  readonly at: number;
  /** The day of `at` on UTC's calendar. */
  readonly day: number;
}
type Placed<T> = (place: Place) => T;

const often = <T>(weight: number, common: fc.Arbitrary<T>, rare: fc.Arbitrary<T>) =>
  fc.oneof({ weight, arbitrary: common }, { weight: 1, arbitrary: rare });
const placed = <T, U>(
  arbitrary: fc.Arbitrary<T>,
  place: (value: T, place: Place) => U,
): fc.Arbitrary<Placed<U>> => arbitrary.map(value => where => place(value, where));

/** Mostly the zone whose clocks change. */
const anyZone: fc.Arbitrary<Placed<string>> = placed(
  often(3, fc.constant(''), fc.constantFrom(...zones)),
  (zone, place) => zone || place.zone,
);
const minuteOfDay = often(
  3,
  fc.nat(287).map(five => five * 5),
  fc.nat(1439),
);

/** Up to two stretches that do not overlap; the last may run past midnight. */
const anyHours: fc.Arbitrary<readonly DayHours[]> = fc.oneof(
  { weight: 1, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.constant([{ start: 0, end: 1440 }]) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(minuteOfDay, fc.integer({ min: 1, max: 1440 }))
      .map(([start, length]) => [{ start, end: start + length }]),
  },
  {
    weight: 2,
    arbitrary: fc
      .uniqueArray(minuteOfDay, { minLength: 4, maxLength: 4 })
      .map(minutes => minutes.sort((a, b) => a - b) as [number, number, number, number])
      .map(([a, b, c, d]) => [
        { start: a, end: b },
        { start: c, end: d },
      ]),
  },
);
const nearDay = fc.integer({ min: -4, max: 4 });

const anySchedule: fc.Arbitrary<Placed<Schedule>> = placed(
  fc.record({
    zone: anyZone,
    patterns: fc.tuple(anyHours, anyHours),
    week: fc.array(often(4, fc.constant(0), fc.constant(1)), { minLength: 7, maxLength: 7 }),
    overrides: fc.array(fc.tuple(nearDay, anyHours), { maxLength: 2 }),
    holidays: fc.array(nearDay, { maxLength: 2 }),
    travel: fc.option(fc.record({ first: nearDay, days: fc.nat(3), zone: fc.constantFrom(...zones) })),
  }),
  ({ zone, patterns, week, overrides, holidays, travel }, place) => ({
    timeZone: zone(place),
    weekly: new Map(week.map((which, index) => [index + 1, patterns[which] ?? []])),
    overrides: new Map(overrides.map(([day, hours]) => [place.day + day, hours])),
    holidays: new Set(holidays.map(day => place.day + day)),
    travel: travel
      ? [
          {
            firstDay: place.day + travel.first,
            lastDay: place.day + travel.first + travel.days,
            timeZone: travel.zone,
          },
        ]
      : [],
  }),
);

const nearMinute = fc.integer({ min: -3 * 1440, max: 3 * 1440 });
const length = often(3, fc.constantFrom(5, 15, 30, 60, 90), fc.integer({ min: 1, max: 1500 }));
const sortedByStart = <T extends { start: number }>(list: T[]) => list.sort((a, b) => a.start - b.start);

const anyBusy: fc.Arbitrary<Placed<readonly Busy[]>> = placed(
  fc.array(
    fc.record({
      from: nearMinute,
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

const anyLimits: fc.Arbitrary<Placed<readonly LimitFacts[]>> = placed(
  often(
    2,
    fc.constant([]),
    fc.array(
      fc.record({
        unit: fc.constantFrom(...limitUnits),
        period: fc.constantFrom(...limitPeriods),
        days: fc.integer({ min: 1, max: 3 }),
        max: fc.nat(3),
        zone: anyZone,
        used: fc.array(fc.tuple(nearMinute, length), { maxLength: 4 }),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  ),
  (limits, place) =>
    limits.map(({ unit, period, days, max, zone, used }) => ({
      limit: {
        scope: 'HOST',
        unit,
        period,
        days: period === 'ROLLING' ? days : null,
        max: unit === 'MINUTES' ? max * 60 : max,
      },
      timeZone: zone(place),
      used: sortedByStart(
        used.map(([from, minutes]) => ({
          start: place.at + from * MINUTE,
          end: place.at + (from + minutes) * MINUTE,
        })),
      ),
    })),
);

/** Absences in a row, so that they do not overlap. */
const anyAbsences = (standIns: number): fc.Arbitrary<(id: string) => Placed<readonly Absence[]>> =>
  fc
    .array(
      fc.record({
        gap: fc.nat(3),
        days: fc.nat(2),
        standIn: standIns > 0 ? fc.option(anyHost(standIns - 1)) : fc.constant(null),
      }),
      { maxLength: 2 },
    )
    .map(absences => id => place => {
      let next = place.day - 3;
      return absences.map(({ gap, days, standIn }, index) => {
        const firstDay = next + gap;
        next = firstDay + days + 1;
        return {
          firstDay,
          lastDay: firstDay + days,
          reason: 'Vacation',
          standIn: standIn?.(`${id}${index}`)(place) ?? null,
        };
      });
    });

function anyHost(standIns: number): fc.Arbitrary<(id: string) => Placed<HostFacts>> {
  return fc
    .record({
      schedule: anySchedule,
      busy: anyBusy,
      absences: often(2, fc.constant(null), anyAbsences(standIns)),
      limits: anyLimits,
      unreadableCalendar: often(19, fc.constant(null), fc.constant('Work')),
    })
    .map(({ schedule, busy, absences, limits, unreadableCalendar }) => id => place => ({
      id,
      schedule: schedule(place),
      busy: busy(place),
      absences: absences?.(id)(place) ?? [],
      limits: limits(place),
      unreadableCalendar,
    }));
}

const anyWindow: fc.Arbitrary<Placed<BookingWindow>> = placed(
  fc.record({
    kind: fc.constantFrom(
      'UNLIMITED',
      'UNLIMITED',
      'CALENDAR_DAYS',
      'BUSINESS_DAYS',
      'AVAILABLE_DAYS',
      'DATES',
    ),
    days: fc.nat(4),
    first: nearDay,
  }),
  ({ kind, days, first }, { day }): BookingWindow => {
    if (kind === 'DATES') return { kind, firstDay: day + first, lastDay: day + first + days };
    if (kind === 'AVAILABLE_DAYS') return { kind, days: days + 1 };
    return kind === 'UNLIMITED' ? { kind } : { kind: kind as 'CALENDAR_DAYS' | 'BUSINESS_DAYS', days };
  },
);

const anyRules = fc.record({
  isActive: often(49, fc.constant(true), fc.constant(false)),
  schedulingMode: fc.constantFrom(...schedulingModes),
  duration: often(6, fc.constantFrom(15, 20, 30, 45, 60, 90), fc.constantFrom(7, 25, 240, 1440)),
  slotInterval: often(1, fc.constant(null), fc.constantFrom(10, 15, 20, 30, 45, 60, 7, 25, 120)),
  startOffset: often(3, fc.constant(0), fc.constantFrom(5, 10, 7, 30)),
  isOptimized: often(3, fc.constant(false), fc.constant(true)),
  isFirstOfDayOnly: often(5, fc.constant(false), fc.constant(true)),
  bufferBefore: often(1, fc.constant(0), fc.constantFrom(5, 10, 30, 7)),
  bufferAfter: often(1, fc.constant(0), fc.constantFrom(5, 10, 30, 7)),
  padsForeignEvents: fc.boolean(),
  minimumNotice: often(1, fc.constant(0), fc.constantFrom(60, 1, 1440)),
  window: anyWindow,
  restriction: often(3, fc.constant(null), anySchedule),
  zone: anyZone,
});

export interface Case {
  readonly facts: SlotFacts;
  readonly from: number;
  readonly to: number;
  readonly duration: number;
}

/** A question about some hours around a change of clocks, and the facts that answer it. */
export const anyCase: fc.Arbitrary<Case> = fc
  .record({
    transition: anyTransition,
    rules: anyRules,
    hosts: fc.array(anyHost(2), { minLength: 1, maxLength: 3 }),
    limits: anyLimits,
    notBefore: often(2, fc.integer({ min: 0, max: 6 * 1440 }), fc.integer({ min: -1440, max: 0 })),
    from: fc.integer({ min: -2 * 1440, max: 1440 }),
    minutes: fc.integer({ min: 1, max: 2 * 1440 }),
  })
  .map(({ transition, rules: { duration, zone, window, restriction, ...rules }, ...drawn }) => {
    const place = { ...transition, day: Math.floor(transition.at / DAY) };
    const from = place.at + drawn.from * MINUTE;
    const count = rules.schedulingMode === 'SOLO' ? 1 : 3;
    const facts: SlotFacts = {
      rules: {
        ...plainRules,
        ...rules,
        window: window(place),
        restriction: restriction?.(place) ?? null,
        durations: [duration, 30],
        timeZone: zone(place),
      },
      hosts: drawn.hosts.slice(0, count).map((host, index) => host('abc'.charAt(index))(place)),
      limits: drawn.limits(place),
      now: place.at - drawn.notBefore * MINUTE,
    };
    return { facts, from, to: from + drawn.minutes * MINUTE, duration };
  });
