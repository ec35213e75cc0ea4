import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Query, Resolver } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { DateTime, TimeZone } from '#platform/scalars.ts';
import type { SchedulingContext } from '../context.ts';
import { privateLinkDescription } from '../private-links/private-link.graphql.ts';
import { explainSlot } from './explain-slot.ts';
import { findSlots, SLOT_PAGE } from './find-slots.ts';
import { SlotConnection, SlotExplanation } from './slot.graphql.ts';
import { MAX_SPAN_DAYS, MAX_SPAN_DAYS_OF_LARGE_GROUPS } from './slot-span.ts';

@ArgsType()
class SlotsArgs {
  @Field(() => ID)
  eventTypeId!: string;

  @Field(() => DateTime, { description: 'Slots start at or after this instant.' })
  from!: Date;

  @Field(() => DateTime, {
    description: `Slots start before this instant, at most ${MAX_SPAN_DAYS} days after \`from\`; ${MAX_SPAN_DAYS_OF_LARGE_GROUPS} where there are more than 50 hosts.`,
  })
  to!: Date;

  @Field(() => TimeZone, { description: 'The zone of `date`: usually that of the guest.' })
  timeZone!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'One of `durationOptionsMinutes`; left out: the default one.',
  })
  durationMinutes?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `How many slots to return: 1 to ${SLOT_PAGE.max}, ${SLOT_PAGE.fallback} unless given.`,
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the slot before the first one wanted.' })
  after?: string | null;

  @Field(() => String, { nullable: true, description: privateLinkDescription })
  privateLink?: string | null;
}

@Resolver()
export class SlotResolver {
  @Access({ to: 'PUBLIC' })
  @Query(() => SlotConnection, { description: 'The times at which an event type can be booked, in order.' })
  slots(@Args(() => SlotsArgs) args: SlotsArgs, @Ctx() ctx: SchedulingContext): Promise<SlotConnection> {
    return findSlots(ctx, args);
  }

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
