import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Access } from '#platform/access.ts';
import type { SchedulingContext } from '../context.ts';
import type { Limit } from '../domain/limits.ts';
import { ownerStub, Team, User } from '../owners/owner.graphql.ts';
import * as t from './booking-limit.graphql.ts';
import { setBookingLimits } from './set-booking-limits.ts';

async function limitsOf(ctx: SchedulingContext, ownerId: string): Promise<Limit[]> {
  return (await ctx.loaders.owner.load(ownerId))?.limits ?? [];
}

@Resolver(() => User)
export class UserBookingLimitsResolver {
  @Access({ to: 'USER', scope: 'EVENT_TYPE_WRITE', role: 'MANAGER', otherwise: 'FORBIDDEN' })
  @Mutation(() => t.BookingLimitsSet, {
    description: 'Replaces the limits of the user, or of a team they lead, over all event types.',
  })
  async setBookingLimits(
    @Arg('input', () => t.SetBookingLimitsInput) input: t.SetBookingLimitsInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<t.BookingLimitsSet> {
    const { ownerId, limits } = await setBookingLimits(ctx, input);
    return new t.BookingLimitsSet(ownerStub(ownerId), limits);
  }

  @Access({ to: 'USER', scope: 'EVENT_TYPE_READ', role: 'MANAGER' })
  @FieldResolver(() => [t.BookingLimit], {
    nullable: true,
    description:
      "How much of the user's time can be booked in each period, over all event types. Seen by the user only; null for everybody else.",
  })
  bookingLimits(@Root() user: User, @Ctx() ctx: SchedulingContext) {
    return limitsOf(ctx, user.id);
  }
}

@Resolver(() => Team)
export class TeamBookingLimitsResolver {
  @Access({ to: 'USER', scope: 'EVENT_TYPE_READ', role: 'MANAGER' })
  @FieldResolver(() => [t.BookingLimit], {
    nullable: true,
    description:
      "How much can be booked in each period, over all of the team's event types. Seen by its admins; null for everybody else.",
  })
  bookingLimits(@Root() team: Team, @Ctx() ctx: SchedulingContext) {
    return limitsOf(ctx, team.id);
  }
}
