import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access } from '#platform/access.ts';
import {
  BookingVersionConflict,
  SlotUnavailable,
  TransitionRefused,
} from '../bookings/booking-result.graphql.ts';
import { viewOf } from '../bookings/booking-view.ts';
import type { ChangeRefusal } from '../bookings/change-booking.ts';
import type { SchedulingContext } from '../context.ts';
import { verdictView } from '../slots/slot-view.ts';
import { addBookingHost } from './add-booking-host.ts';
import * as t from './change-hosts.graphql.ts';
import type { HostRefusal } from './change-hosts.ts';
import { reassignBooking } from './reassign-booking.ts';
import { removeBookingHost } from './remove-booking-host.ts';

function changeRefused(refusal: ChangeRefusal) {
  if (refusal.kind === 'TRANSITION_REFUSED') return new TransitionRefused(refusal);
  return new BookingVersionConflict(viewOf(refusal.current));
}

function hostRefused(refusal: ChangeRefusal | HostRefusal) {
  if (refusal.kind === 'NOBODY_FREE') return new SlotUnavailable(refusal.reasons.map(verdictView), []);
  if (refusal.kind === 'LAST_HOST') throw new Error('Somebody came, and yet nobody is left.');
  return changeRefused(refusal);
}

@Resolver()
export class ChangeHostsResolver {
  @Access({ to: 'USER', scope: 'BOOKING_WRITE', role: 'ORGANIZER', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.ReassignBookingResult, {
    description:
      'Gives a booking to another host, who has to be free: to `toUserId`, or in turn. For its organizers. Needs an idempotency key.',
  })
  async reassignBooking(
    @Arg('input', () => t.ReassignBookingInput) input: t.ReassignBookingInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.ReassignBookingResult> {
    const done = await reassignBooking(ctx, input);
    return done.ok ? new t.BookingReassigned(viewOf(done.value.booking)) : hostRefused(done.error);
  }

  @Access({ to: 'USER', scope: 'BOOKING_WRITE', role: 'ORGANIZER', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.AddBookingHostResult, {
    description:
      'Adds somebody who is free to the hosts of a booking. For its organizers. Needs an idempotency key.',
  })
  async addBookingHost(
    @Arg('input', () => t.AddBookingHostInput) input: t.AddBookingHostInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.AddBookingHostResult> {
    const done = await addBookingHost(ctx, input);
    return done.ok ? new t.BookingHostAdded(viewOf(done.value.booking)) : hostRefused(done.error);
  }

  @Access({ to: 'USER', scope: 'BOOKING_WRITE', role: 'ORGANIZER', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.RemoveBookingHostResult, {
    description:
      'Takes one of several hosts off a booking and frees their time. For its organizers. Needs an idempotency key.',
  })
  async removeBookingHost(
    @Arg('input', () => t.RemoveBookingHostInput) input: t.RemoveBookingHostInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.RemoveBookingHostResult> {
    const done = await removeBookingHost(ctx, input);
    if (done.ok) return new t.BookingHostRemoved(viewOf(done.value.booking));
    if (done.error.kind === 'LAST_HOST') return new t.LastHost();
    if (done.error.kind === 'NOBODY_FREE') throw new Error('Who leaves does not have to be free.');
    return changeRefused(done.error);
  }
}
