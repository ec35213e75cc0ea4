import type { Encryption } from '#platform/encryption.ts';
import type { EventLog } from '#platform/event-log.ts';
import type { RequestContext } from '#platform/transaction.ts';
import type { AbsenceLoaders } from './absences/absence.loaders.ts';
import type { BookingLoaders } from './bookings/booking.loaders.ts';
import type { EventTypeLoaders } from './event-types/event-type.loaders.ts';
import type { OwnerLoaders } from './owners/owner.loaders.ts';
import type { PrivateLinkLoaders } from './private-links/private-link.loaders.ts';
import type { ScheduleLoaders } from './schedules/schedule.loaders.ts';
import type { SeriesLoaders } from './series/series.loaders.ts';
import type { LiveSlots } from './slots/live-slots.ts';

export interface SchedulingContext extends RequestContext {
  readonly loaders: OwnerLoaders &
    ScheduleLoaders &
    AbsenceLoaders &
    EventTypeLoaders &
    PrivateLinkLoaders &
    SeriesLoaders &
    BookingLoaders;
  readonly eventLog: EventLog;
  readonly liveSlots: LiveSlots;
  readonly encryption: Encryption;
}
