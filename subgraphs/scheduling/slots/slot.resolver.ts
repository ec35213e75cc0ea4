import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Query, Resolver } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { Cost, PageOf } from '#platform/demand.ts';
import { DateTime } from '#platform/scalars.ts';
import type { SchedulingContext } from '../context.ts';
import { privateLinkDescription } from '../private-links/private-link.graphql.ts';
import { routingResponseDescription } from '../routing-forms/routing-response.graphql.ts';
import { explainSlot } from './explain-slot.ts';
import { findSlots, SLOT_PAGE } from './find-slots.ts';
import { SlotConnection, SlotExplanation } from './slot.graphql.ts';
import { SlotsWindowArgs } from './slots-window.graphql.ts';

@ArgsType()
class SlotsArgs extends SlotsWindowArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many slots to return: 1 to ${SLOT_PAGE.max}, ${SLOT_PAGE.fallback} unless given.`,
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the slot before the first one wanted.' })
  after?: string | null;

  @Field(() => ID, { nullable: true, description: routingResponseDescription })
  routingResponseId?: string | null;
}

@Resolver()
export class SlotResolver {
  @PageOf(SLOT_PAGE.fallback)
  @Cost(10)
  @Access({ to: 'PUBLIC' })
  @Query(() => SlotConnection, { description: 'The times at which an event type can be booked, in order.' })
  slots(@Args(() => SlotsArgs) args: SlotsArgs, @Ctx() ctx: SchedulingContext): Promise<SlotConnection> {
    return findSlots(ctx, args);
  }

  @Cost(10)
  @Access({ to: 'PUBLIC' })
  @Query(() => SlotExplanation, {
    description: 'Why a time can be booked, or why not: one verdict for every rule and host.',
  })
  explainSlot(
    @Arg('eventTypeId', () => ID) eventTypeId: string,
    @Arg('startsAt', () => DateTime) startsAt: Date,
    @Ctx() ctx: SchedulingContext,
    @Arg('durationMinutes', () => Int, { nullable: true }) durationMinutes: number | null = null,
    @Arg('privateLink', () => String, { nullable: true, description: privateLinkDescription })
    privateLink: string | null = null,
  ): Promise<SlotExplanation> {
    return explainSlot(ctx, { eventTypeId, startsAt, durationMinutes, privateLink });
  }
}
