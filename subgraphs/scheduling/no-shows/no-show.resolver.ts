import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { Booking } from '../bookings/booking.graphql.ts';
import { type BookingView, viewOf } from '../bookings/booking-view.ts';
import { changeRefused } from '../bookings/refusal-view.ts';
import type { SchedulingContext } from '../context.ts';
import { User } from '../owners/owner.graphql.ts';
import { markNoShow } from './mark-no-show.ts';
import * as t from './no-show.graphql.ts';

@Resolver(() => Booking)
export class NoShowResolver {
  @Access({ to: 'USER', scope: 'BOOKING_READ', role: 'ORGANIZER' })
  @FieldResolver(() => [User], {
    nullable: true,
    description: 'Hosts who did not come. Seen by its organizers; null for guests.',
  })
  async noShowHosts(@Root() booking: BookingView, @Ctx() ctx: SchedulingContext): Promise<User[]> {
    const ids = booking.hostIds
      ? (booking.noShowHostIds ?? [])
      : (await ctx.loaders.hostsOfBooking.load(booking.id))
          .filter(({ noShow }) => noShow)
          .map(({ userId }) => userId);
    return ids.map(id => new User(id));
  }

  @Access({ to: 'USER', scope: 'BOOKING_WRITE', role: 'ORGANIZER', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.MarkNoShowResult, {
    description:
      'Notes which guests or hosts did not come. For its organizers, once it has started; refused before, as long as it is not to be COMPLETED. Needs an idempotency key.',
  })
  async markNoShow(
    @Arg('input', () => t.MarkNoShowInput) input: t.MarkNoShowInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.MarkNoShowResult> {
    const marked = await markNoShow(ctx, input);
    return marked.ok ? new t.NoShowMarked(viewOf(marked.value.booking)) : changeRefused(marked.error);
  }
}
