import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { notFound } from '#platform/errors.ts';
import { Answer, Booking } from '../bookings/booking.graphql.ts';
import { InvalidAnswers } from '../bookings/booking-result.graphql.ts';
import { isVisible } from '../bookings/find-booking.ts';
import type { SchedulingContext } from '../context.ts';
import { User } from '../owners/owner.graphql.ts';
import { deleteRoutingFormResponse } from './delete-routing-form.ts';
import { destinationView } from './routing-destination-view.ts';
import type { RoutingFormResponseRow } from './routing-form.entity.ts';
import * as t from './routing-form.graphql.ts';
import * as inputs from './routing-form-input.graphql.ts';
import * as results from './routing-form-result.graphql.ts';
import { openAnswers } from './sealed-answers.ts';
import { type RoutingReceipt, submitRoutingForm } from './submit-routing-form.ts';

async function routed(ctx: SchedulingContext, { responseId, destination }: RoutingReceipt) {
  if (destination.kind === 'URL') return new results.RoutedToUrl(destination.url);
  if (destination.kind === 'MESSAGE') return new results.RoutedToMessage(destination.message);
  const eventType = await ctx.loaders.eventType.load(destination.eventTypeId);
  // Deleted since the first of two equal requests.
  if (!eventType) throw notFound('event type');
  const hostIds =
    destination.hostIds ??
    (await ctx.loaders.hostsOfEventType.load(eventType.id)).map(({ userId }) => userId);
  return new results.RoutedToEventType(
    eventType,
    hostIds.map(id => new User(id)),
    responseId,
  );
}

@Resolver(() => t.RoutingFormResponse)
export class RoutingFormResponseResolver {
  @FieldResolver(() => t.RoutingForm)
  form(@Root() { formId }: RoutingFormResponseRow, @Ctx() ctx: SchedulingContext) {
    return ctx.loaders.routingForm.load(formId);
  }

  @FieldResolver(() => [Answer], { description: 'In the order of the questions, unanswered ones left out.' })
  answers(@Root() response: RoutingFormResponseRow, @Ctx() ctx: SchedulingContext): Answer[] {
    return openAnswers(ctx.encryption, response);
  }

  @FieldResolver(() => t.RoutingDestination, { description: 'Where it led.' })
  destination(@Root() { destination }: RoutingFormResponseRow, @Ctx() ctx: SchedulingContext) {
    return destinationView(ctx, destination);
  }

  @FieldResolver(() => Booking, {
    nullable: true,
    description:
      'The last booking that was made with it; null where there is none that the viewer may see: those of members belong to them.',
  })
  async booking(@Root() { bookingId }: RoutingFormResponseRow, @Ctx() ctx: SchedulingContext) {
    const booking = bookingId ? await ctx.loaders.booking.load(bookingId) : null;
    return booking && (await isVisible(ctx, booking)) ? booking : null;
  }

  @Access({ to: 'PUBLIC' })
  @Mutation(() => results.SubmitRoutingFormResult, {
    description:
      'Answers a routing form and says where the answers lead. Needs no account. Needs an idempotency key.',
  })
  async submitRoutingForm(
    @Arg('input', () => inputs.SubmitRoutingFormInput) input: inputs.SubmitRoutingFormInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof results.SubmitRoutingFormResult> {
    const submitted = await submitRoutingForm(ctx, input);
    return submitted.ok ? routed(ctx, submitted.value) : new InvalidAnswers(submitted.error);
  }

  @Access({ to: 'USER', scope: 'EVENT_TYPE_WRITE', role: 'MANAGER', otherwise: 'NOT_FOUND' })
  @Mutation(() => results.RoutingFormResponseDeleted, {
    description: 'Forgets what somebody answered. Their booking stays.',
  })
  async deleteRoutingFormResponse(
    @Arg('input', () => inputs.DeleteRoutingFormResponseInput) input: inputs.DeleteRoutingFormResponseInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<results.RoutingFormResponseDeleted> {
    return new results.RoutingFormResponseDeleted(await deleteRoutingFormResponse(ctx, input));
  }
}
