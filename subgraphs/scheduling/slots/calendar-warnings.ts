import type { CalendarState } from './load-hosts.ts';
import type { SlotWarning } from './slot.graphql.ts';

/** What makes slots less certain than they look. Where the host wants to hear nothing of it, nothing is said. */
export function calendarWarnings({ unreadable }: CalendarState): SlotWarning[] {
  return unreadable
    .filter(({ policy }) => policy !== 'OPEN')
    .map(({ policy }) =>
      policy === 'CLOSED'
        ? {
            code: 'CALENDAR_UNREADABLE_CLOSED',
            message: 'A calendar of a host cannot be read: this host is not offered until it can.',
          }
        : {
            code: 'CALENDAR_UNREADABLE',
            message: 'A calendar of a host cannot be read: what was entered there lately may be missing.',
          },
    );
}

export function syncedAt({ syncedAt: instant }: CalendarState): Date | null {
  return instant === null ? null : new Date(instant);
}
