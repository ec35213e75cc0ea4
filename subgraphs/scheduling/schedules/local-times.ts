import { badInput } from '#platform/errors.ts';
import { type DayHours, hoursFault, MINUTES_PER_DAY } from '../domain/schedule.ts';
import type { WeekdayHours } from './schedule.entity.ts';

const MAX_WEEKLY_HOURS = 100;

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** `HH:MM` of minutes after midnight; an end on the next day shows the next day's time, midnight as `24:00`. */
export function localTime(minutes: number): string {
  const ofDay = minutes > MINUTES_PER_DAY ? minutes - MINUTES_PER_DAY : minutes;
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`;
}

/** Hours as they are stored: an end that is not after the start lies on the next day. */
export function toDayHours({ startsAt, endsAt }: { startsAt: string; endsAt: string }): DayHours {
  const [start, end] = [minutesOf(startsAt), minutesOf(endsAt)];
  return { start, end: end <= start ? end + MINUTES_PER_DAY : end };
}

export function requireSoundHours(field: string, hours: readonly DayHours[]): void {
  const fault = hoursFault(hours);
  if (fault) throw badInput(field, fault);
}

const DAYS_PER_WEEK = 7;

/** Hours of a week in order, refused where those of a day are wrong or run into those of the next one. */
export function readWeek(
  field: string,
  hours: readonly { weekday: number; startsAt: string; endsAt: string }[],
): WeekdayHours[] {
  if (hours.length > MAX_WEEKLY_HOURS)
    throw badInput(field, `A week has up to ${MAX_WEEKLY_HOURS} intervals.`);
  const week = hours
    .map(item => ({ weekday: item.weekday, ...toDayHours(item) }))
    .sort((a, b) => a.weekday - b.weekday || a.start - b.start);
  for (const [weekday, day] of Map.groupBy(week, item => item.weekday)) {
    requireSoundHours(field, day);
    const overnight = Math.max(...day.map(item => item.end)) - MINUTES_PER_DAY;
    const next = week.find(item => item.weekday === (weekday % DAYS_PER_WEEK) + 1);
    if (next && next.start < overnight)
      throw badInput(field, 'Hours must not run into those of the next day.');
  }
  return week;
}
