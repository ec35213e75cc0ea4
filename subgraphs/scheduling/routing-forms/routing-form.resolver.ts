import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { CacheControl } from '#platform/cache-control.ts';
import { PageArgs } from '#platform/pagination.ts';
import type { SchedulingContext } from '../context.ts';
import { SlugTaken } from '../event-types/event-type-result.graphql.ts';
import { EventTypeOwner, ownerStub, Team, User } from '../owners/owner.graphql.ts';
import { VersionConflict } from '../schedules/schedule.graphql.ts';
import { createRoutingForm } from './create-routing-form.ts';
import { deleteRoutingForm } from './delete-routing-form.ts';
import { findRoutingForm, findRoutingFormBySlug } from './find-routing-form.ts';
import { destinationView } from './routing-destination-view.ts';
import type { RoutingFormRow } from './routing-form.entity.ts';
import * as t from './routing-form.graphql.ts';
import * as inputs from './routing-form-input.graphql.ts';
import * as results from './routing-form-result.graphql.ts';
import { updateRoutingForm } from './update-routing-form.ts';

const taken = (slug: string) => new SlugTaken(slug, 'routing form');

@Resolver(() => t.RoutingForm)
export class RoutingFormResolver {
  @Access({ to: 'PUBLIC' })
  @CacheControl({ maxAge: 300 })
  @Query(() => t.RoutingForm, {
    nullable: true,
    description: 'A routing form by id; null where there is none that the caller may see.',
  })
  routingForm(
    @Arg('id', () => ID) id: string,
    @Ctx() ctx: SchedulingContext,
  ): Promise<RoutingFormRow | null> {
    return findRoutingForm(ctx, id);
  }

  @Access({ to: 'PUBLIC' })
  @CacheControl({ maxAge: 300 })
  @Query(() => t.RoutingForm, {
    nullable: true,
    description:
      "The routing form at a slug of its owner's; null where there is none that the caller may see.",
  })
  routingFormBySlug(
    @Arg('owner', () => String, { description: 'Handle of a user or team.' }) owner: string,
    @Arg('slug', () => String) slug: string,
    @Ctx() ctx: SchedulingContext,
  ): Promise<RoutingFormRow | null> {
    return findRoutingFormBySlug(ctx, { owner, slug });
  }

  @CacheControl({ inheritMaxAge: true })
  @FieldResolver(() => EventTypeOwner)
  owner(@Root() form: RoutingFormRow): User | Team {
    return ownerStub(form.ownerId);
  }

  @Access({ to: 'USER', scope: 'EVENT_TYPE_READ', role: 'MANAGER' })
  @FieldResolver(() => [t.RoutingRule], {
    nullable: true,
    description:
      'In order: the first that matches decides. Seen by those who manage it; null for everybody else.',
  })
  async rules(@Root() form: RoutingFormRow, @Ctx() ctx: SchedulingContext) {
    const destinations = await Promise.all(form.rules.map(rule => destinationView(ctx, rule.destination)));
    return form.rules.map((rule, index) => ({ ...rule, destination: destinations[index] }));
  }

  @Access({ to: 'USER', scope: 'EVENT_TYPE_READ', role: 'MANAGER' })
  @FieldResolver(() => t.RoutingDestination, {
    nullable: true,
    description:
      'Where everybody is led whom no rule matches. Seen by those who manage it; null for everybody else.',
  })
  fallback(@Root() form: RoutingFormRow, @Ctx() ctx: SchedulingContext) {
    return destinationView(ctx, form.fallback);
  }

  @Access({ to: 'USER', scope: 'BOOKING_READ', role: 'MANAGER' })
  @FieldResolver(() => t.RoutingFormResponseConnection, {
    nullable: true,
    description: 'What was answered, newest first. Seen by those who manage it; null for everybody else.',
  })
  responses(
    @Root() form: RoutingFormRow,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: SchedulingContext,
  ) {
    return ctx.loaders.responsesOfRoutingForm(form.id, page);
  }

  @Access({ to: 'USER', scope: 'EVENT_TYPE_WRITE', role: 'MANAGER', otherwise: 'FORBIDDEN' })
  @Mutation(() => results.CreateRoutingFormResult, {
    description: 'Makes a routing form of the user, or of a team they lead.',
  })
  async createRoutingForm(
    @Arg('input', () => inputs.CreateRoutingFormInput) input: inputs.CreateRoutingFormInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof results.CreateRoutingFormResult> {
    const created = await createRoutingForm(ctx, input);
    return created.ok ? new results.RoutingFormSaved(created.value) : taken(input.slug);
  }

  @Access({ to: 'USER', scope: 'EVENT_TYPE_WRITE', role: 'MANAGER', otherwise: 'NOT_FOUND' })
  @Mutation(() => results.UpdateRoutingFormResult, {
    description: 'Changes a routing form. What is left out stays; rules have to fit the questions.',
  })
  async updateRoutingForm(
    @Arg('input', () => inputs.UpdateRoutingFormInput) input: inputs.UpdateRoutingFormInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof results.UpdateRoutingFormResult> {
    const updated = await updateRoutingForm(ctx, input);
    if (updated.ok) return new results.RoutingFormSaved(updated.value);
    if (updated.error.kind === 'SLUG_TAKEN') return taken(input.slug ?? '');
    return new VersionConflict(updated.error.currentVersion);
  }

  @Access({ to: 'USER', scope: 'EVENT_TYPE_WRITE', role: 'MANAGER', otherwise: 'NOT_FOUND' })
  @Mutation(() => results.DeleteRoutingFormResult, {
    description: 'Deletes a routing form with everything that was answered. Bookings stay.',
  })
  async deleteRoutingForm(
    @Arg('input', () => inputs.DeleteRoutingFormInput) input: inputs.DeleteRoutingFormInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof results.DeleteRoutingFormResult> {
    const deleted = await deleteRoutingForm(ctx, input);
    return deleted.ok
      ? new results.RoutingFormDeleted(deleted.value)
      : new VersionConflict(deleted.error.currentVersion);
  }
}

const forms =
  'Routing forms, oldest first, inactive ones included. Seen by those who manage them; null for everybody else.';

@Resolver(() => User)
export class UserRoutingFormsResolver {
  @Access({ to: 'USER', scope: 'EVENT_TYPE_READ', role: 'MANAGER' })
  @FieldResolver(() => t.RoutingFormConnection, { nullable: true, description: forms })
  async routingForms(
    @Root() { id }: User,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: SchedulingContext,
  ) {
    return ctx.loaders.routingFormsOfOwner(id, page);
  }
}

@Resolver(() => Team)
export class TeamRoutingFormsResolver {
  @Access({ to: 'USER', scope: 'EVENT_TYPE_READ', role: 'MANAGER' })
  @FieldResolver(() => t.RoutingFormConnection, { nullable: true, description: forms })
  async routingForms(
    @Root() { id }: Team,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: SchedulingContext,
  ) {
    return ctx.loaders.routingFormsOfOwner(id, page);
  }
}
