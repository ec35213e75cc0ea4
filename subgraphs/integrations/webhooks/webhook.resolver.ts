import { Arg, Args, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { DomainEventInput } from '#platform/event-delivery.ts';
import { receiveEvent } from '#platform/inbox.ts';
import { PageArgs } from '#platform/pagination.ts';
import type { EventKindName } from '../../../schema/events.ts';
import type { IntegrationsContext } from '../context.ts';
import { User } from '../foreign-entities.graphql.ts';
import { createWebhookEndpoint } from './create-webhook-endpoint.ts';
import { deleteWebhookEndpoint } from './delete-webhook-endpoint.ts';
import { findOwnEndpoint } from './own-endpoint.ts';
import { schedulingEventHandlers } from './receive-scheduling-event.ts';
import { resendWebhookDelivery } from './resend-webhook-delivery.ts';
import { rotateWebhookSecret } from './rotate-webhook-secret.ts';
import { updateWebhookEndpoint } from './update-webhook-endpoint.ts';
import * as t from './webhook.graphql.ts';
import type { WebhookDeliveryRow } from './webhook-delivery.entity.ts';
import type { WebhookEndpointRow } from './webhook-endpoint.entity.ts';

@Resolver(() => t.WebhookEndpoint)
export class WebhookEndpointResolver {
  @Access({ to: 'USER', scope: 'WEBHOOK_READ', role: 'SELF', otherwise: 'NULL' })
  @Query(() => t.WebhookEndpoint, {
    nullable: true,
    description: "One of the user's endpoints; null where there is none.",
  })
  webhookEndpoint(@Arg('id', () => ID) id: string, @Ctx() ctx: IntegrationsContext) {
    return findOwnEndpoint(ctx, id);
  }

  @FieldResolver(() => t.LastDelivery, { nullable: true, description: 'Null before the first.' })
  async lastDelivery(
    @Root() endpoint: WebhookEndpointRow,
    @Ctx() ctx: IntegrationsContext,
  ): Promise<t.LastDelivery | null> {
    const delivery = await ctx.loaders.lastDeliveryOfEndpoint.load(endpoint.id);
    if (!delivery) return null;
    const attempts = await ctx.loaders.attemptsOfDelivery.load(delivery.id);
    return { status: delivery.status, attemptedAt: attempts.at(-1)?.attemptedAt ?? null };
  }

  @FieldResolver(() => t.WebhookDeliveryConnection, {
    description: 'What was sent or is to be sent, newest first.',
  })
  deliveries(
    @Root() endpoint: WebhookEndpointRow,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: IntegrationsContext,
  ) {
    return ctx.loaders.deliveriesOfEndpoint(endpoint.id, page);
  }

  @Access({ to: 'USER', scope: 'WEBHOOK_WRITE' })
  @Mutation(() => t.CreateWebhookEndpointResult, {
    description: 'Has an address told of what happens from now on.',
  })
  async createWebhookEndpoint(
    @Arg('input', () => t.CreateWebhookEndpointInput) input: t.CreateWebhookEndpointInput,
    @Ctx() ctx: IntegrationsContext,
  ): Promise<typeof t.CreateWebhookEndpointResult> {
    const created = await createWebhookEndpoint(ctx, input);
    if (!created.ok) return new t.UrlRefused(created.error);
    return new t.WebhookEndpointCreated(
      created.value.signingSecret,
      created.value.endpoint as t.WebhookEndpoint,
    );
  }

  @Access({ to: 'USER', scope: 'WEBHOOK_WRITE', role: 'SELF', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.UpdateWebhookEndpointResult)
  async updateWebhookEndpoint(
    @Arg('input', () => t.UpdateWebhookEndpointInput) input: t.UpdateWebhookEndpointInput,
    @Ctx() ctx: IntegrationsContext,
  ): Promise<typeof t.UpdateWebhookEndpointResult> {
    const updated = await updateWebhookEndpoint(ctx, input);
    return updated.ok
      ? new t.WebhookEndpointUpdated(updated.value as t.WebhookEndpoint)
      : new t.UrlRefused(updated.error);
  }

  @Access({ to: 'USER', scope: 'WEBHOOK_WRITE', role: 'SELF', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.DeleteWebhookEndpointPayload, {
    description: 'Deletes an endpoint and its delivery log.',
  })
  async deleteWebhookEndpoint(
    @Arg('input', () => t.DeleteWebhookEndpointInput) input: t.DeleteWebhookEndpointInput,
    @Ctx() ctx: IntegrationsContext,
  ): Promise<t.DeleteWebhookEndpointPayload> {
    return new t.DeleteWebhookEndpointPayload(await deleteWebhookEndpoint(ctx, input));
  }

  @Access({ to: 'USER', scope: 'WEBHOOK_WRITE', role: 'SELF', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.RotateWebhookSecretPayload, {
    description: 'Replaces the signing secret; the old one signs along for 24 hours.',
  })
  async rotateWebhookSecret(
    @Arg('input', () => t.RotateWebhookSecretInput) input: t.RotateWebhookSecretInput,
    @Ctx() ctx: IntegrationsContext,
  ): Promise<t.RotateWebhookSecretPayload> {
    const { signingSecret, previousSecretValidUntil } = await rotateWebhookSecret(ctx, input);
    return new t.RotateWebhookSecretPayload(signingSecret, previousSecretValidUntil);
  }
}

@Resolver(() => t.WebhookDelivery)
export class WebhookDeliveryResolver {
  @FieldResolver(() => [t.WebhookAttempt], { description: 'In order.' })
  attempts(@Root() delivery: WebhookDeliveryRow, @Ctx() ctx: IntegrationsContext) {
    return ctx.loaders.attemptsOfDelivery.load(delivery.id);
  }

  @Access({ to: 'USER', scope: 'WEBHOOK_WRITE', role: 'SELF', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.ResendWebhookDeliveryPayload, {
    description: 'Sends a delivery again, with the same id and body.',
  })
  async resendWebhookDelivery(
    @Arg('input', () => t.ResendWebhookDeliveryInput) input: t.ResendWebhookDeliveryInput,
    @Ctx() ctx: IntegrationsContext,
  ): Promise<t.ResendWebhookDeliveryPayload> {
    const { eventKind, ...delivery } = await resendWebhookDelivery(ctx, input);
    return new t.ResendWebhookDeliveryPayload({ ...delivery, eventKind: eventKind as EventKindName });
  }
}

@Resolver(() => User)
export class UserWebhooksResolver {
  @Access({ to: 'USER', scope: 'WEBHOOK_READ', role: 'SELF' })
  @FieldResolver(() => t.WebhookEndpointConnection, {
    nullable: true,
    description: "The user's endpoints, oldest first. Seen by the user only; null for everybody else.",
  })
  webhookEndpoints(
    @Root() user: User,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: IntegrationsContext,
  ) {
    return ctx.loaders.endpointsOfUser(user.id, page);
  }
}

@Resolver()
export class SchedulingEventResolver {
  @Access({ to: 'SERVICE' })
  @Directive('@inaccessible')
  @Mutation(() => Boolean, {
    description: 'Takes news from scheduling, each event once. True if it was new. For scheduling.',
  })
  async receiveSchedulingEvent(
    @Arg('event', () => DomainEventInput) event: DomainEventInput,
    @Ctx() ctx: IntegrationsContext,
  ): Promise<boolean> {
    return (await receiveEvent(ctx.em, event, schedulingEventHandlers)) === 'handled';
  }
}
