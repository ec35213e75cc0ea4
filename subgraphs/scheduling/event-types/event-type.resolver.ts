import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { PageArgs } from '#platform/pagination.ts';
import type { SchedulingContext } from '../context.ts';
import { EventTypeOwner, ownerStub, Team, User } from '../owners/owner.graphql.ts';
import { VersionConflict } from '../schedules/schedule.graphql.ts';
import { createEventType } from './create-event-type.ts';
import type { EventTypeRow } from './event-type.entity.ts';
import * as t from './event-type.graphql.ts';
import * as inputs from './event-type-input.graphql.ts';
import * as results from './event-type-result.graphql.ts';
import { findEventType, findEventTypeBySlug } from './find-event-type.ts';
import { mayManage } from './may-manage.ts';
import { updateEventType } from './update-event-type.ts';

@Resolver(() => t.EventType)
export class EventTypeResolver {
  @Access({ to: 'PUBLIC' })
  @Query(() => t.EventType, {
    nullable: true,
    description: 'The event type at `/owner/slug`; null where there is none.',
  })
  eventTypeBySlug(
    @Arg('owner', () => String, { description: 'Handle of a user or team.' }) owner: string,
    @Arg('slug', () => String) slug: string,
    @Ctx() ctx: SchedulingContext,
  ): Promise<t.EventType | null> {
    return findEventTypeBySlug(ctx, owner, slug);
  }

  @Access({ to: 'PUBLIC' })
  @Query(() => t.EventType, { nullable: true, description: 'An event type by id; null where there is none.' })
  eventType(@Arg('id', () => ID) id: string, @Ctx() ctx: SchedulingContext): Promise<t.EventType | null> {
    return findEventType(ctx, id);
  }

  @FieldResolver(() => [Int], {
    description: 'Every duration that a guest may choose, the default one first.',
  })
  durationOptionsMinutes(@Root() eventType: EventTypeRow): number[] {
    return [...new Set([eventType.durationMinutes, ...eventType.durationOptionsMinutes])];
  }

  @FieldResolver(() => EventTypeOwner)
  owner(@Root() eventType: EventTypeRow): User | Team {
    return ownerStub(eventType.ownerId);
  }

  @FieldResolver(() => [t.EventTypeHost], {
    description: 'Those who take its bookings, in the order the owner gave them.',
  })
  async hosts(@Root() eventType: EventTypeRow, @Ctx() ctx: SchedulingContext): Promise<t.EventTypeHost[]> {
    const hosts = await ctx.loaders.hostsOfEventType.load(eventType.id);
    return hosts.map(host => ({ user: new User(host.userId) }));
  }

  @Access({ to: 'USER', scope: 'EVENT_TYPE_WRITE' })
  @Mutation(() => results.CreateEventTypeResult, {
    description: 'Creates an event type of the user, or of a team they lead.',
  })
  async createEventType(
    @Arg('input', () => inputs.CreateEventTypeInput) input: inputs.CreateEventTypeInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof results.CreateEventTypeResult> {
    const created = await createEventType(ctx, input);
    return created.ok ? new results.EventTypeCreated(created.value) : new results.SlugTaken(input.slug);
  }

  @Access({ to: 'USER', scope: 'EVENT_TYPE_WRITE' })
  @Mutation(() => results.UpdateEventTypeResult, {
    description: 'Changes an event type. What is left out stays.',
  })
  async updateEventType(
    @Arg('input', () => inputs.UpdateEventTypeInput) input: inputs.UpdateEventTypeInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof results.UpdateEventTypeResult> {
    const updated = await updateEventType(ctx, input);
    if (updated.ok) return new results.EventTypeUpdated(updated.value);
    if (updated.error.kind === 'SLUG_TAKEN') return new results.SlugTaken(input.slug ?? '');
    return new VersionConflict(updated.error.currentVersion);
  }
}

@Resolver(() => User)
export class UserEventTypesResolver {
  @Access({ to: 'USER', scope: 'EVENT_TYPE_READ' })
  @FieldResolver(() => t.EventTypeConnection, {
    nullable: true,
    description:
      "The user's own event types, oldest first, inactive ones included. Seen by the user only; null for everybody else.",
  })
  async eventTypes(@Root() user: User, @Args(() => PageArgs) page: PageArgs, @Ctx() ctx: SchedulingContext) {
    return mayManage(ctx.viewer, user.id) ? ctx.loaders.eventTypesOfOwner(user.id, page) : null;
  }
}

@Resolver(() => Team)
export class TeamEventTypesResolver {
  @Access({ to: 'USER', scope: 'EVENT_TYPE_READ' })
  @FieldResolver(() => t.EventTypeConnection, {
    nullable: true,
    description:
      "The team's event types, oldest first, inactive ones included. Seen by its members; null for everybody else.",
  })
  async eventTypes(@Root() team: Team, @Args(() => PageArgs) page: PageArgs, @Ctx() ctx: SchedulingContext) {
    return team.id in ctx.viewer.roles ? ctx.loaders.eventTypesOfOwner(team.id, page) : null;
  }
}
