import type { HostFacts } from './event-type.ts';
import { difference, type Interval, intersection, merged } from './interval.ts';
import { absenceSpan } from './openings.ts';
import { hoursBetween } from './schedule.ts';
import { MINUTE_MS } from './zone.ts';

/** When somebody works and nothing is taken, within `[from, to)`, in stretches of at least `minimum` minutes. */
export function freeTime(host: HostFacts, from: number, to: number, minimum = 1): Interval[] {
  if (host.unreadableCalendar) return [];
  const hours = merged(hoursBetween(host.schedule, from, to));
  const away = (host.absences ?? []).map(absence => absenceSpan(host, absence));
  const free = difference(difference(hours, away), host.busy);
  return intersection(free, [{ start: from, end: to }]).filter(
    ({ start, end }) => end - start >= minimum * MINUTE_MS,
  );
}
