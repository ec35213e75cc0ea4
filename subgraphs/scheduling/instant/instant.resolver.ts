import { Arg, Ctx, ID, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { Access } from '#platform/access.ts';
import type { BookingRow } from '../bookings/booking.entity.ts';
import { Booking } from '../bookings/booking.graphql.ts';
import { InvalidAnswers, PrivateLinkSpent, TransitionRefused } from '../bookings/booking-result.graphql.ts';
import { viewOf } from '../bookings/booking-view.ts';
import { slotUnavailable } from '../bookings/refusal-view.ts';
import type { SeenSnapshot } from '../bookings/seen-by.ts';
import type { SchedulingContext } from '../context.ts';
import { slotView } from '../slots/slot-view.ts';
import { type AcceptRefusal, acceptInstantBooking } from './accept-instant-booking.ts';
import { createInstantBooking, type InstantBookingRefusal } from './create-instant-booking.ts';
import * as t from './instant.graphql.ts';
import { slotsInstead, watchInstantBooking } from './watch-instant-booking.ts';
import { findInstantOffers, watchInstantOffers } from './watch-instant-offers.ts';

function offerRefused(refusal: InstantBookingRefusal, timeZone: string) {
  switch (refusal.kind) {
    case 'INVALID_ANSWERS':
      return new InvalidAnswers(refusal.fields);
    case 'LINK_SPENT':
      return new PrivateLinkSpent();
    default:
      return slotUnavailable(refusal, timeZone);
  }
}

function acceptRefused(refusal: AcceptRefusal) {
  switch (refusal.kind) {
    case 'ACCEPTED_BY_OTHER':
      return new t.InstantBookingTaken();
    case 'TRANSITION_REFUSED':
      return new TransitionRefused(refusal);
    case 'SLOT_UNAVAILABLE':
      return slotUnavailable(refusal, 'UTC');
    case 'VERSION_CONFLICT':
      throw new Error('An offer is accepted whatever its version.');
  }
}

@Resolver()
export class InstantBookingResolver {
  @Access({ to: 'PUBLIC' })
  @Mutation(() => t.CreateInstantBookingResult, {
    description:
      'Asks for a meeting now: it is offered to all hosts who are free, and the first who accepts has it. Expires when nobody does within `instantAcceptSeconds`. SLOT_UNAVAILABLE where no host is free. Needs no account. Needs an idempotency key.',
  })
  async createInstantBooking(
    @Arg('input', () => t.CreateInstantBookingInput) input: t.CreateInstantBookingInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.CreateInstantBookingResult> {
    const asked = await createInstantBooking(ctx, input);
    if (!asked.ok) return offerRefused(asked.error, input.attendee.timeZone);
    return new t.InstantBookingOffered(viewOf(asked.value.booking), asked.value.manageToken);
  }

  @Access({ to: 'USER', scope: 'BOOKING_WRITE', role: 'OFFERED', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.AcceptInstantBookingResult, {
    description:
      'Takes a meeting that was offered to the user. One host gets it; INSTANT_BOOKING_TAKEN for the others. NOT_FOUND for whom it was not offered to. Needs an idempotency key.',
  })
  async acceptInstantBooking(
    @Arg('input', () => t.AcceptInstantBookingInput) input: t.AcceptInstantBookingInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.AcceptInstantBookingResult> {
    const accepted = await acceptInstantBooking(ctx, input);
    return accepted.ok
      ? new t.InstantBookingAccepted(viewOf(accepted.value.booking))
      : acceptRefused(accepted.error);
  }

  @Access({ to: 'USER', scope: 'BOOKING_READ', role: 'OFFERED', otherwise: 'EMPTY' })
  @Query(() => [Booking], {
    description: 'Meetings at once that the user could accept at this moment, those that end first in front.',
  })
  instantOffers(@Ctx() ctx: SchedulingContext): Promise<Booking[]> {
    return findInstantOffers(ctx);
  }

  @Access({ to: 'USER', scope: 'BOOKING_READ', role: 'OFFERED', otherwise: 'EMPTY' })
  @Subscription(() => t.InstantOffers, {
    description:
      'The offers to the user as they are, then again whenever one comes, is accepted by anybody, is cancelled or expires.',
    subscribe: ({ context }) => watchInstantOffers(context as SchedulingContext),
  })
  instantOffersChanged(@Root() bookings: BookingRow[]): t.InstantOffers {
    return { bookings };
  }

  @Access({ to: 'PUBLIC', role: 'GUEST', otherwise: 'NOT_FOUND' })
  @Subscription(() => t.InstantBookingState, {
    description:
      'How a meeting stands that its guest asked for: at once, and with every change until a host accepted, it expired or was cancelled; then the subscription is over. NOT_FOUND without its token.',
    subscribe: ({ args, context }) =>
      watchInstantBooking(context as SchedulingContext, args as { id: string; manageToken: string }),
  })
  instantBookingChanged(
    @Root() booking: SeenSnapshot,
    @Arg('id', () => ID) _id: string,
    @Arg('manageToken', () => String) _manageToken: string,
    @Ctx() ctx: SchedulingContext,
  ): Promise<t.InstantBookingState> {
    return stateOf(ctx, booking);
  }
}

async function stateOf(ctx: SchedulingContext, booking: SeenSnapshot): Promise<t.InstantBookingState> {
  const timeZone = booking.attendees[0]?.timeZone ?? 'UTC';
  const next = await slotsInstead(ctx, booking);
  return { booking: viewOf(booking), nextSlots: next.map(slot => slotView(slot, timeZone)) };
}
