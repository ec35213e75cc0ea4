import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { DomainEventInput } from '#platform/event-delivery.ts';
import { receiveEvent } from '#platform/inbox.ts';
import type { IntegrationsContext } from '../context.ts';
import { accountEventHandlers } from './receive-account-event.ts';

@Resolver()
export class AccountEventResolver {
  @Access({ to: 'SERVICE' })
  @Directive('@inaccessible')
  @Mutation(() => Boolean, {
    description: 'Takes news from identity, each event once. True if it was new. For identity.',
  })
  async receiveAccountEvent(
    @Arg('event', () => DomainEventInput) event: DomainEventInput,
    @Ctx() ctx: IntegrationsContext,
  ): Promise<boolean> {
    return (await receiveEvent(ctx.em, event, accountEventHandlers)) === 'handled';
  }
}
