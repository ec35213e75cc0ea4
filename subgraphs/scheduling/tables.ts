import type { TablesOf } from '#platform/orm.ts';
import { AbsenceEntity } from './absences/absence.entity.ts';
import { AssignmentEntity } from './assignments/assignment.entity.ts';
import { AttendeeEntity } from './bookings/attendee.entity.ts';
import { BookingEntity } from './bookings/booking.entity.ts';
import { BookingEventEntity } from './bookings/booking-event.entity.ts';
import { BookingHostEntity } from './bookings/booking-host.entity.ts';
import { PersonKeyEntity } from './erasure/person-key.entity.ts';
import { EventTypeEntity } from './event-types/event-type.entity.ts';
import { EventTypeHostEntity } from './event-types/event-type-host.entity.ts';
import { MembershipEntity } from './owners/membership.entity.ts';
import { OwnerEntity } from './owners/owner.entity.ts';
import { PrivateLinkEntity } from './private-links/private-link.entity.ts';
import { BookingResourceEntity } from './resources/booking-resource.entity.ts';
import { ResourceEntity } from './resources/resource.entity.ts';
import { RoutingFormEntity, RoutingFormResponseEntity } from './routing-forms/routing-form.entity.ts';
import { ScheduleEntity } from './schedules/schedule.entity.ts';
import { ScheduleOverrideEntity } from './schedules/schedule-override.entity.ts';
import { TravelStayEntity } from './schedules/travel-stay.entity.ts';
import { SeriesEntity } from './series/series.entity.ts';

export const entities = [
  OwnerEntity,
  MembershipEntity,
  ScheduleEntity,
  ScheduleOverrideEntity,
  TravelStayEntity,
  AbsenceEntity,
  EventTypeEntity,
  EventTypeHostEntity,
  PrivateLinkEntity,
  ResourceEntity,
  BookingResourceEntity,
  SeriesEntity,
  BookingEntity,
  BookingHostEntity,
  AttendeeEntity,
  BookingEventEntity,
  AssignmentEntity,
  PersonKeyEntity,
  RoutingFormEntity,
  RoutingFormResponseEntity,
] as const;

export type Tables = TablesOf<typeof entities>;
