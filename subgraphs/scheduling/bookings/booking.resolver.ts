import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { PageArgs } from '#platform/pagination.ts';
import { DateTime } from '#platform/scalars.ts';
import { BookingsArgs } from '../booking-lists/booking-list.graphql.ts';
import { findBookings } from '../booking-lists/find-bookings.ts';
import type { SchedulingContext } from '../context.ts';
import { nextStatus } from '../domain/booking-state.ts';
import type { EventTypeRow } from '../event-types/event-type.entity.ts';
import { EventType } from '../event-types/event-type.graphql.ts';
import { isInTime } from '../guests/change-deadline.ts';
import { BookingHistoryConnection } from '../history/booking-history.graphql.ts';
import { bookingAsOf, bookingHistory } from '../history/booking-history.ts';
import { HoldExpired } from '../holds/hold-expired.graphql.ts';
import { User } from '../owners/owner.graphql.ts';
import { addToCalendarLinks } from './add-to-calendar.ts';
import { wallTimeSnapshot } from './booking.events.ts';
import * as t from './booking.graphql.ts';
import * as results from './booking-result.graphql.ts';
import { type BookingView, viewOf, wallTimeOf } from './booking-view.ts';
import { cancelBooking } from './cancel-booking.ts';
import { type CreateBookingRefusal, createBooking } from './create-booking.ts';
import { findBooking } from './find-booking.ts';
import { cancelRefused, slotUnavailable, timedChangeRefused, tooLate } from './refusal-view.ts';
import { rescheduleBooking } from './reschedule-booking.ts';

function bookingRefused(refusal: CreateBookingRefusal, timeZone: string) {
  switch (refusal.kind) {
    case 'INVALID_ANSWERS':
      return new results.InvalidAnswers(refusal.fields);
    case 'LIMIT_REACHED':
      return new results.BookingLimitReached(refusal.limit);
    case 'LINK_SPENT':
      return new results.PrivateLinkSpent();
    case 'HOLD_EXPIRED':
      return new HoldExpired();
    default:
      return slotUnavailable(refusal, timeZone);
  }
}

@Resolver(() => t.Booking)
export class BookingResolver {
  @Access({ to: 'PUBLIC', scope: 'BOOKING_READ', role: 'GUEST_OR_ORGANIZER', otherwise: 'NULL' })
  @Query(() => t.Booking, {
    nullable: true,
    description:
      'A booking, for its guest by `manageToken` or for its organizers; null for everybody else, and for a guest who gave up their seat.',
  })
  booking(
    @Arg('id', () => ID) id: string,
    @Ctx() ctx: SchedulingContext,
    @Arg('manageToken', () => String, { nullable: true }) manageToken?: string | null,
  ): Promise<t.Booking | null> {
    return findBooking(ctx, id, manageToken);
  }

  @Access({ to: 'USER', scope: 'BOOKING_READ', role: 'ORGANIZER', otherwise: 'EMPTY' })
  @Query(() => t.BookingConnection, {
    description: 'Bookings that the user hosts, owns or manages for a team.',
  })
  bookings(@Args(() => BookingsArgs) args: BookingsArgs, @Ctx() ctx: SchedulingContext) {
    return findBookings(ctx, args);
  }

  @FieldResolver(() => EventType)
  eventType(@Root() booking: BookingView, @Ctx() ctx: SchedulingContext) {
    return ctx.loaders.eventType.load(booking.eventTypeId);
  }

  @FieldResolver(() => [User], { description: 'Who hosts, in the order of the event type.' })
  async hosts(@Root() booking: BookingView, @Ctx() ctx: SchedulingContext): Promise<User[]> {
    const ids =
      booking.hostIds ?? (await ctx.loaders.hostsOfBooking.load(booking.id)).map(host => host.userId);
    return ids.map(id => new User(id));
  }

  @FieldResolver(() => [t.Attendee], {
    description: 'Who booked. Where guests share a slot each has a seat, and a guest sees only themself.',
  })
  attendees(@Root() booking: BookingView, @Ctx() ctx: SchedulingContext) {
    return booking.attendees ?? ctx.loaders.attendeesOfBooking.load(booking.id);
  }

  @FieldResolver(() => t.WallTime, {
    nullable: true,
    description: 'The start as it was agreed; null for bookings of before it was kept.',
  })
  wallTime(@Root() booking: BookingView): t.WallTime | null {
    const agreed = wallTimeOf(booking);
    return agreed && wallTimeSnapshot(agreed);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether it can be cancelled as it is now: for guests, whether it is still time, too.',
  })
  async canCancel(@Root() booking: BookingView, @Ctx() ctx: SchedulingContext): Promise<boolean> {
    return nextStatus(booking.status, 'CANCEL').ok && (await isInTime(ctx, booking, 'CANCEL'));
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether it can be moved as it is now: for guests, whether it is still time, too. They cannot move what they share with others.',
  })
  async canReschedule(@Root() booking: BookingView, @Ctx() ctx: SchedulingContext): Promise<boolean> {
    if (booking.asGuest?.isShared || !nextStatus(booking.status, 'RESCHEDULE').ok) return false;
    return isInTime(ctx, booking, 'RESCHEDULE');
  }

  @FieldResolver(() => t.AddToCalendarLinks)
  addToCalendarLinks(@Root() booking: BookingView): t.AddToCalendarLinks {
    return addToCalendarLinks(booking);
  }

  @Access({ to: 'USER', scope: 'BOOKING_READ', role: 'ORGANIZER' })
  @FieldResolver(() => BookingHistoryConnection, {
    nullable: true,
    description: 'What happened to it, oldest first. Seen by its organizers; null for guests.',
  })
  history(@Root() booking: BookingView, @Args(() => PageArgs) page: PageArgs, @Ctx() ctx: SchedulingContext) {
    return bookingHistory(ctx, booking.id, page);
  }

  @Access({ to: 'USER', scope: 'BOOKING_READ', role: 'ORGANIZER' })
  @FieldResolver(() => t.Booking, {
    nullable: true,
    description: 'The booking as it stood at an instant; null before it was made, and for guests.',
  })
  asOf(@Root() booking: BookingView, @Arg('at', () => DateTime) at: Date, @Ctx() ctx: SchedulingContext) {
    return bookingAsOf(ctx, booking.id, at);
  }

  @Access({ to: 'PUBLIC' })
  @Mutation(() => results.CreateBookingResult, {
    description:
      'Books a slot, or a seat in it where guests share slots: then the booking may be there already. Needs no account. Needs an idempotency key.',
  })
  async createBooking(
    @Arg('input', () => t.CreateBookingInput) input: t.CreateBookingInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof results.CreateBookingResult> {
    const booked = await createBooking(ctx, input);
    if (!booked.ok) return bookingRefused(booked.error, input.attendee.timeZone);
    return new results.BookingCreated(viewOf(booked.value.booking), booked.value.manageToken);
  }

  @Access({ to: 'PUBLIC', scope: 'BOOKING_WRITE', role: 'GUEST_OR_ORGANIZER', otherwise: 'NOT_FOUND' })
  @Mutation(() => results.CancelBookingResult, {
    description:
      'Cancels a booking and frees its time: for its guest by `manageToken`, or for its organizers. A guest who shares it only gives up their seat: they are shown it as cancelled, and their token opens nothing any more. Needs an idempotency key.',
  })
  async cancelBooking(
    @Arg('input', () => t.CancelBookingInput) input: t.CancelBookingInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof results.CancelBookingResult> {
    const cancelled = await cancelBooking(ctx, input);
    return cancelled.ok
      ? new results.BookingCancelled(viewOf(cancelled.value.booking))
      : cancelRefused(cancelled.error);
  }

  @Access({ to: 'PUBLIC', scope: 'BOOKING_WRITE', role: 'GUEST_OR_ORGANIZER', otherwise: 'NOT_FOUND' })
  @Mutation(() => results.RescheduleBookingResult, {
    description:
      'Moves a booking to another slot: for its guest by `manageToken`, or for its organizers. Needs an idempotency key.',
  })
  async rescheduleBooking(
    @Arg('input', () => t.RescheduleBookingInput) input: t.RescheduleBookingInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof results.RescheduleBookingResult> {
    const moved = await rescheduleBooking(ctx, input);
    if (moved.ok) {
      const { startsAt, endsAt } = moved.value.previous;
      const previous = { startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
      return new results.BookingRescheduled(viewOf(moved.value.booking), previous);
    }
    if (moved.error.kind === 'TOO_LATE') return tooLate(moved.error);
    if (moved.error.kind === 'SHARED') return new results.BookingShared();
    return timedChangeRefused(moved.error);
  }
}

@Resolver(() => EventType)
export class EventTypeBookingsResolver {
  @Access({ to: 'USER', scope: 'BOOKING_READ' })
  @FieldResolver(() => t.BookingConnection, {
    nullable: true,
    description: 'Its bookings that the user hosts or manages, soonest first: those still to come.',
  })
  bookings(
    @Root() eventType: EventTypeRow,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: SchedulingContext,
    @Arg('includePast', () => Boolean, {
      defaultValue: false,
      description: 'Whether ended and cancelled ones come too.',
    })
    includePast: boolean,
  ) {
    const { bookingsOfEventType, upcomingBookingsOfEventType } = ctx.loaders;
    return (includePast ? bookingsOfEventType : upcomingBookingsOfEventType)(eventType.id, page);
  }
}
