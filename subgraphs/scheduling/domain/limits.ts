import { difference, type Interval } from './interval.ts';
import { DAY_MS, dayAt, instantOf, weekdayOf } from './zone.ts';

/** Whose bookings count: of the event type, of the host or the owner in all event types, of one guest in this one. */
export const limitScopes = ['EVENT_TYPE', 'HOST', 'OWNER', 'BOOKER'] as const;
export type LimitScope = (typeof limitScopes)[number];

/** What is counted: bookings, or their minutes. */
export const limitUnits = ['BOOKINGS', 'MINUTES'] as const;
export type LimitUnit = (typeof limitUnits)[number];

/** Over which stretch of the calendar. Weeks begin on Monday. `ROLLING` is any stretch of so many days. */
export const limitPeriods = ['DAY', 'WEEK', 'MONTH', 'YEAR', 'ROLLING', 'FUTURE'] as const;
export type LimitPeriod = (typeof limitPeriods)[number];

/** At the most so much of something within each period. `FUTURE` counts what has not begun yet. */
export interface Limit {
  readonly scope: LimitScope;
  readonly unit: LimitUnit;
  readonly period: LimitPeriod;
  /** Length of a `ROLLING` period; `null` for the others. */
  readonly days: number | null;
  readonly max: number;
}

/** A limit with what already counts towards it. */
export interface LimitFacts {
  readonly limit: Limit;
  /** Whose days, weeks and months they are. */
  readonly timeZone: string;
  /**
   * Meetings without their buffers, sorted by start. One that spans two periods counts where it starts. For
   * `FUTURE` only those that have not begun.
   */
  readonly used: readonly Interval[];
}

const MINUTE_MS = 60_000;
const WEEK_DAYS = 7;

/** First day of the period that a day lies in, and of the one after. */
function periodOf(period: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR', day: number): { first: number; next: number } {
  if (period === 'DAY') return { first: day, next: day + 1 };
  if (period === 'WEEK') {
    const first = day - (weekdayOf(day) - 1);
    return { first, next: first + WEEK_DAYS };
  }
  const date = new Date(day * DAY_MS);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const bounds =
    period === 'MONTH'
      ? [Date.UTC(year, month), Date.UTC(year, month + 1)]
      : [Date.UTC(year, 0), Date.UTC(year + 1, 0)];
  return { first: (bounds[0] ?? 0) / DAY_MS, next: (bounds[1] ?? 0) / DAY_MS };
}

/** Where meetings can lie that count together with one at `start`. */
export function countedSpan({ limit, timeZone }: Omit<LimitFacts, 'used'>, start: number): Interval {
  if (limit.period === 'FUTURE') return { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY };
  if (limit.period === 'ROLLING') {
    const length = (limit.days ?? 1) * DAY_MS;
    return { start: start - length + 1, end: start + length };
  }
  const { first, next } = periodOf(limit.period, dayAt(timeZone, start));
  return { start: instantOf(timeZone, first, 0), end: instantOf(timeZone, next, 0) };
}

const amountOf = (limit: Limit, meeting: Interval) =>
  limit.unit === 'BOOKINGS' ? 1 : (meeting.end - meeting.start) / MINUTE_MS;

/** Whether one more meeting stays within a limit. */
export function isWithinLimit(facts: LimitFacts, meeting: Interval): boolean {
  const { limit, used } = facts;
  const span = countedSpan(facts, meeting.start);
  const counted = used.filter(other => other.start >= span.start && other.start < span.end);
  const own = amountOf(limit, meeting);
  if (limit.period !== 'ROLLING') {
    return counted.reduce((sum, other) => sum + amountOf(limit, other), own) <= limit.max;
  }
  // Every stretch that holds the new meeting: it is enough to try those that begin with a meeting.
  const length = (limit.days ?? 1) * DAY_MS;
  const all = [...counted, meeting].sort((a, b) => a.start - b.start);
  return all.every(({ start }) => {
    if (start > meeting.start) return true;
    const within = all.filter(other => other.start >= start && other.start < start + length);
    return within.reduce((sum, other) => sum + amountOf(limit, other), 0) <= limit.max;
  });
}

/** Starts that a limit leaves, for meetings of one length. */
export function limitedStarts(
  facts: LimitFacts,
  starts: readonly Interval[],
  length: number,
): readonly Interval[] {
  const [first, last] = [starts[0], starts.at(-1)];
  if (!first || !last) return starts;
  const { limit } = facts;
  const own = amountOf(limit, { start: 0, end: length });
  if (own > limit.max) return [];
  if (limit.period === 'FUTURE') return sumOf(limit, facts.used) + own > limit.max ? [] : starts;
  const full =
    limit.period === 'ROLLING' ? fullStretches(facts, length, own) : fullPeriods(facts, limit.period, own);
  return full.length > 0 ? difference(starts, full) : starts;
}

const sumOf = (limit: Limit, meetings: readonly Interval[]) =>
  meetings.reduce((sum, meeting) => sum + amountOf(limit, meeting), 0);

/** Periods of the calendar in which no further meeting fits. */
function fullPeriods(
  { limit, timeZone, used }: LimitFacts,
  period: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR',
  own: number,
): Interval[] {
  const amounts = new Map<number, { next: number; amount: number }>();
  for (const meeting of used) {
    const { first, next } = periodOf(period, dayAt(timeZone, meeting.start));
    amounts.set(first, { next, amount: (amounts.get(first)?.amount ?? 0) + amountOf(limit, meeting) });
  }
  return [...amounts]
    .filter(([, { amount }]) => amount + own > limit.max)
    .map(([first, { next }]) => ({
      start: instantOf(timeZone, first, 0),
      end: instantOf(timeZone, next, 0),
    }));
}

/** Starts at which some stretch of the rolling length would hold too much. What counts changes only at these instants. */
function fullStretches(facts: LimitFacts, length: number, own: number): Interval[] {
  const { limit, used } = facts;
  const span = (limit.days ?? 1) * DAY_MS;
  const instants = used.flatMap(({ start }) => [start - span + 1, start, start + 1, start + span]);
  const sorted = [...new Set(instants)].sort((a, b) => a - b);
  const full: Interval[] = [];
  for (const [index, start] of sorted.entries()) {
    const end = sorted[index + 1];
    if (end !== undefined && own <= limit.max && !isWithinLimit(facts, { start, end: start + length }))
      full.push({ start, end });
  }
  return full;
}
