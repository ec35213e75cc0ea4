import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { Cost } from '#platform/demand.ts';
import { CalendarDate, DateTime, TimeZone } from '#platform/scalars.ts';
import type { SchedulingContext } from '../context.ts';
import { MAX_SPAN_DAYS, MAX_SPAN_DAYS_OF_LARGE_GROUPS } from '../domain/query-span.ts';
import { privateLinkDescription } from '../private-links/private-link.graphql.ts';
import { Availability, DayExplanation, SimulateSlotsInput, SlotSimulation } from './availability.graphql.ts';
import { explainDay } from './explain-day.ts';
import { findAvailability, MAX_USERS } from './find-availability.ts';
import { simulateSlots } from './simulate-slots.ts';

@Resolver()
export class AvailabilityResolver {
  @Cost(10)
  @Access({ to: 'PUBLIC' })
  @Query(() => DayExplanation, {
    description:
      'A whole day: every time on the grid, and for each that is not offered what speaks against it.',
  })
  explainDay(
    @Arg('eventTypeId', () => ID) eventTypeId: string,
    @Arg('date', () => CalendarDate) date: string,
    @Arg('timeZone', () => TimeZone, { description: 'The zone whose date it is.' }) timeZone: string,
    @Ctx() ctx: SchedulingContext,
    @Arg('durationMinutes', () => Int, { nullable: true }) durationMinutes: number | null = null,
    @Arg('privateLink', () => String, { nullable: true, description: privateLinkDescription })
    privateLink: string | null = null,
  ): Promise<DayExplanation> {
    return explainDay(ctx, { eventTypeId, date, timeZone, durationMinutes, privateLink });
  }

  @Cost(10)
  @Access({ to: 'USER', scope: 'SCHEDULE_READ', role: 'SELF_OR_TEAM_MEMBER', otherwise: 'EMPTY' })
  @Query(() => [Availability], {
    description: `Free time of up to ${MAX_USERS} people at once, in the order in which they are named, by their default schedules: for yourself and whoever shares a team with you.`,
  })
  availability(
    @Arg('userIds', () => [ID]) userIds: string[],
    @Arg('from', () => DateTime) from: Date,
    @Arg('to', () => DateTime, {
      description: `At most ${MAX_SPAN_DAYS} days after \`from\`, ${MAX_SPAN_DAYS_OF_LARGE_GROUPS} for more than 50 people.`,
    })
    to: Date,
    @Ctx() ctx: SchedulingContext,
    @Arg('minimumMinutes', () => Int, {
      defaultValue: 1,
      description: 'Shorter stretches are left out; 1 to 1440.',
    })
    minimumMinutes: number,
  ): Promise<Availability[]> {
    return findAvailability(ctx, { userIds, from, to, minimumMinutes });
  }

  @Cost(20)
  @Access({ to: 'USER', scope: 'SCHEDULE_READ', role: 'MANAGER', otherwise: 'NOT_FOUND' })
  @Query(() => SlotSimulation, {
    description: 'What a draft of an event type or of hours would do to its slots, for those who manage it.',
  })
  simulateSlots(
    @Arg('input', () => SimulateSlotsInput) input: SimulateSlotsInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<SlotSimulation> {
    return simulateSlots(ctx, input);
  }
}
