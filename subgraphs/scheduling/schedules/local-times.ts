import { badInput } from '#platform/errors.ts';
import { type DayHours, hoursFault, MINUTES_PER_DAY } from '../domain/schedule.ts';

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
