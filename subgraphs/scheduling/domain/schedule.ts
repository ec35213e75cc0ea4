import { difference, type Interval, merged, sorted } from './interval.ts';
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
  /** A time that counts like hours for once, whatever the hours are. */
  readonly alsoAt?: Interval;
}

/** Days that are spent in another zone, both included. */
interface Stay {
  readonly firstDay: number;
  readonly lastDay: number;
  readonly timeZone: string;
}

export const MINUTES_PER_DAY = 1440;

/** Where a schedule's calendar is on a day. */
function zoneOn({ timeZone, travel }: Schedule, day: number): string {
  return travel?.find(stay => day >= stay.firstDay && day <= stay.lastDay)?.timeZone ?? timeZone;
}

function hoursOn({ weekly, overrides, holidays }: Schedule, day: number): readonly DayHours[] {
  return overrides.get(day) ?? (holidays?.has(day) ? [] : (weekly.get(weekdayOf(day)) ?? []));
}

/**
 * The hours that start on each day touching `[from, to)`, as instants, sorted. Hours of neighbouring days that
 * touch stay apart: each day's own start anchors its slots.
 */
export function hoursBetween(schedule: Schedule, from: number, to: number): Interval[] {
  const { timeZone, travel, alsoAt } = schedule;
  // A day earlier, for hours that run past midnight; a traveller's calendar can be another day off either way.
  const away = travel?.length ? 1 : 0;
  const last = dayAt(timeZone, to - 1) + away;
  const pieces: Interval[] = [];
  for (let day = dayAt(timeZone, from) - 1 - away; day <= last; day++) {
    const hours = hoursOn(schedule, day);
    if (hours.length === 0) continue;
    const zone = away ? zoneOn(schedule, day) : timeZone;
    if (!isDayOf(zone, day)) continue;
    for (const { start, end } of hours) {
      const piece = { start: instantOf(zone, day, start), end: instantOf(zone, day, end) };
      if (piece.start < piece.end && piece.end > from && piece.start < to) pieces.push(piece);
    }
  }
  const hours = sorted(pieces);
  return alsoAt ? sorted([...hours, ...difference([alsoAt], hours)]) : hours;
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
