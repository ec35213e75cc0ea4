import type { EntityManager } from '@mikro-orm/postgresql';
import type { Encryption } from '#platform/encryption.ts';
import type { Principal } from '#platform/principal.ts';
import { createAbsenceLoaders } from './absences/absence.loaders.ts';
import { createAssignmentLoaders } from './assignments/assignment.loaders.ts';
import { createBookingLoaders } from './bookings/booking.loaders.ts';
import { createEventTypeLoaders } from './event-types/event-type.loaders.ts';
import { createManagedEventTypeLoaders } from './managed-event-types/managed-event-type.loaders.ts';
import { createOwnerLoaders } from './owners/owner.loaders.ts';
import { createPrivateLinkLoaders } from './private-links/private-link.loaders.ts';
import { createResourceLoaders } from './resources/resource.loaders.ts';
import { createRoutingFormLoaders } from './routing-forms/routing-form.loaders.ts';
import { earliestToday } from './schedules/date-span.ts';
import { createScheduleLoaders } from './schedules/schedule.loaders.ts';
import { createSeriesLoaders } from './series/series.loaders.ts';

export type SchedulingLoaders = ReturnType<typeof createLoaders>;

/** Loaders of one operation: what they have read stays as it was. */
export function createLoaders(
  em: EntityManager,
  viewer: Principal,
  { now, encryption }: { now: number; encryption: Encryption },
) {
  return {
    ...createOwnerLoaders(em),
    ...createScheduleLoaders(em, earliestToday(now)),
    ...createAbsenceLoaders(em, earliestToday(now)),
    ...createEventTypeLoaders(em),
    ...createManagedEventTypeLoaders(em),
    ...createPrivateLinkLoaders(em),
    ...createResourceLoaders(em),
    ...createRoutingFormLoaders(em),
    ...createAssignmentLoaders(em),
    ...createSeriesLoaders(em),
    ...createBookingLoaders(em, viewer, { now, encryption }),
  };
}
