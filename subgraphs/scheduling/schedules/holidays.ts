import { createRequire } from 'node:module';
import type Calendar from 'date-holidays';
import { LRUCache } from 'lru-cache';
import { DAY_MS, dayOf } from '../domain/zone.ts';

type Holidays = ReadonlyMap<number, string>;

/** Twenty megabytes of rules: they are read when somebody asks for the first holiday, at once and not later. */
let loaded: { Calendar: typeof Calendar; names: Calendar } | null = null;

function calendars() {
  if (!loaded) {
    const Loaded = createRequire(import.meta.url)('date-holidays') as typeof Calendar;
    loaded = { Calendar: Loaded, names: new Loaded() };
  }
  return loaded;
}

const REGION = /^[A-Z]{2}(-[A-Za-z0-9]{1,12}){0,2}$/;

/** Whether there are holidays of a country, a state of it or a region of that: `DE`, `DE-BY`, `US-LA-NO`. */
export function isHolidayRegion(region: string): boolean {
  if (!REGION.test(region)) return false;
  const [country = '', state, part] = region.split('-');
  const { names } = calendars();
  const has = (known: Record<string, string> | undefined, key: string) => Object.hasOwn(known ?? {}, key);
  if (!has(names.getCountries('en'), country)) return false;
  if (state && !has(names.getStates(country), state)) return false;
  return !state || !part || has(names.getRegions(country, state), part);
}

const HALF_DAY = 0.5;
/** No public holiday that is known lasts longer. */
const LONGEST_DAYS = 14;

/** Days of holidays that begin in a year; one that lasts can end in the next one. */
function computeYear(region: string, year: number): Holidays {
  const [country = '', state, part] = region.split('-');
  const { Calendar: Region } = calendars();
  const calendar = new Region(country, state ?? '', part ?? '', { types: ['public'] });
  const days = new Map<number, string>();
  for (const { date, start, end, name } of calendar.getHolidays(year, 'en')) {
    const length = (end.getTime() - start.getTime()) / DAY_MS;
    // An afternoon off is no day off.
    if (length <= HALF_DAY) continue;
    const first = dayOf(date.slice(0, 10));
    const next = first + Math.max(1, Math.round(length));
    for (let day = first; day < next; day++) if (!days.has(day)) days.set(day, name);
  }
  return days;
}

/** A year of a region takes some milliseconds to work out and a kilobyte to keep. */
const years = new LRUCache<string, Holidays>({ max: 2_000 });

function yearOf(region: string, year: number): Holidays {
  const key = `${region} ${year}`;
  const known = years.get(key);
  if (known) return known;
  const computed = computeYear(region, year);
  years.set(key, computed);
  return computed;
}

const calendarYear = (day: number) => new Date(day * DAY_MS).getUTCFullYear();

/**
 * The public holidays of a region from one day to another, both included: by day since 1970-01-01, with their
 * names in English where they have one. Whole days only. A country that is not known has none.
 */
export function holidaysBetween(region: string, firstDay: number, lastDay: number): Holidays {
  const found = new Map<number, string>();
  for (let year = calendarYear(firstDay - LONGEST_DAYS); year <= calendarYear(lastDay); year++) {
    for (const [day, name] of yearOf(region, year)) {
      if (day >= firstDay && day <= lastDay && !found.has(day)) found.set(day, name);
    }
  }
  return found;
}
