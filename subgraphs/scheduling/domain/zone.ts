/**
 * Wall time and instants. Temporal is asked for a zone's transitions, once; everything else is arithmetic on
 * milliseconds. A day is the number of days since 1970-01-01 on a calendar, without any zone.
 */
export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

/** In `[from, to)` the zone is `offset` ms ahead of UTC. */
interface Period {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
  /** The day that had begun before: clocks that are set back past midnight show it again, but it does not end twice. */
  readonly day: number;
}

interface ZoneTable {
  /** The periods that make up `[start, end)`. */
  readonly start: number;
  readonly end: number;
  readonly periods: readonly Period[];
}

const tables = new Map<string, ZoneTable>();
const YEAR_MS = 366 * DAY_MS;

function readTable(timeZone: string, start: number, end: number): ZoneTable {
  const periods: Period[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(timeZone);
  let [from, day] = [start, Number.NEGATIVE_INFINITY];
  for (;;) {
    const offset = at.offsetNanoseconds / 1e6;
    const next = at.getTimeZoneTransition('next');
    const to = Math.min(next?.epochMilliseconds ?? end, end);
    periods.push({ from, to, offset, day });
    if (!next || to === end) return { start, end, periods };
    [at, from, day] = [next, to, Math.floor((to - 1 + offset) / DAY_MS)];
  }
}

/** The zone's table, widened by a year at a time when an instant lies outside of it. */
function tableFor(timeZone: string, instant: number): ZoneTable {
  const known = tables.get(timeZone);
  if (known && instant >= known.start && instant < known.end) return known;
  const start = Math.min(known?.start ?? instant, instant - YEAR_MS);
  const end = Math.max(known?.end ?? instant, instant + YEAR_MS);
  const table = readTable(timeZone, start, end);
  tables.set(timeZone, table);
  return table;
}

/** What was asked for last: as a rule the next question is about the same period. */
let recentZone = '';
let recent: Period = { from: 0, to: 0, offset: 0, day: 0 };

function periodAt(timeZone: string, instant: number): Period {
  if (timeZone === recentZone && instant >= recent.from && instant < recent.to) return recent;
  const { periods } = tableFor(timeZone, instant);
  let [low, high] = [0, periods.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((periods[middle]?.to ?? 0) <= instant) low = middle + 1;
    else high = middle;
  }
  recentZone = timeZone;
  recent = periods[low] ?? recent;
  return recent;
}

/** How far the zone is ahead of UTC at an instant, in ms. */
export function offsetAt(timeZone: string, instant: number): number {
  return periodAt(timeZone, instant).offset;
}

/**
 * The instant at which the zone's clocks show `minutes` after midnight of `day`; more than 1440 is the next day.
 * A time that a transition skips moves forward by the gap; of a time that comes twice the first is meant
 * (RFC 5545, 3.3.5; Temporal's `compatible`).
 */
export function instantOf(timeZone: string, day: number, minutes: number): number {
  const wall = day * DAY_MS + minutes * MINUTE_MS;
  // Offsets stay within ±24 h, so these two lie on either side of any transition that matters.
  const { offset: before, to } = periodAt(timeZone, wall - DAY_MS);
  if (wall + DAY_MS < to) return wall - before;
  const after = offsetAt(timeZone, wall + DAY_MS);
  if (offsetAt(timeZone, wall - before) === before) return wall - before;
  return offsetAt(timeZone, wall - after) === after ? wall - after : wall - before;
}

/** The day of the zone's calendar that an instant lies in: from the day's first midnight to the next one's. */
export function dayAt(timeZone: string, instant: number): number {
  const { offset, day } = periodAt(timeZone, instant);
  return Math.max(Math.floor((instant + offset) / DAY_MS), day);
}

/** Whether the date exists: a zone that crossed the date line once left one out. */
export function isDayOf(timeZone: string, day: number): boolean {
  const isOrdinary = periodAt(timeZone, (day - 1) * DAY_MS).to > (day + 2) * DAY_MS;
  return isOrdinary || instantOf(timeZone, day, 0) < instantOf(timeZone, day + 1, 0);
}

/** Milliseconds since midnight that the zone's clocks show at an instant. */
export function wallClockAt(timeZone: string, instant: number): number {
  const wall = instant + offsetAt(timeZone, instant);
  return wall - Math.floor(wall / DAY_MS) * DAY_MS;
}

/** `YYYY-MM-DD` to a day. */
export function dayOf(date: string): number {
  const [year, month, day] = date.split('-').map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day) / DAY_MS;
}

/** A day to `YYYY-MM-DD`. */
export function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}
