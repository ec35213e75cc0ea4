// type-graphql keeps its metadata there: it must be loaded before the first decorated class.
import 'reflect-metadata';
import { buildFederatedSchema } from '#platform/federation.ts';
import { AccountEventResolver } from './accounts/account-event.resolver.ts';
import { BookingReferencesResolver, UserCalendarsResolver } from './calendars/calendar.resolver.ts';
import type { IntegrationsContext } from './context.ts';
import { Booking, bookingReference, User, userReference } from './foreign-entities.graphql.ts';
import { integrationsRelations } from './relations.ts';
import { findOwnEndpoint } from './webhooks/own-endpoint.ts';
import {
  SchedulingEventResolver,
  UserWebhooksResolver,
  WebhookDeliveryResolver,
  WebhookEndpointResolver,
} from './webhooks/webhook.resolver.ts';

export function createIntegrationsSchema() {
  return buildFederatedSchema<IntegrationsContext>({
    resolvers: [
      WebhookEndpointResolver,
      WebhookDeliveryResolver,
      UserWebhooksResolver,
      UserCalendarsResolver,
      BookingReferencesResolver,
      SchedulingEventResolver,
      AccountEventResolver,
    ],
    references: { User: userReference, Booking: bookingReference },
    relations: integrationsRelations,
    nodes: { WebhookEndpoint: (id, ctx) => findOwnEndpoint(ctx, id) },
    unreferenced: [User, Booking],
  });
}
