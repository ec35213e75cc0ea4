import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { PageArgs } from '#platform/pagination.ts';
import type { Result } from '#platform/result.ts';
import type { SchedulingContext } from '../context.ts';
import type { ManagedField } from '../domain/managed-event-type.ts';
import type { EventTypeRow } from '../event-types/event-type.entity.ts';
import { EventType, EventTypeConnection } from '../event-types/event-type.graphql.ts';
import { SlugTaken } from '../event-types/event-type-result.graphql.ts';
import { User } from '../owners/owner.graphql.ts';
import { VersionConflict } from '../schedules/schedule.graphql.ts';
import { assignManagedEventType, unassignManagedEventType } from './assign-managed-event-type.ts';
import type { MemberSlugsTaken } from './assign-members.ts';
import type { StaleVersion } from './change-template.ts';
import { createManagedEventType } from './create-managed-event-type.ts';
import { deleteManagedEventType } from './delete-managed-event-type.ts';
import * as t from './managed-event-type.graphql.ts';
import { EventTypeField } from './managed-field.graphql.ts';
import { templateOf } from './template-of.ts';
import { updateManagedEventType } from './update-managed-event-type.ts';

type Saved = Result<EventTypeRow, { kind: 'SLUG_TAKEN' } | MemberSlugsTaken | StaleVersion>;

function saved(outcome: Saved, slug: string): typeof t.SaveManagedEventTypeResult {
  if (outcome.ok) return new t.ManagedEventTypeSaved(outcome.value);
  const { error } = outcome;
  if (error.kind === 'VERSION_CONFLICT') return new VersionConflict(error.currentVersion);
  if (error.kind === 'SLUG_TAKEN') return new SlugTaken(slug);
  return new t.MemberSlugsTaken(
    error.slug,
    error.userIds.map(id => new User(id)),
  );
}

@Resolver(() => t.ManagedEventType)
export class ManagedEventTypeResolver {
  @FieldResolver(() => EventTypeConnection, {
    description: "Members' event types that it decides about, in the order in which they were given.",
  })
  children(
    @Root() { id }: t.ManagedEventType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: SchedulingContext,
  ) {
    return ctx.loaders.childrenOfTemplate(id, page);
  }

  @FieldResolver(() => [User], {
    description:
      'Members of the team who do not have it. With `assignsAllMembers` those who joined while another event type of theirs stood at its address: assign them once it is free.',
  })
  async membersWithout(@Root() { id }: t.ManagedEventType, @Ctx() ctx: SchedulingContext): Promise<User[]> {
    return (await ctx.loaders.membersWithout.load(id)).map(({ userId }) => new User(userId));
  }

  @Access({ to: 'USER', scope: 'EVENT_TYPE_WRITE', role: 'MANAGER', otherwise: 'FORBIDDEN' })
  @Mutation(() => t.SaveManagedEventTypeResult, {
    description:
      'Makes an event type of a team that cannot be booked itself: each member who is assigned has one of their own made from it.',
  })
  async createManagedEventType(
    @Arg('input', () => t.CreateManagedEventTypeInput) input: t.CreateManagedEventTypeInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.SaveManagedEventTypeResult> {
    return saved(await createManagedEventType(ctx, input), input.slug);
  }

  @Access({ to: 'USER', scope: 'EVENT_TYPE_WRITE', role: 'MANAGER', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.SaveManagedEventTypeResult, {
    description:
      'Changes a template. What is locked changes for all members at once; the rest is for those who are given it from now on. What is left out stays.',
  })
  async updateManagedEventType(
    @Arg('input', () => t.UpdateManagedEventTypeInput) input: t.UpdateManagedEventTypeInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.SaveManagedEventTypeResult> {
    return saved(await updateManagedEventType(ctx, input), input.slug ?? '');
  }

  @Access({ to: 'USER', scope: 'EVENT_TYPE_WRITE', role: 'MANAGER', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.SaveManagedEventTypeResult, {
    description: 'Gives a template to members of its team. Who has it already keeps it.',
  })
  async assignManagedEventType(
    @Arg('input', () => t.ManagedEventTypeMembersInput) input: t.ManagedEventTypeMembersInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.SaveManagedEventTypeResult> {
    return saved(await assignManagedEventType(ctx, input), '');
  }

  @Access({ to: 'USER', scope: 'EVENT_TYPE_WRITE', role: 'MANAGER', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.UnassignManagedEventTypeResult, {
    description:
      'Takes a template back from members. Their event types go, except those that were booked, which are switched off.',
  })
  async unassignManagedEventType(
    @Arg('input', () => t.ManagedEventTypeMembersInput) input: t.ManagedEventTypeMembersInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.UnassignManagedEventTypeResult> {
    const outcome = await unassignManagedEventType(ctx, input);
    return outcome.ok
      ? new t.ManagedEventTypeUnassigned(outcome.value.template, outcome.value)
      : new VersionConflict(outcome.error.currentVersion);
  }

  @Access({ to: 'USER', scope: 'EVENT_TYPE_WRITE', role: 'MANAGER', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.DeleteManagedEventTypeResult, {
    description:
      "Deletes a template and members' event types that were made from it, except those that were booked, which are switched off.",
  })
  async deleteManagedEventType(
    @Arg('input', () => t.DeleteManagedEventTypeInput) input: t.DeleteManagedEventTypeInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.DeleteManagedEventTypeResult> {
    const outcome = await deleteManagedEventType(ctx, input);
    return outcome.ok
      ? new t.ManagedEventTypeDeleted(outcome.value.id, outcome.value)
      : new VersionConflict(outcome.error.currentVersion);
  }
}

@Resolver(() => EventType)
export class EventTypeTemplateResolver {
  @Access({ to: 'USER', scope: 'EVENT_TYPE_READ', role: 'MANAGER' })
  @FieldResolver(() => t.ManagedEventType, {
    nullable: true,
    description: 'Who has it, where it is a template. Seen by those who manage it; null for everybody else.',
  })
  managed(@Root() { id, lockedFields, assignsAllMembers }: EventTypeRow) {
    return lockedFields && { id, assignsAllMembers };
  }

  @Access({ to: 'USER', scope: 'EVENT_TYPE_READ', role: 'MANAGER_OR_TEMPLATE_MANAGER' })
  @FieldResolver(() => EventType, {
    nullable: true,
    description:
      "The team's template that decides about it. Seen by those who manage it or the team; null for everybody else.",
  })
  template(@Root() eventType: EventTypeRow, @Ctx() ctx: SchedulingContext): Promise<EventTypeRow | null> {
    return templateOf(ctx, eventType);
  }

  @Access({ to: 'USER', scope: 'EVENT_TYPE_READ', role: 'MANAGER_OR_TEMPLATE_MANAGER' })
  @FieldResolver(() => [EventTypeField], {
    nullable: true,
    description:
      'What its template, or it as a template, keeps members from changing; empty where nothing is locked. Seen like `template`; null for everybody else.',
  })
  async lockedFields(
    @Root() eventType: EventTypeRow,
    @Ctx() ctx: SchedulingContext,
  ): Promise<ManagedField[]> {
    const template = eventType.lockedFields ? eventType : await templateOf(ctx, eventType);
    return template?.lockedFields ?? [];
  }
}
