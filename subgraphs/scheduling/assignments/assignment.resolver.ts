import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { DateTime } from '#platform/scalars.ts';
import { Booking } from '../bookings/booking.graphql.ts';
import type { BookingView } from '../bookings/booking-view.ts';
import type { SchedulingContext } from '../context.ts';
import { hostPriorities } from '../domain/round-robin.ts';
import { User } from '../owners/owner.graphql.ts';
import * as t from './assignment.graphql.ts';
import { findFairness } from './find-fairness.ts';

@Resolver(() => Booking)
export class AssignmentResolver {
  @Access({ to: 'USER', scope: 'BOOKING_READ', role: 'ORGANIZER' })
  @FieldResolver(() => t.Assignment, {
    nullable: true,
    description:
      'Why it went to its host. Seen by its organizers; null for guests, and where hosts do not take turns.',
  })
  async assignment(
    @Root() booking: BookingView,
    @Ctx() ctx: SchedulingContext,
  ): Promise<t.Assignment | null> {
    const found = await ctx.loaders.assignmentOfBooking.load(booking.id);
    if (!found) return null;
    const { version, hostId, placeId, assignedAt, decision } = found;
    return {
      version,
      assignedAt,
      host: new User(hostId),
      turnOf: new User(placeId),
      decidedBy: decision?.decidedBy ?? null,
      candidates: (decision?.candidates ?? []).map(candidate => ({
        ...candidate,
        host: new User(candidate.hostId),
        priority: hostPriorities[candidate.priority] ?? 'MEDIUM',
      })),
    };
  }

  @Access({ to: 'USER', scope: 'EVENT_TYPE_READ', role: 'MANAGER', otherwise: 'NOT_FOUND' })
  @Query(() => t.Fairness, {
    description:
      'How evenly the bookings of a ROUND_ROBIN event type went to its hosts, of those that were assigned from `from` on and before `to`. For those who manage it.',
  })
  async fairness(
    @Arg('eventTypeId', () => ID) eventTypeId: string,
    @Arg('from', () => DateTime) from: Date,
    @Arg('to', () => DateTime) to: Date,
    @Ctx() ctx: SchedulingContext,
  ): Promise<t.Fairness> {
    const { hosts, ...fairness } = await findFairness(ctx, { eventTypeId, from, to });
    return { ...fairness, hosts: hosts.map(host => ({ ...host, host: new User(host.hostId) })) };
  }
}
