import { badInput } from '#platform/errors.ts';
import { dayOf } from '../domain/zone.ts';
import type { StoredBookingWindow } from './event-type.entity.ts';

/** A window as a caller writes it: which of the values belong to it follows from its kind. */
export interface GivenBookingWindow {
  kind: StoredBookingWindow['kind'];
  days?: number | null;
  firstDate?: string | null;
  lastDate?: string | null;
}

const DAYS = {
  CALENDAR_DAYS: { min: 0, max: 730 },
  BUSINESS_DAYS: { min: 1, max: 365 },
  AVAILABLE_DAYS: { min: 1, max: 365 },
};
const MAX_DATES = 730;

function refuseForeign(
  { kind, ...values }: GivenBookingWindow,
  names: readonly ('days' | 'firstDate' | 'lastDate')[],
): void {
  for (const name of names) {
    if (values[name] != null) {
      throw badInput(`bookingWindow.${name}`, `\`${name}\` does not belong to a window of ${kind}.`);
    }
  }
}

function readDates(given: GivenBookingWindow): StoredBookingWindow {
  const { firstDate, lastDate } = given;
  if (firstDate == null) throw badInput('bookingWindow.firstDate', 'A window of DATES needs its first date.');
  if (lastDate == null) throw badInput('bookingWindow.lastDate', 'A window of DATES needs its last date.');
  const length = dayOf(lastDate) - dayOf(firstDate) + 1;
  if (length < 1) throw badInput('bookingWindow.lastDate', '`lastDate` must not be before `firstDate`.');
  if (length > MAX_DATES)
    throw badInput('bookingWindow.lastDate', `A window of DATES has up to ${MAX_DATES} days.`);
  return { kind: 'DATES', firstDate, lastDate };
}

/** The window that is meant, or a refusal that names what is wrong with it. */
export function readBookingWindow(given: GivenBookingWindow): StoredBookingWindow {
  const { kind } = given;
  if (kind === 'DATES') {
    refuseForeign(given, ['days']);
    return readDates(given);
  }
  refuseForeign(given, ['firstDate', 'lastDate']);
  if (kind === 'UNLIMITED') {
    refuseForeign(given, ['days']);
    return { kind };
  }
  const { min, max } = DAYS[kind];
  const days = given.days ?? -1;
  if (days < min || days > max)
    throw badInput('bookingWindow.days', `A window of ${kind} has ${min} to ${max} days.`);
  return { kind, days };
}
