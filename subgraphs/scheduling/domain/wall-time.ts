import { dayOf, instantOf, offsetAt } from './zone.ts';

/** What was agreed: a time on a clock. Which instant that is follows from the rules of the zone, and rules change. */
export interface WallTime {
  /** `YYYY-MM-DDTHH:MM:SS` on the clocks of the zone. */
  readonly local: string;
  readonly timeZone: string;
  /** The tz database by which the instant was computed: `2026a`. */
  readonly tzdbVersion: string;
}

function localAt(timeZone: string, instant: number): string {
  return new Date(instant + offsetAt(timeZone, instant)).toISOString().slice(0, 19);
}

/** What the clocks of a zone show at an instant. */
export function wallTimeAt(timeZone: string, instant: number, tzdbVersion: string): WallTime {
  return { local: localAt(timeZone, instant), timeZone, tzdbVersion };
}

/** The first instant at which the clocks of the zone show it, by the rules of today. */
function instantOfWallTime({ local, timeZone }: WallTime): number {
  const [date = '', time = ''] = local.split('T');
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return instantOf(timeZone, dayOf(date), hours * 60 + minutes) + seconds * 1000;
}

/**
 * How far the start would move, in ms, if the wall time were looked up again; 0 where the stored instant still
 * shows it. Of an hour that comes twice either time is as agreed.
 */
export function movedBy(booking: { readonly startsAt: number; readonly wallTime: WallTime | null }): number {
  const { startsAt, wallTime } = booking;
  if (!wallTime || localAt(wallTime.timeZone, startsAt) === wallTime.local) return 0;
  return instantOfWallTime(wallTime) - startsAt;
}
