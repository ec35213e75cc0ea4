import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { PageArgs } from '#platform/pagination.ts';
import { Booking } from '../bookings/booking.graphql.ts';
import type { BookingView } from '../bookings/booking-view.ts';
import type { SchedulingContext } from '../context.ts';
import type { EventTypeRow } from '../event-types/event-type.entity.ts';
import { EventType } from '../event-types/event-type.graphql.ts';
import { EventTypeOwner, ownerStub, Team, User } from '../owners/owner.graphql.ts';
import { VersionConflict } from '../schedules/schedule.graphql.ts';
import { SlotVerdict } from '../slots/slot.graphql.ts';
import { createResource } from './create-resource.ts';
import { deleteResource } from './delete-resource.ts';
import type { ResourceRow } from './resource.entity.ts';
import * as t from './resource.graphql.ts';
import { updateResource } from './update-resource.ts';

async function loadInOrder(ctx: SchedulingContext, ids: readonly string[]): Promise<ResourceRow[]> {
  const found = await Promise.all(ids.map(id => ctx.loaders.resource.load(id)));
  return found.filter(resource => resource !== null);
}

@Resolver(() => t.Resource)
export class ResourceResolver {
  @FieldResolver(() => EventTypeOwner)
  owner(@Root() resource: ResourceRow): User | Team {
    return ownerStub(resource.ownerId);
  }

  @Access({ to: 'USER', scope: 'EVENT_TYPE_READ', role: 'MANAGER' })
  @FieldResolver(() => ID, {
    nullable: true,
    description:
      'The schedule within whose hours it can be had; null: always. Seen by those who manage it; null for everybody else.',
  })
  scheduleId(@Root() resource: ResourceRow): string | null {
    return resource.scheduleId;
  }

  @Access({ to: 'USER', scope: 'EVENT_TYPE_WRITE', role: 'MANAGER', otherwise: 'FORBIDDEN' })
  @Mutation(() => t.CreateResourceResult, {
    description: 'Creates a room or equipment of the user, or of a team they lead.',
  })
  async createResource(
    @Arg('input', () => t.CreateResourceInput) input: t.CreateResourceInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.CreateResourceResult> {
    return new t.ResourceCreated(await createResource(ctx, input));
  }

  @Access({ to: 'USER', scope: 'EVENT_TYPE_WRITE', role: 'MANAGER', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.UpdateResourceResult, {
    description: 'Changes a room or equipment. What is left out stays.',
  })
  async updateResource(
    @Arg('input', () => t.UpdateResourceInput) input: t.UpdateResourceInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.UpdateResourceResult> {
    const updated = await updateResource(ctx, input);
    return updated.ok
      ? new t.ResourceUpdated(updated.value)
      : new VersionConflict(updated.error.currentVersion);
  }

  @Access({ to: 'USER', scope: 'EVENT_TYPE_WRITE', role: 'MANAGER', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.DeleteResourceResult, {
    description: 'Deletes a room or equipment that nothing asks for and that was never booked.',
  })
  async deleteResource(
    @Arg('input', () => t.DeleteResourceInput) input: t.DeleteResourceInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.DeleteResourceResult> {
    const deleted = await deleteResource(ctx, input);
    if (deleted.ok) return new t.ResourceDeleted(deleted.value);
    return deleted.error.kind === 'IN_USE'
      ? new t.ResourceInUse(deleted.error.eventTypeIds)
      : new VersionConflict(deleted.error.currentVersion);
  }
}

@Resolver(() => User)
export class UserResourcesResolver {
  @Access({ to: 'USER', scope: 'EVENT_TYPE_READ', role: 'MANAGER' })
  @FieldResolver(() => t.ResourceConnection, {
    nullable: true,
    description:
      "The user's own rooms and equipment, oldest first. Seen by the user only; null for everybody else.",
  })
  async resources(@Root() user: User, @Args(() => PageArgs) page: PageArgs, @Ctx() ctx: SchedulingContext) {
    return ctx.loaders.resourcesOfOwner(user.id, page);
  }
}

@Resolver(() => Team)
export class TeamResourcesResolver {
  @Access({ to: 'USER', scope: 'EVENT_TYPE_READ', role: 'TEAM_MEMBER' })
  @FieldResolver(() => t.ResourceConnection, {
    nullable: true,
    description:
      "The team's rooms and equipment, oldest first. Seen by its members; null for everybody else.",
  })
  async resources(@Root() team: Team, @Args(() => PageArgs) page: PageArgs, @Ctx() ctx: SchedulingContext) {
    return ctx.loaders.resourcesOfOwner(team.id, page);
  }
}

@Resolver(() => EventType)
export class EventTypeResourcesResolver {
  @Access({ to: 'USER', scope: 'EVENT_TYPE_READ', role: 'MANAGER' })
  @FieldResolver(() => [t.ResourceRequirement], {
    nullable: true,
    description:
      'The rooms and equipment that a booking takes. Seen by those who manage it; null for everybody else.',
  })
  async resourceRequirements(@Root() eventType: EventTypeRow, @Ctx() ctx: SchedulingContext) {
    return Promise.all(
      eventType.resourceRequirements.map(async ({ resourceIds, required }) => ({
        resources: await loadInOrder(ctx, resourceIds),
        required,
      })),
    );
  }
}

@Resolver(() => Booking)
export class BookingResourcesResolver {
  @FieldResolver(() => [t.Resource], { description: 'The rooms and equipment that it takes.' })
  async resources(@Root() booking: BookingView, @Ctx() ctx: SchedulingContext): Promise<ResourceRow[]> {
    const ids =
      booking.resourceIds ??
      (await ctx.loaders.resourcesOfBooking.load(booking.id)).map(({ resourceId }) => resourceId);
    return loadInOrder(ctx, ids);
  }
}

@Resolver(() => SlotVerdict)
export class SlotVerdictSubjectsResolver {
  @FieldResolver(() => t.Resource, { nullable: true, description: 'The room or equipment that it is about.' })
  resource(@Root() { resourceId }: SlotVerdict, @Ctx() ctx: SchedulingContext) {
    return resourceId ? ctx.loaders.resource.load(resourceId) : null;
  }

  @FieldResolver(() => t.SlotGroup, {
    nullable: true,
    description: 'The group of hosts that it is about; only for the rule GROUP.',
  })
  group(@Root() { groupMembers }: SlotVerdict): t.SlotGroup | null {
    if (!groupMembers) return null;
    const users = (ids: readonly string[]) => ids.map(id => new User(id));
    return { free: users(groupMembers.freeIds), taken: users(groupMembers.takenIds) };
  }
}
