// type-graphql keeps its metadata there: it must be loaded before the first decorated class.
import 'reflect-metadata';
import { buildFederatedSchema } from '#platform/federation.ts';
import { bookingReference } from './bookings/booking.reference.ts';
import { BookingResolver, EventTypeBookingsResolver } from './bookings/booking.resolver.ts';
import { BookingChangeResolver } from './bookings/booking-change.resolver.ts';
import type { SchedulingContext } from './context.ts';
import { eventTypeReference } from './event-types/event-type.reference.ts';
import {
  EventTypeResolver,
  TeamEventTypesResolver,
  UserEventTypesResolver,
} from './event-types/event-type.resolver.ts';
import { IdentityEventResolver } from './owners/identity-event.resolver.ts';
import { teamReference, userReference } from './owners/owner.graphql.ts';
import { ScheduleResolver, UserSchedulesResolver } from './schedules/schedule.resolver.ts';
import { AvailabilityResolver } from './slots/availability.resolver.ts';
import { SlotResolver } from './slots/slot.resolver.ts';
import { SlotsChangeResolver } from './slots/slots-change.resolver.ts';

export function createSchedulingSchema() {
  return buildFederatedSchema<SchedulingContext>({
    resolvers: [
      ScheduleResolver,
      UserSchedulesResolver,
      EventTypeResolver,
      UserEventTypesResolver,
      TeamEventTypesResolver,
      SlotResolver,
      SlotsChangeResolver,
      AvailabilityResolver,
      BookingResolver,
      EventTypeBookingsResolver,
      BookingChangeResolver,
      IdentityEventResolver,
    ],
    references: {
      User: userReference,
      Team: teamReference,
      EventType: eventTypeReference,
      Booking: bookingReference,
    },
  });
}
