import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { Tag } from '#platform/contract-tags.ts';
import { registerEnum } from '#platform/graphql-enum.ts';
import { connectionType } from '#platform/pagination.ts';
import { DateTime } from '#platform/scalars.ts';
import { type EventKindName, eventKindDescriptions } from '../../../schema/events.ts';
import { Problem, type ProblemCode } from '../problem.graphql.ts';
import type { DeliveryStatus as DeliveryStatusName } from './webhook-delivery.entity.ts';

const EventKind = registerEnum<EventKindName>(
  'EventKind',
  'What happened. Webhooks deliver BOOKING_CREATED as `booking.created`, and so on.',
  eventKindDescriptions,
);

const DeliveryStatus = registerEnum<DeliveryStatusName>('DeliveryStatus', 'How far a delivery is.', {
  PENDING: 'It is being attempted, or will be again at `nextAttemptAt`.',
  SUCCEEDED: 'The endpoint answered with a 2xx status.',
  FAILED: 'No attempt succeeded and none will follow by itself. It can be resent.',
});

@ObjectType({ description: 'One try to deliver.' })
export class WebhookAttempt {
  @Field(() => Int, { description: '1 for the first.' })
  number!: number;

  @Field(() => DateTime)
  attemptedAt!: Date;

  @Field(() => Int, { nullable: true, description: 'HTTP status of the answer; null where there was none.' })
  responseStatus!: number | null;

  @Field(() => Int)
  durationMs!: number;

  @Field(() => String, { nullable: true, description: 'Why it failed.' })
  error!: string | null;
}

@ObjectType({ description: 'One event for one endpoint.' })
export class WebhookDelivery {
  @Field(() => ID, { description: '`whd_…`' })
  id!: string;

  @Field(() => ID, { description: 'The `webhook-id` header of every attempt: drop what you have seen.' })
  eventId!: string;

  @Field(() => EventKind)
  eventKind!: EventKindName;

  @Field(() => DeliveryStatus)
  status!: DeliveryStatusName;

  @Field(() => DateTime, { nullable: true })
  nextAttemptAt!: Date | null;
}

export const WebhookDeliveryConnection = connectionType('WebhookDelivery', () => WebhookDelivery);

@ObjectType({ description: 'The last that an endpoint was sent.' })
export class LastDelivery {
  @Field(() => DeliveryStatus)
  status!: DeliveryStatusName;

  @Field(() => DateTime, { nullable: true, description: 'Of the latest attempt; null before the first.' })
  attemptedAt!: Date | null;
}

@Tag('partner')
@Access({ to: 'USER', scope: 'WEBHOOK_READ' })
@ObjectType({
  description:
    'An address of the user that is told of changes, by POST, signed as standardwebhooks.com describes.',
})
export class WebhookEndpoint {
  @Field(() => ID, { description: '`whe_…`' })
  id!: string;

  @Field(() => String)
  url!: string;

  @Field(() => Boolean, { description: 'Whether it is told of new events.' })
  isActive!: boolean;

  @Field(() => [EventKind])
  eventKinds!: EventKindName[];

  @Field(() => DateTime)
  createdAt!: Date;
}

export const WebhookEndpointConnection = connectionType('WebhookEndpoint', () => WebhookEndpoint);

@InputType()
export class CreateWebhookEndpointInput {
  @Field(() => String, { description: 'An https address on the public internet, up to 2,000 characters.' })
  url!: string;

  @Field(() => [EventKind], { description: 'At least one.' })
  eventKinds!: EventKindName[];
}

@InputType({ description: 'What to change; what is left out stays.' })
export class UpdateWebhookEndpointInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  url?: string | null;

  @Field(() => [EventKind], { nullable: true })
  eventKinds?: EventKindName[] | null;

  @Field(() => Boolean, { nullable: true })
  isActive?: boolean | null;
}

@InputType()
export class DeleteWebhookEndpointInput {
  @Field(() => ID)
  id!: string;
}

@InputType()
export class RotateWebhookSecretInput {
  @Field(() => ID, { description: 'Of the endpoint.' })
  id!: string;
}

@ObjectType()
export class WebhookEndpointCreated {
  constructor(signingSecret: string, endpoint: WebhookEndpoint) {
    this.signingSecret = signingSecret;
    this.endpoint = endpoint;
  }

  @Field(() => String, { description: '`whsec_…`: verify signatures with it. Shown once.' })
  signingSecret: string;

  @Field(() => WebhookEndpoint)
  endpoint: WebhookEndpoint;
}

@ObjectType({ implements: Problem })
export class UrlRefused extends Problem {
  override code: ProblemCode = 'URL_REFUSED';

  constructor(message: string) {
    super();
    this.message = message;
  }
}

export const CreateWebhookEndpointResult = createUnionType({
  name: 'CreateWebhookEndpointResult',
  types: () => [WebhookEndpointCreated, UrlRefused] as const,
});

@ObjectType()
export class WebhookEndpointUpdated {
  constructor(endpoint: WebhookEndpoint) {
    this.endpoint = endpoint;
  }

  @Field(() => WebhookEndpoint)
  endpoint: WebhookEndpoint;
}

export const UpdateWebhookEndpointResult = createUnionType({
  name: 'UpdateWebhookEndpointResult',
  types: () => [WebhookEndpointUpdated, UrlRefused] as const,
});

@ObjectType()
export class DeleteWebhookEndpointPayload {
  constructor(deletedId: string) {
    this.deletedId = deletedId;
  }

  @Field(() => ID)
  deletedId: string;
}

@ObjectType()
export class RotateWebhookSecretPayload {
  constructor(signingSecret: string, previousSecretValidUntil: Date) {
    this.signingSecret = signingSecret;
    this.previousSecretValidUntil = previousSecretValidUntil;
  }

  @Field(() => String, { description: 'The new secret. Shown once.' })
  signingSecret: string;

  @Field(() => DateTime, { description: 'Until then every delivery is signed with both.' })
  previousSecretValidUntil: Date;
}

@InputType()
export class ResendWebhookDeliveryInput {
  @Field(() => ID, { description: 'Of the delivery.' })
  id!: string;
}

@ObjectType()
export class ResendWebhookDeliveryPayload {
  constructor(delivery: WebhookDelivery) {
    this.delivery = delivery;
  }

  @Field(() => WebhookDelivery)
  delivery: WebhookDelivery;
}
