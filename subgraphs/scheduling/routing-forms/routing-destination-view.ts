import type { SchedulingContext } from '../context.ts';
import type { RoutingDestination } from '../domain/routing.ts';
import { User } from '../owners/owner.graphql.ts';
import { EventTypeDestination, MessageDestination, UrlDestination } from './routing-form.graphql.ts';

export async function destinationView(ctx: SchedulingContext, destination: RoutingDestination) {
  switch (destination.kind) {
    case 'URL':
      return new UrlDestination(destination.url);
    case 'MESSAGE':
      return new MessageDestination(destination.message);
    case 'EVENT_TYPE': {
      const hosts = destination.hostIds?.map(id => new User(id)) ?? null;
      return new EventTypeDestination(await ctx.loaders.eventType.load(destination.eventTypeId), hosts);
    }
  }
}
