import { badInput } from '#platform/errors.ts';
import {
  MAX_SERIES_DAYS,
  occurrencesOf,
  type RecurrenceFrequency,
  type RecurrenceRule,
  ruleFault,
} from '../domain/recurrence.ts';
import { DAY_MS } from '../domain/zone.ts';
import type { EventTypeRow } from '../event-types/event-type.entity.ts';
import { type WeekdayName, weekdays } from '../schedules/schedule.graphql.ts';

export interface SeriesWish {
  startsAt: Date;
  timeZone: string;
  rule: {
    frequency: RecurrenceFrequency;
    interval: number;
    byWeekday?: readonly WeekdayName[] | null;
    count?: number | null;
    until?: string | null;
  };
  durationMinutes?: number | null;
}

export interface ReadSeries {
  rule: RecurrenceRule;
  timeZone: string;
  /** Epoch milliseconds, in order. */
  starts: readonly number[];
  /** Minutes. */
  duration: number;
}

/** Which occurrences are meant. Refuses what the event type does not offer as a series. */
export function readSeries(eventType: EventTypeRow, wish: SeriesWish): ReadSeries {
  const { recurrence } = eventType;
  if (!recurrence) throw badInput('eventTypeId', 'The event type takes single bookings only.');
  if (eventType.seatsPerSlot !== null)
    throw badInput('eventTypeId', 'Where guests share slots, each is booked on its own.');
  if (eventType.requiresPayment)
    throw badInput('eventTypeId', 'Bookings that have to be paid are made one by one.');
  const { byWeekday, count = null, until = null, ...rest } = wish.rule;
  const numbers = (byWeekday ?? []).map(name => weekdays.indexOf(name) + 1);
  const rule = { ...rest, byWeekday: [...new Set(numbers)].sort(), count, until };
  const first = { start: wish.startsAt.getTime(), timeZone: wish.timeZone };
  const fault = ruleFault(rule, recurrence, first);
  if (fault) throw badInput(`rule.${fault.field}`, fault.message);
  const starts = occurrencesOf(rule, first, recurrence.maxOccurrences + 1);
  if (starts.length < 2) throw badInput('rule.until', 'A series has two occurrences at the least.');
  if (starts.length > recurrence.maxOccurrences) {
    const max = recurrence.maxOccurrences;
    throw badInput('rule.until', `The event type offers up to ${max} occurrences.`, { max });
  }
  const last = starts.at(-1) ?? first.start;
  if (last - first.start > MAX_SERIES_DAYS * DAY_MS)
    throw badInput('rule', 'A series lasts five years at the most.');
  const duration = wish.durationMinutes ?? eventType.durationMinutes;
  if (duration < 1 || duration > 1440)
    throw badInput('durationMinutes', '`durationMinutes` must be 1 to 1440.');
  return { rule, timeZone: wish.timeZone, starts, duration };
}
