import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { viewOf } from '../bookings/booking-view.ts';
import { timedChangeRefused } from '../bookings/refusal-view.ts';
import type { SchedulingContext } from '../context.ts';
import { BookingChangeUndone, UndoBookingChangeInput, UndoBookingChangeResult } from './undo.graphql.ts';
import { undoBookingChange } from './undo-booking-change.ts';

@Resolver()
export class UndoResolver {
  @Access({ to: 'USER', scope: 'BOOKING_WRITE', role: 'ORGANIZER', otherwise: 'NOT_FOUND' })
  @Mutation(() => UndoBookingChangeResult, {
    description:
      'Takes the last change of a booking back: a cancellation, a move or other hosts, of one that was CONFIRMED before, or waited for its payment: then it goes on to wait until the same moment. For its organizers, as long as the time is free, has not begun and is within all limits. Needs an idempotency key.',
  })
  async undoBookingChange(
    @Arg('input', () => UndoBookingChangeInput) input: UndoBookingChangeInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof UndoBookingChangeResult> {
    const undone = await undoBookingChange(ctx, input);
    return undone.ok
      ? new BookingChangeUndone(viewOf(undone.value.booking))
      : timedChangeRefused(undone.error);
  }
}
