import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access } from '#platform/access.ts';
import type { SchedulingContext } from '../context.ts';
import { eraseAttendee } from './erase-attendee.ts';
import { AttendeeErased, EraseAttendeeInput, EraseAttendeeResult } from './erasure.graphql.ts';

@Resolver()
export class ErasureResolver {
  @Access({ to: 'USER', scope: 'BOOKING_WRITE', role: 'MANAGER', otherwise: 'NOT_FOUND' })
  @Mutation(() => EraseAttendeeResult, {
    description:
      'Erases the name, address, answers, reasons and guests of a person in all bookings of event types that the user manages, for good. The bookings stay, and their history reads `[erased]`. Needs an idempotency key.',
  })
  async eraseAttendee(
    @Arg('input', () => EraseAttendeeInput) input: EraseAttendeeInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof EraseAttendeeResult> {
    const { bookingIds } = await eraseAttendee(ctx, input);
    return new AttendeeErased(bookingIds);
  }
}
