import { type Interval, merged } from './interval.ts';
import { dayAt, instantOf, isDayOf, weekdayOf } from './zone.ts';

/** Hours on one day. `end` beyond 1440 reaches into the next day. */
export interface DayHours {
  /** Minutes after midnight, 0 to 1439. */
  readonly start: number;
  /** Minutes after midnight of the day that `start` is on; greater than `start`. */
  readonly end: number;
}

/** When somebody can be met, in wall time: the same hours before and after a change of clocks. */
export interface Schedule {
  readonly timeZone: string;
  /** Hours by weekday, 1 (Monday) to 7 (Sunday). */
  readonly weekly: ReadonlyMap<number, readonly DayHours[]>;
  /** Hours that replace a day's weekly ones; an empty list is a day off. By day since 1970-01-01. */
  readonly overrides: ReadonlyMap<number, readonly DayHours[]>;
  /** Days off, unless an override says otherwise. */
  readonly holidays?: ReadonlySet<number>;
  /** Where the hours are another zone's for a while. They do not overlap. */
  readonly travel?: readonly Stay[];
}

/** Days that are spent in another zone, both included. */
export interface Stay {
  readonly firstDay: number;
  readonly lastDay: number;
  readonly timeZone: string;
}

export const MINUTES_PER_DAY = 1440;

/**
 * The hours that start on each day touching `[from, to)`, as instants, sorted. Hours of neighbouring days that
 * touch stay apart: each day's own start anchors its slots.
 */
export function hoursBetween(schedule: Schedule, from: number, to: number): Interval[] {
  const { timeZone, weekly, overrides } = schedule;
  const pieces: Interval[] = [];
  // A day earlier, for hours that run past midnight.
  const last = dayAt(timeZone, to - 1);
  for (let day = dayAt(timeZone, from) - 1; day <= last; day++) {
    const hours = overrides.get(day) ?? weekly.get(weekdayOf(day));
    if (!hours || hours.length === 0 || !isDayOf(timeZone, day)) continue;
    for (const { start, end } of hours) {
      const piece = { start: instantOf(timeZone, day, start), end: instantOf(timeZone, day, end) };
      if (piece.start < piece.end && piece.end > from && piece.start < to) pieces.push(piece);
    }
  }
  return pieces.sort((a, b) => a.start - b.start);
}

/** Why hours of one day cannot be, or `null`: inverted, empty, longer than a day, or overlapping. */
export function hoursFault(hours: readonly DayHours[]): string | null {
  for (const { start, end } of hours) {
    if (start < 0 || start >= MINUTES_PER_DAY) return 'Hours start between 00:00 and 23:59.';
    if (end <= start) return 'Hours end after they start.';
    if (end - start > MINUTES_PER_DAY) return 'Hours last 24 hours at the most.';
  }
  const joined = merged(hours.map(({ start, end }) => ({ start, end: end - 0.5 })));
  return joined.length < hours.length ? 'Hours of one day must not overlap.' : null;
}
