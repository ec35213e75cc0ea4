import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { CacheControl } from '#platform/cache-control.ts';
import { PageArgs } from '#platform/pagination.ts';
import type { SchedulingContext } from '../context.ts';
import { hostPriorities } from '../domain/round-robin.ts';
import { EventTypeOwner, ownerStub, Team, User } from '../owners/owner.graphql.ts';
import { privateLinkDescription } from '../private-links/private-link.graphql.ts';
import { VersionConflict } from '../schedules/schedule.graphql.ts';
import { createEventType } from './create-event-type.ts';
import { deleteEventType } from './delete-event-type.ts';
import type { EventTypeRow } from './event-type.entity.ts';
import * as t from './event-type.graphql.ts';
import { EventTypeHost } from './event-type-host.graphql.ts';
import * as inputs from './event-type-input.graphql.ts';
import * as results from './event-type-result.graphql.ts';
import { findEventType, findEventTypeBySlug } from './find-event-type.ts';
import { mayManage } from './may-manage.ts';
import { type UpdateEventTypeRefusal, updateEventType } from './update-event-type.ts';

function updateRefused(refusal: UpdateEventTypeRefusal, slug: string) {
  switch (refusal.kind) {
    case 'SLUG_TAKEN':
      return new results.SlugTaken(slug);
    case 'FIELD_LOCKED':
      return new results.FieldLocked(refusal.fields);
    case 'MANAGED':
      return new results.EventTypeManaged();
    default:
      return new VersionConflict(refusal.currentVersion);
  }
}

@Resolver(() => t.EventType)
export class EventTypeResolver {
  @Access({ to: 'PUBLIC' })
  @CacheControl({ maxAge: 300 })
  @Query(() => t.EventType, {
    nullable: true,
    description: 'The event type at `/owner/slug`; null where there is none that the caller may see.',
  })
  eventTypeBySlug(
    @Arg('owner', () => String, { description: 'Handle of a user or team.' }) owner: string,
    @Arg('slug', () => String) slug: string,
    @Ctx() ctx: SchedulingContext,
    @Arg('privateLink', () => String, { nullable: true, description: privateLinkDescription })
    privateLink?: string | null,
  ): Promise<t.EventType | null> {
    return findEventTypeBySlug(ctx, { owner, slug }, privateLink);
  }

  @Access({ to: 'PUBLIC' })
  @CacheControl({ maxAge: 300 })
  @Query(() => t.EventType, {
    nullable: true,
    description: 'An event type by id; null where there is none that the caller may see.',
  })
  eventType(
    @Arg('id', () => ID) id: string,
    @Ctx() ctx: SchedulingContext,
    @Arg('privateLink', () => String, { nullable: true, description: privateLinkDescription })
    privateLink?: string | null,
  ): Promise<t.EventType | null> {
    return findEventType(ctx, id, privateLink);
  }

  @FieldResolver(() => [Int], {
    description: 'Every duration that a guest may choose, the default one first.',
  })
  durationOptionsMinutes(@Root() eventType: EventTypeRow): number[] {
    return [...new Set([eventType.durationMinutes, ...eventType.durationOptionsMinutes])];
  }

  @CacheControl({ inheritMaxAge: true })
  @FieldResolver(() => EventTypeOwner)
  owner(@Root() eventType: EventTypeRow): User | Team {
    return ownerStub(eventType.ownerId);
  }

  @FieldResolver(() => [EventTypeHost], {
    description: 'Those who take its bookings, in the order the owner gave them.',
  })
  async hosts(@Root() eventType: EventTypeRow, @Ctx() ctx: SchedulingContext): Promise<EventTypeHost[]> {
    const hosts = await ctx.loaders.hostsOfEventType.load(eventType.id);
    return hosts.map(({ userId, scheduleId, groupName, weight, priority, isFixed }) => ({
      user: new User(userId),
      isFixed,
      groupName,
      scheduleId,
      weight,
      priority: hostPriorities[priority] ?? null,
      ownerId: eventType.ownerId,
    }));
  }

  @Access({ to: 'USER', scope: 'EVENT_TYPE_READ', role: 'MANAGER' })
  @FieldResolver(() => ID, {
    nullable: true,
    description:
      'The schedule within whose hours slots lie too, whoever hosts. Seen by those who manage it; null for everybody else and where there is none.',
  })
  restrictionScheduleId(@Root() eventType: EventTypeRow): string | null {
    return eventType.restrictionScheduleId;
  }

  @Access({ to: 'USER', scope: 'EVENT_TYPE_WRITE', role: 'MANAGER', otherwise: 'FORBIDDEN' })
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

  @Access({ to: 'USER', scope: 'EVENT_TYPE_WRITE', role: 'MANAGER', otherwise: 'NOT_FOUND' })
  @Mutation(() => results.UpdateEventTypeResult, {
    description: 'Changes an event type. What is left out stays.',
  })
  async updateEventType(
    @Arg('input', () => inputs.UpdateEventTypeInput) input: inputs.UpdateEventTypeInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof results.UpdateEventTypeResult> {
    const updated = await updateEventType(ctx, input);
    if (updated.ok) return new results.EventTypeUpdated(updated.value);
    return updateRefused(updated.error, input.slug ?? '');
  }

  @Access({ to: 'USER', scope: 'EVENT_TYPE_WRITE', role: 'MANAGER', otherwise: 'NOT_FOUND' })
  @Mutation(() => results.DeleteEventTypeResult, {
    description: 'Deletes an event type that was never booked, with its private links.',
  })
  async deleteEventType(
    @Arg('input', () => inputs.DeleteEventTypeInput) input: inputs.DeleteEventTypeInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof results.DeleteEventTypeResult> {
    const deleted = await deleteEventType(ctx, input);
    if (deleted.ok) return new results.EventTypeDeleted(deleted.value);
    return deleted.error === 'MANAGED' ? new results.EventTypeManaged() : new results.EventTypeInUse();
  }
}

@Resolver(() => User)
export class UserEventTypesResolver {
  @Access({ to: 'USER', scope: 'EVENT_TYPE_READ', role: 'MANAGER' })
  @FieldResolver(() => t.EventTypeConnection, {
    nullable: true,
    description:
      "The user's own event types, oldest first, inactive and hidden ones included. Seen by the user only; null for everybody else.",
  })
  async eventTypes(@Root() user: User, @Args(() => PageArgs) page: PageArgs, @Ctx() ctx: SchedulingContext) {
    return ctx.loaders.eventTypesOfOwner(user.id, page);
  }
}

@Resolver(() => Team)
export class TeamEventTypesResolver {
  @Access({ to: 'USER', scope: 'EVENT_TYPE_READ', role: 'TEAM_MEMBER' })
  @FieldResolver(() => t.EventTypeConnection, {
    nullable: true,
    description:
      "The team's event types, oldest first, inactive ones included; HIDDEN and PRIVATE ones are listed for its admins only. Seen by its members; null for everybody else.",
  })
  async eventTypes(@Root() team: Team, @Args(() => PageArgs) page: PageArgs, @Ctx() ctx: SchedulingContext) {
    const { eventTypesOfOwner, listedEventTypesOfOwner } = ctx.loaders;
    return (mayManage(ctx.viewer, team.id) ? eventTypesOfOwner : listedEventTypesOfOwner)(team.id, page);
  }
}
