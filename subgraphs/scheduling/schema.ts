// type-graphql keeps its metadata there: it must be loaded before the first decorated class.
import 'reflect-metadata';
import { entityChangesResolver } from '#platform/entity-changes.ts';
import { buildFederatedSchema } from '#platform/federation.ts';
import { changesPublicReads } from '../../schema/public-reads.ts';
import { AbsenceResolver, UserAbsencesResolver } from './absences/absence.resolver.ts';
import { AssignmentResolver } from './assignments/assignment.resolver.ts';
import { ChangeHostsResolver } from './assignments/change-hosts.resolver.ts';
import { bookingReference } from './bookings/booking.reference.ts';
import { BookingResolver, EventTypeBookingsResolver } from './bookings/booking.resolver.ts';
import { BookingChangeResolver } from './bookings/booking-change.resolver.ts';
import { ConfirmationResolver } from './confirmation/confirmation.resolver.ts';
import type { SchedulingContext } from './context.ts';
import { ErasureResolver } from './erasure/erasure.resolver.ts';
import {
  TeamBookingLimitsResolver,
  UserBookingLimitsResolver,
} from './event-types/booking-limit.resolver.ts';
import { eventTypeReference } from './event-types/event-type.reference.ts';
import {
  EventTypeResolver,
  TeamEventTypesResolver,
  UserEventTypesResolver,
} from './event-types/event-type.resolver.ts';
import { GuestResolver } from './guests/guest.resolver.ts';
import { UndoResolver } from './history/undo.resolver.ts';
import { HoldResolver } from './holds/hold.resolver.ts';
import { InstantBookingResolver } from './instant/instant.resolver.ts';
import {
  EventTypeTemplateResolver,
  ManagedEventTypeResolver,
} from './managed-event-types/managed-event-type.resolver.ts';
import { NoShowResolver } from './no-shows/no-show.resolver.ts';
import { schedulingNodes } from './nodes.ts';
import { IdentityEventResolver } from './owners/identity-event.resolver.ts';
import { teamReference, userReference } from './owners/owner.graphql.ts';
import { PaymentResolver } from './payments/payment.resolver.ts';
import { EventTypePrivateLinksResolver, PrivateLinkResolver } from './private-links/private-link.resolver.ts';
import { schedulingRelations } from './relations.ts';
import {
  BookingResourcesResolver,
  EventTypeResourcesResolver,
  ResourceResolver,
  SlotVerdictSubjectsResolver,
  TeamResourcesResolver,
  UserResourcesResolver,
} from './resources/resource.resolver.ts';
import {
  RoutingFormResolver,
  TeamRoutingFormsResolver,
  UserRoutingFormsResolver,
} from './routing-forms/routing-form.resolver.ts';
import { RoutingFormResponseResolver } from './routing-forms/routing-form-response.resolver.ts';
import { HolidayResolver } from './schedules/holiday.resolver.ts';
import { ScheduleResolver } from './schedules/schedule.resolver.ts';
import { UserSchedulesResolver } from './schedules/schedule-list.resolver.ts';
import { UserTravelStaysResolver } from './schedules/travel-stay.resolver.ts';
import { BookingSeriesResolver, SeriesResolver } from './series/series.resolver.ts';
import { SeriesConfirmationResolver } from './series/series-confirmation.resolver.ts';
import { AvailabilityResolver } from './slots/availability.resolver.ts';
import { SlotResolver } from './slots/slot.resolver.ts';
import { SlotsChangeResolver } from './slots/slots-change.resolver.ts';

export function createSchedulingSchema() {
  return buildFederatedSchema<SchedulingContext>({
    resolvers: [
      ScheduleResolver,
      UserSchedulesResolver,
      HolidayResolver,
      entityChangesResolver('schedulingEntitiesChanged', changesPublicReads),
      UserTravelStaysResolver,
      AbsenceResolver,
      UserAbsencesResolver,
      EventTypeResolver,
      UserEventTypesResolver,
      TeamEventTypesResolver,
      ManagedEventTypeResolver,
      EventTypeTemplateResolver,
      UserBookingLimitsResolver,
      TeamBookingLimitsResolver,
      PrivateLinkResolver,
      EventTypePrivateLinksResolver,
      RoutingFormResolver,
      UserRoutingFormsResolver,
      TeamRoutingFormsResolver,
      RoutingFormResponseResolver,
      ResourceResolver,
      UserResourcesResolver,
      TeamResourcesResolver,
      EventTypeResourcesResolver,
      BookingResourcesResolver,
      SlotVerdictSubjectsResolver,
      SlotResolver,
      SlotsChangeResolver,
      AvailabilityResolver,
      BookingResolver,
      EventTypeBookingsResolver,
      BookingChangeResolver,
      AssignmentResolver,
      ChangeHostsResolver,
      InstantBookingResolver,
      SeriesResolver,
      SeriesConfirmationResolver,
      BookingSeriesResolver,
      ConfirmationResolver,
      GuestResolver,
      PaymentResolver,
      NoShowResolver,
      UndoResolver,
      ErasureResolver,
      HoldResolver,
      IdentityEventResolver,
    ],
    relations: schedulingRelations,
    references: {
      User: userReference,
      Team: teamReference,
      EventType: eventTypeReference,
      Booking: bookingReference,
    },
    nodes: schedulingNodes,
  });
}
