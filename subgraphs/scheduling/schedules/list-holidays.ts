import { badInput } from '#platform/errors.ts';
import { dateOf, dayOf } from '../domain/zone.ts';
import { holidaysBetween } from './holidays.ts';
import { requireHolidayRegion } from './schedule-settings.ts';

/** Years for which the rules of moving holidays are known to hold. */
export const HOLIDAY_YEARS = { first: 2000, last: 2100 };

/** The public holidays of a region in a year, by date. */
export function listHolidays(region: string, year: number): { date: string; name: string }[] {
  const { first, last } = HOLIDAY_YEARS;
  if (year < first || year > last) throw badInput('year', `\`year\` must be ${first} to ${last}.`);
  requireHolidayRegion('region', region);
  const found = holidaysBetween(region, dayOf(`${year}-01-01`), dayOf(`${year}-12-31`));
  return [...found].sort(([a], [b]) => a - b).map(([day, name]) => ({ date: dateOf(day), name }));
}
