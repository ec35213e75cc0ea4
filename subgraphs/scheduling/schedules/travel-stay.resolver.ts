import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Access } from '#platform/access.ts';
import type { SchedulingContext } from '../context.ts';
import { User } from '../owners/owner.graphql.ts';
import { addTravelStay } from './add-travel-stay.ts';
import { removeTravelStay } from './remove-travel-stay.ts';
import * as t from './travel-stay.graphql.ts';

@Resolver(() => User)
export class UserTravelStaysResolver {
  @Access({ to: 'USER', scope: 'SCHEDULE_READ', role: 'SELF' })
  @FieldResolver(() => [t.TravelStay], {
    nullable: true,
    description:
      'Stays in other zones that are not over yet, by date; up to 100. Seen by the user only; null for everybody else.',
  })
  travelStays(@Root() user: User, @Ctx() ctx: SchedulingContext) {
    return ctx.loaders.staysOfUser.load(user.id);
  }

  @Access({ to: 'USER', scope: 'SCHEDULE_WRITE' })
  @Mutation(() => t.AddTravelStayResult, {
    description: 'Says that the user spends some days in another zone. Stays do not overlap.',
  })
  async addTravelStay(
    @Arg('input', () => t.AddTravelStayInput) input: t.AddTravelStayInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.AddTravelStayResult> {
    const added = await addTravelStay(ctx, input);
    return added.ok ? new t.TravelStayAdded(added.value) : new t.StaysOverlap();
  }

  @Access({ to: 'USER', scope: 'SCHEDULE_WRITE', role: 'SELF', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.RemoveTravelStayPayload, { description: "Removes one of the user's stays." })
  async removeTravelStay(
    @Arg('input', () => t.RemoveTravelStayInput) input: t.RemoveTravelStayInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<t.RemoveTravelStayPayload> {
    return new t.RemoveTravelStayPayload(await removeTravelStay(ctx, input));
  }
}
