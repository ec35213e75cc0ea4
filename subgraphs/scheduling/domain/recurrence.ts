import { RRuleTemporal } from 'rrule-temporal';
import { DAY_MS, dayOf, instantOf, MINUTE_MS, offsetAt, weekdayOf } from './zone.ts';

export type RecurrenceFrequency = 'WEEKLY' | 'MONTHLY' | 'YEARLY';

/** What an event type allows of series. */
export interface RecurrenceSetting {
  readonly frequencies: readonly RecurrenceFrequency[];
  readonly maxOccurrences: number;
}

/** How a meeting comes again, on the clocks of one zone. It ends by `count` or by `until`, never by both. */
export interface RecurrenceRule {
  readonly frequency: RecurrenceFrequency;
  /** 2: every other week, month or year. */
  readonly interval: number;
  /** 1 is Monday, 7 is Sunday. Only of WEEKLY; empty: the weekday of the start. */
  readonly byWeekday: readonly number[];
  readonly count: number | null;
  /** The last date on which one may start: `YYYY-MM-DD` in the series' zone. */
  readonly until: string | null;
}

/** Further apart than that, hours and calendars say nothing any more. */
export const MAX_SERIES_DAYS = 5 * 366;

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** Which part of a rule makes no sense, and why; `null`: none. */
export function ruleFault(
  rule: RecurrenceRule,
  { frequencies, maxOccurrences }: RecurrenceSetting,
  first: { start: number; timeZone: string },
): { field: keyof RecurrenceRule; message: string } | null {
  const { frequency, interval, byWeekday, count, until } = rule;
  if (!frequencies.includes(frequency))
    return { field: 'frequency', message: `The event type offers ${frequencies.join(', ')}.` };
  if (interval < 1 || interval > 12) return { field: 'interval', message: 'It must be 1 to 12.' };
  if ((count === null) === (until === null))
    return { field: 'count', message: 'Give either `count` or `until`.' };
  if (count !== null && (count < 2 || count > maxOccurrences))
    return { field: 'count', message: `It must be 2 to ${maxOccurrences}.` };
  const wall = first.start + offsetAt(first.timeZone, first.start);
  if (until !== null && dayOf(until) <= Math.floor(wall / DAY_MS))
    return { field: 'until', message: 'It must come after the first occurrence.' };
  if (byWeekday.length === 0) return null;
  if (frequency !== 'WEEKLY') return { field: 'byWeekday', message: 'Only WEEKLY takes weekdays.' };
  if (!byWeekday.includes(weekdayOf(Math.floor(wall / DAY_MS))))
    return { field: 'byWeekday', message: 'The first occurrence must lie on one of the weekdays.' };
  return null;
}

/**
 * When the meetings of a series start, the first one first and `limit` at the most. All of them show the same time on
 * the zone's clocks, whatever changes of clocks lie between; a time that a change skips moves forward by the gap.
 * Months and years without the date are left out.
 */
export function occurrencesOf(
  rule: RecurrenceRule,
  { start, timeZone }: { start: number; timeZone: string },
  limit: number,
): number[] {
  const wall = start + offsetAt(timeZone, start);
  // On a clock that never changes: what a zone makes of a wall time is decided by our own rules, as for slots.
  const dtstart = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC');
  const expansion = new RRuleTemporal({
    freq: rule.frequency,
    interval: rule.interval,
    dtstart,
    wkst: 'MO',
    ...(rule.byWeekday.length > 0 && { byDay: rule.byWeekday.map(day => WEEKDAYS[day - 1] ?? '') }),
    ...(rule.count !== null && { count: Math.min(rule.count, limit) }),
    ...(rule.until !== null && {
      until: Temporal.PlainDateTime.from(`${rule.until}T23:59:59.999`).toZonedDateTime('UTC'),
    }),
  });
  const walls = expansion.all((_, index) => index < limit).map(at => at.epochMilliseconds);
  return walls.map(at => (at === wall ? start : instantAt(timeZone, at)));
}

/** The instant at which the zone's clocks show a wall time, given as if the zone were UTC. */
function instantAt(timeZone: string, wall: number): number {
  const day = Math.floor(wall / DAY_MS);
  const rest = wall - day * DAY_MS;
  const minutes = Math.floor(rest / MINUTE_MS);
  return instantOf(timeZone, day, minutes) + (rest - minutes * MINUTE_MS);
}

/** A start moved on the zone's clocks as another one was: by a day and an hour, say, over a change of clocks too. */
export function movedLike(
  start: number,
  { from, to }: { from: number; to: number },
  timeZone: string,
): number {
  const wallOf = (instant: number) => instant + offsetAt(timeZone, instant);
  return start === from ? to : instantAt(timeZone, wallOf(start) + wallOf(to) - wallOf(from));
}

/** The end of the day of the zone's calendar that an instant lies in, `days` later. */
export function endOfDay(timeZone: string, instant: number, days = 0): number {
  const day = Math.floor((instant + offsetAt(timeZone, instant)) / DAY_MS);
  return instantOf(timeZone, day + 1 + days, 0);
}
