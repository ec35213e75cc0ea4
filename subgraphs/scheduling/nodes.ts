import type { NodeFinders } from '#platform/nodes.ts';
import { findBooking } from './bookings/find-booking.ts';
import type { SchedulingContext } from './context.ts';
import { findEventType } from './event-types/find-event-type.ts';
import { findRoutingForm } from './routing-forms/find-routing-form.ts';
import { findSeries } from './series/find-series.ts';

/** What `node` finds here: the same as `booking`, `eventType`, `routingForm` and `bookingSeries` without a token. */
export const schedulingNodes: NodeFinders<SchedulingContext> = {
  Booking: (id, ctx) => findBooking(ctx, id),
  EventType: (id, ctx) => findEventType(ctx, id),
  RoutingForm: (id, ctx) => findRoutingForm(ctx, id),
  BookingSeries: (id, ctx) => findSeries(ctx, id),
};
