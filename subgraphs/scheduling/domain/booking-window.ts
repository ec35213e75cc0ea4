import type { SlotRules } from './event-type.ts';
import type { Interval } from './interval.ts';
import { dayAt, instantOf, weekdayOf } from './zone.ts';

/** Further ahead nobody looks for days with free time. */
export const HORIZON_DAYS = 400;
const SATURDAY = 6;

/** The n-th day from Monday to Friday after a day. */
function businessDay(today: number, count: number): number {
  let day = today;
  for (let left = count; left > 0; ) {
    day++;
    if (weekdayOf(day) < SATURDAY) left--;
  }
  return day;
}

/**
 * When a slot may begin, as far as the window says. `isDayOpen` tells whether a day of the owner's calendar has a
 * slot; only a window of available days asks.
 */
export function bookable(rules: SlotRules, now: number, isDayOpen: (day: number) => boolean): Interval {
  const { window, timeZone } = rules;
  const from = Number.NEGATIVE_INFINITY;
  const after = (day: number) => instantOf(timeZone, day + 1, 0);
  const today = dayAt(timeZone, now);
  switch (window.kind) {
    case 'UNLIMITED':
      return { start: from, end: Number.POSITIVE_INFINITY };
    case 'CALENDAR_DAYS':
      return { start: from, end: after(today + window.days) };
    case 'BUSINESS_DAYS':
      return { start: from, end: after(businessDay(today, window.days)) };
    case 'DATES':
      return { start: instantOf(timeZone, window.firstDay, 0), end: after(window.lastDay) };
    case 'AVAILABLE_DAYS': {
      let left = window.days;
      for (let day = today; day < today + HORIZON_DAYS; day++) {
        if (isDayOpen(day) && --left === 0) return { start: from, end: after(day) };
      }
      return { start: from, end: after(today + HORIZON_DAYS - 1) };
    }
  }
}
