/**
 * Wall time and instants. Temporal is asked for a zone's transitions, once; everything else is arithmetic on
 * milliseconds. A day is the number of days since 1970-01-01 on a calendar, without any zone.
 */
export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

/** From `from` on the zone is `offset` ms ahead of UTC. */
interface Period {
  readonly from: number;
  readonly offset: number;
  /** The day that had begun before: clocks that are set back past midnight show it again, but it does not end twice. */
  readonly day: number;
}

interface ZoneTable {
  /** Every period that touches `[start, end)`. */
  readonly start: number;
  readonly end: number;
  readonly periods: readonly Period[];
}

const tables = new Map<string, ZoneTable>();
const YEAR_MS = 366 * DAY_MS;

function readTable(timeZone: string, start: number, end: number): ZoneTable {
  let at = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(timeZone);
  let offset = at.offsetNanoseconds / 1e6;
  const periods: Period[] = [{ from: Number.NEGATIVE_INFINITY, offset, day: Number.NEGATIVE_INFINITY }];
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (!next || next.epochMilliseconds >= end) return { start, end, periods };
    const from = next.epochMilliseconds;
    const day = Math.floor((from - 1 + offset) / DAY_MS);
    offset = next.offsetNanoseconds / 1e6;
    periods.push({ from, offset, day });
    at = next;
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

const UTC: Period = { from: Number.NEGATIVE_INFINITY, offset: 0, day: Number.NEGATIVE_INFINITY };

function periodAt(timeZone: string, instant: number): Period {
  const { periods } = tableFor(timeZone, instant);
  let index = periods.length - 1;
  while (index > 0 && (periods[index]?.from ?? 0) > instant) index--;
  return periods[index] ?? UTC;
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
  const before = offsetAt(timeZone, wall - DAY_MS);
  const after = offsetAt(timeZone, wall + DAY_MS);
  if (before === after) return wall - before;
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
  return instantOf(timeZone, day, 0) < instantOf(timeZone, day + 1, 0);
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
