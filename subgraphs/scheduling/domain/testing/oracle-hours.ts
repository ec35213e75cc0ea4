/** What the oracle knows of hours, limits and of what is taken: Temporal's wall time, and nothing of what it checks. */
import type { Busy, LimitFacts, SlotFacts, SlotRules } from '../event-type.ts';
import type { Interval } from '../interval.ts';
import type { DayHours, Schedule } from '../schedule.ts';

export const MINUTE = 60_000;
const EPOCH = Temporal.PlainDate.from('1970-01-01');

export const zoned = (instant: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
const dateOf = (day: number) => EPOCH.add({ days: day });
const dayNumber = (date: Temporal.PlainDate) => EPOCH.until(date, { largestUnit: 'days' }).days;
export const startOfDay = (day: number, zone: string) => dateOf(day).toZonedDateTime(zone).epochMilliseconds;
const wallTime = (day: number, minutes: number, zone: string) =>
  dateOf(day).toPlainDateTime().add({ minutes }).toZonedDateTime(zone, { disambiguation: 'compatible' })
    .epochMilliseconds;

/** A day lasts until the next one begins, even where clocks set back past midnight show its date once more. */
export function dayAt(instant: number, zone: string): number {
  const day = dayNumber(zoned(instant, zone).toPlainDate());
  return startOfDay(day + 1, zone) <= instant ? day + 1 : day;
}

export function common(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  return a.flatMap(x =>
    b
      .map(y => ({ start: Math.max(x.start, y.start), end: Math.min(x.end, y.end) }))
      .filter(({ start, end }) => start < end),
  );
}

export function without(pieces: readonly Interval[], hole: Interval): Interval[] {
  return pieces.flatMap(({ start, end }) =>
    [
      { start, end: Math.min(end, hole.start) },
      { start: Math.max(start, hole.end), end },
    ].filter(part => part.start < part.end),
  );
}

function hoursOfDay({ overrides, holidays, weekly }: Schedule, day: number): readonly DayHours[] {
  const override = overrides.get(day);
  if (override) return override;
  if (holidays?.has(day)) return [];
  return weekly.get(dateOf(day).dayOfWeek) ?? [];
}

/** The hours of each day, resolved on that day's clock. */
export function piecesOf(schedule: Schedule, firstDay: number, lastDay: number): Interval[] {
  const pieces: Interval[] = [];
  for (let day = firstDay; day <= lastDay; day++) {
    const stay = schedule.travel?.find(({ firstDay: first, lastDay: last }) => first <= day && day <= last);
    const zone = stay?.timeZone ?? schedule.timeZone;
    const exists = dayAt(startOfDay(day, zone), zone) === day;
    if (!exists) continue;
    for (const { start, end } of hoursOfDay(schedule, day)) {
      const piece = { start: wallTime(day, start, zone), end: wallTime(day, end, zone) };
      if (piece.start < piece.end) pieces.push(piece);
    }
  }
  return pieces;
}

export function covers(pieces: readonly Interval[], start: number, end: number): boolean {
  let reached = start;
  while (reached < end) {
    const ends = pieces
      .filter(piece => piece.start <= reached && reached < piece.end)
      .map(piece => piece.end);
    if (ends.length === 0) return false;
    reached = Math.max(...ends);
  }
  return true;
}

export function clashes(busy: Busy, rules: SlotRules, start: number, end: number): boolean {
  const isBare = busy.isForeign === true && !rules.padsForeignEvents;
  const from = isBare ? start : start - rules.bufferBefore * MINUTE;
  const to = isBare ? end : end + rules.bufferAfter * MINUTE;
  return busy.start < to && from < busy.end;
}

/** Stretches of a day in which at least so many people are at work, between the instants at which somebody comes or goes. */
export function workedByAtLeast(
  count: number,
  people: readonly (readonly Interval[])[],
  zone: string,
): Interval[] {
  const ends = people.flat().flatMap(({ start, end }) => [start, end]);
  if (ends.length === 0) return [];
  const midnights = new Set<number>();
  for (let day = dayAt(Math.min(...ends), zone); day <= dayAt(Math.max(...ends), zone); day++)
    midnights.add(startOfDay(day, zone));
  const cuts = [...new Set([...ends, ...midnights])].sort((a, b) => a - b);
  const stretches: Interval[] = [];
  for (const [index, start] of cuts.entries()) {
    const end = cuts[index + 1];
    if (end === undefined) break;
    const working = people.filter(pieces => pieces.some(piece => piece.start <= start && end <= piece.end));
    if (working.length < count) continue;
    const last = stretches.at(-1);
    if (last?.end === start && !midnights.has(start))
      stretches[stretches.length - 1] = { start: last.start, end };
    else stretches.push({ start, end });
  }
  return stretches;
}

/** The name of the day, week, month or year that an instant lies in. */
function periodName(period: string, instant: number, zone: string): string {
  const date = dateOf(dayAt(instant, zone));
  if (period === 'WEEK') return date.subtract({ days: date.dayOfWeek - 1 }).toString();
  return date.toString().slice(0, { DAY: 10, MONTH: 7, YEAR: 4 }[period]);
}

export function staysWithin({ limit, timeZone, used }: LimitFacts, meeting: Interval): boolean {
  const amount = (meetings: readonly Interval[]) =>
    meetings.reduce(
      (sum, { start, end }) => sum + (limit.unit === 'BOOKINGS' ? 1 : (end - start) / MINUTE),
      0,
    );
  const all = [...used, meeting];
  if (limit.period === 'FUTURE') return amount(all) <= limit.max;
  if (limit.period === 'ROLLING') {
    const length = (limit.days ?? 1) * 24 * 60 * MINUTE;
    const isWithin = (start: number, other: Interval) => other.start >= start && other.start < start + length;
    return all
      .filter(({ start }) => isWithin(start, meeting))
      .every(({ start }) => amount(all.filter(other => isWithin(start, other))) <= limit.max);
  }
  const name = periodName(limit.period, meeting.start, timeZone);
  return amount(all.filter(other => periodName(limit.period, other.start, timeZone) === name)) <= limit.max;
}

/** Whether a time is neither too soon nor too far ahead; `AVAILABLE_DAYS` is counted elsewhere. */
export function isInWindow({ rules, now }: SlotFacts, start: number): boolean {
  const { window, timeZone } = rules;
  if (start - now < rules.minimumNotice * MINUTE) return false;
  const today = dayAt(now, timeZone);
  if (window.kind === 'CALENDAR_DAYS') return start < startOfDay(today + window.days + 1, timeZone);
  if (window.kind === 'BUSINESS_DAYS') {
    let last = today;
    for (let counted = 0; counted < window.days; ) if (dateOf(++last).dayOfWeek <= 5) counted++;
    return start < startOfDay(last + 1, timeZone);
  }
  if (window.kind === 'DATES') {
    return start >= startOfDay(window.firstDay, timeZone) && start < startOfDay(window.lastDay + 1, timeZone);
  }
  return true;
}
