import { badInput } from '#platform/errors.ts';
import { DAY_MS, dateOf, dayAt, dayOf } from '../domain/zone.ts';

export interface DateSpan {
  firstDate: string;
  /** Included. */
  lastDate: string;
}

const MAX_SPAN_DAYS = 366;

/** Refuses dates in the wrong order, too many of them, and those that have all passed in the zone. */
export function requireSoundDates({ firstDate, lastDate }: DateSpan, timeZone: string, now: number): void {
  const [first, last] = [dayOf(firstDate), dayOf(lastDate)];
  if (last < first) throw badInput('lastDate', '`lastDate` must not be before `firstDate`.');
  if (last - first >= MAX_SPAN_DAYS)
    throw badInput('lastDate', `At most ${MAX_SPAN_DAYS} days, both dates included.`);
  if (last < dayAt(timeZone, now))
    throw badInput('lastDate', "`lastDate` has passed in the zone of the user's default schedule.");
}

const LATEST_ZONE_MS = DAY_MS / 2;

/** The earliest date on which it can be today anywhere: zones are up to twelve hours behind UTC. */
export function earliestToday(now: number): string {
  return dateOf(Math.floor((now - LATEST_ZONE_MS) / DAY_MS));
}
