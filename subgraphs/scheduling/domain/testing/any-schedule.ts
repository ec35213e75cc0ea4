/** Schedules by chance, around a change of clocks of a zone by chance. */
import fc from 'fast-check';
import type { DayHours, Schedule } from '../schedule.ts';
import { MINUTE, transitionsOf, yearsEnd, yearsStart, zones } from './transitions.ts';

/** A zone's clocks and an instant, as a rule one at which they change. */
export interface Transition {
  readonly zone: string;
  readonly at: number;
}

/** A zone, and an instant near which its clocks change; any instant where they never do. */
export const anyTransition: fc.Arbitrary<Transition> = fc
  .record({
    zone: fc.constantFrom(...zones),
    index: fc.nat(),
    otherwise: fc.integer({ min: yearsStart, max: yearsEnd }),
  })
  .map(({ zone, index, otherwise }) => {
    const transitions = transitionsOf(zone);
    return { zone, at: transitions[index % transitions.length] ?? Math.floor(otherwise / MINUTE) * MINUTE };
  });

/** What is drawn before it is known where in time it lies: `day` and instants are relative to `at`. */
export interface Place extends Transition {
  /** The day of `at` on UTC's calendar. */
  readonly day: number;
}
/** Called with the place, it is the value. */
export type Placed<T> = (place: Place) => T;

export const often = <T>(weight: number, common: fc.Arbitrary<T>, rare: fc.Arbitrary<T>) =>
  fc.oneof({ weight, arbitrary: common }, { weight: 1, arbitrary: rare });
export const placed = <T, U>(
  arbitrary: fc.Arbitrary<T>,
  place: (value: T, place: Place) => U,
): fc.Arbitrary<Placed<U>> => arbitrary.map(value => where => place(value, where));

/** Mostly the zone whose clocks change. */
export const anyZone: fc.Arbitrary<Placed<string>> = placed(
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
  { weight: 3, arbitrary: fc.constant([{ start: 0, end: 1440 }]) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(minuteOfDay, often(2, fc.integer({ min: 300, max: 1440 }), fc.integer({ min: 1, max: 300 })))
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
export const nearDay = fc.integer({ min: -4, max: 4 });

export const anySchedule: fc.Arbitrary<Placed<Schedule>> = placed(
  fc.record({
    zone: anyZone,
    patterns: fc.tuple(anyHours, anyHours),
    week: fc.array(often(3, fc.constant(0), fc.constant(1)), { minLength: 7, maxLength: 7 }),
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
