import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { DomainEventInput } from '#platform/event-delivery.ts';
import { receiveEvent } from '#platform/inbox.ts';
import type { SchedulingContext } from '../context.ts';
import { identityEventHandlers } from './receive-identity-event.ts';

@Resolver()
export class IdentityEventResolver {
  @Access({ to: 'SERVICE' })
  @Directive('@inaccessible')
  @Mutation(() => Boolean, {
    description: 'Takes news from identity, each event once. True if it was new. For identity.',
  })
  async receiveIdentityEvent(
    @Arg('event', () => DomainEventInput) event: DomainEventInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<boolean> {
    return (await receiveEvent(ctx.em, event, identityEventHandlers)) === 'handled';
  }
}
