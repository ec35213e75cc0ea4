import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Access } from '#platform/access.ts';
import type { SchedulingContext } from '../context.ts';
import type { EventTypeRow } from '../event-types/event-type.entity.ts';
import { EventType } from '../event-types/event-type.graphql.ts';
import { createPrivateLink } from './create-private-link.ts';
import type { PrivateLinkRow } from './private-link.entity.ts';
import * as t from './private-link.graphql.ts';
import { revokePrivateLink } from './revoke-private-link.ts';

@Resolver(() => t.PrivateLink)
export class PrivateLinkResolver {
  @FieldResolver(() => EventType, { description: 'What it opens.' })
  eventType(@Root() privateLink: PrivateLinkRow, @Ctx() ctx: SchedulingContext) {
    return ctx.loaders.eventType.load(privateLink.eventTypeId);
  }

  @Access({ to: 'USER', scope: 'EVENT_TYPE_WRITE', role: 'MANAGER', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.PrivateLinkCreated, {
    description: 'Makes a secret address of an event type. The token is in the answer and nowhere else.',
  })
  async createPrivateLink(
    @Arg('input', () => t.CreatePrivateLinkInput) input: t.CreatePrivateLinkInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<t.PrivateLinkCreated> {
    const { privateLink, token } = await createPrivateLink(ctx, input);
    return new t.PrivateLinkCreated(privateLink, token);
  }

  @Access({ to: 'USER', scope: 'EVENT_TYPE_WRITE', role: 'MANAGER', otherwise: 'NOT_FOUND' })
  @Mutation(() => t.PrivateLinkRevoked, {
    description: 'Ends a private link at once. Bookings that were made with it stay.',
  })
  async revokePrivateLink(
    @Arg('input', () => t.RevokePrivateLinkInput) input: t.RevokePrivateLinkInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<t.PrivateLinkRevoked> {
    return new t.PrivateLinkRevoked(await revokePrivateLink(ctx, input));
  }
}

@Resolver(() => EventType)
export class EventTypePrivateLinksResolver {
  @Access({ to: 'USER', scope: 'EVENT_TYPE_READ', role: 'MANAGER' })
  @FieldResolver(() => [t.PrivateLink], {
    nullable: true,
    description:
      'Its private links, the newest 100, used and revoked ones included. Seen by those who manage it; null for everybody else.',
  })
  privateLinks(@Root() eventType: EventTypeRow, @Ctx() ctx: SchedulingContext) {
    return ctx.loaders.privateLinksOfEventType.load(eventType.id);
  }
}
