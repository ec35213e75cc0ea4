import type { WeekdayHours } from './schedule.entity.ts';

/** What a new schedule starts from: Monday to Friday, 09:00 to 17:00. */
export const officeHours: WeekdayHours[] = [1, 2, 3, 4, 5].map(weekday => ({
  weekday,
  start: 9 * 60,
  end: 17 * 60,
}));
