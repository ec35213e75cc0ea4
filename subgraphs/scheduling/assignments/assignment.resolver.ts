import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { Tag } from '#platform/contract-tags.ts';
import { Cost } from '#platform/demand.ts';
import { DateTime } from '#platform/scalars.ts';
import { Booking } from '../bookings/booking.graphql.ts';
import type { BookingView } from '../bookings/booking-view.ts';
import type { SchedulingContext } from '../context.ts';
import { type Fairness, hostPriorities } from '../domain/round-robin.ts';
import { User } from '../owners/owner.graphql.ts';
import * as t from './assignment.graphql.ts';
import { findFairness } from './find-fairness.ts';

function fairnessView({ hosts, ...fairness }: Fairness) {
  return { ...fairness, hosts: hosts.map(host => ({ ...host, host: new User(host.hostId) })) };
}

@Resolver(() => Booking)
export class AssignmentResolver {
  @Tag('until-2026-11-22')
  @Access({ to: 'USER', scope: 'BOOKING_READ', role: 'ORGANIZER' })
  @FieldResolver(() => t.Assignment, {
    nullable: true,
    deprecationReason:
      'Use `assignments`, which is the same where one host took a turn. Not in versions from 2026-11-22 on.',
    description:
      'Why it went to its host. Seen by its organizers; null for guests, where hosts do not take turns, and where several do: see `assignments`.',
  })
  async assignment(
    @Root() booking: BookingView,
    @Ctx() ctx: SchedulingContext,
  ): Promise<t.Assignment | null> {
    const [only, ...others] = (await this.assignments(booking, ctx)) ?? [];
    return only && others.length === 0 ? only : null;
  }

  @Access({ to: 'USER', scope: 'BOOKING_READ', role: 'ORGANIZER' })
  @FieldResolver(() => [t.Assignment], {
    nullable: true,
    description:
      'Why it went to those of its hosts who take turns: one for ROUND_ROBIN, one for each member that a group sent. Seen by its organizers; null for guests.',
  })
  async assignments(
    @Root() booking: BookingView,
    @Ctx() ctx: SchedulingContext,
  ): Promise<t.Assignment[] | null> {
    const found = await ctx.loaders.assignmentsOfBooking.load(booking.id);
    return found.map(({ version, hostId, placeId, groupName, assignedAt, decision }) => ({
      version,
      assignedAt,
      groupName,
      host: new User(hostId),
      turnOf: new User(placeId),
      decidedBy: decision?.decidedBy ?? null,
      candidates: (decision?.candidates ?? []).map(candidate => ({
        ...candidate,
        host: new User(candidate.hostId),
        priority: hostPriorities[candidate.priority] ?? 'MEDIUM',
      })),
    }));
  }

  @Cost(10)
  @Access({ to: 'USER', scope: 'EVENT_TYPE_READ', role: 'MANAGER', otherwise: 'NOT_FOUND' })
  @Query(() => t.Fairness, {
    description:
      'How evenly the bookings of an event type went to those of its hosts who take turns, of those that were assigned from `from` on and before `to`. For those who manage it.',
  })
  async fairness(
    @Arg('eventTypeId', () => ID) eventTypeId: string,
    @Arg('from', () => DateTime) from: Date,
    @Arg('to', () => DateTime) to: Date,
    @Ctx() ctx: SchedulingContext,
  ): Promise<t.Fairness> {
    const { groups, ...fairness } = await findFairness(ctx, { eventTypeId, from, to });
    return {
      ...fairnessView(fairness),
      groups: groups.map(group => ({ name: group.name, ...fairnessView(group) })),
    };
  }
}
