import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import { InvalidAnswers } from '../bookings/booking-result.graphql.ts';
import { EventType } from '../event-types/event-type.graphql.ts';
import { SlugTaken } from '../event-types/event-type-result.graphql.ts';
import { User } from '../owners/owner.graphql.ts';
import { VersionConflict } from '../schedules/schedule.graphql.ts';
import { RoutingForm } from './routing-form.graphql.ts';

@ObjectType()
export class RoutingFormSaved {
  constructor(routingForm: RoutingForm) {
    this.routingForm = routingForm;
  }

  @Field(() => RoutingForm)
  routingForm: RoutingForm;
}

@ObjectType()
export class RoutingFormDeleted {
  constructor(deletedId: string) {
    this.deletedId = deletedId;
  }

  @Field(() => ID)
  deletedId: string;
}

@ObjectType()
export class RoutingFormResponseDeleted {
  constructor(deletedId: string) {
    this.deletedId = deletedId;
  }

  @Field(() => ID)
  deletedId: string;
}

export const CreateRoutingFormResult = createUnionType({
  name: 'CreateRoutingFormResult',
  types: () => [RoutingFormSaved, SlugTaken] as const,
});

export const UpdateRoutingFormResult = createUnionType({
  name: 'UpdateRoutingFormResult',
  types: () => [RoutingFormSaved, SlugTaken, VersionConflict] as const,
});

export const DeleteRoutingFormResult = createUnionType({
  name: 'DeleteRoutingFormResult',
  types: () => [RoutingFormDeleted, VersionConflict] as const,
});

@ObjectType({ description: 'The answers lead to an event type: show its slots.' })
export class RoutedToEventType {
  constructor(eventType: EventType, hosts: User[], routingResponseId: string) {
    this.eventType = eventType;
    this.hosts = hosts;
    this.routingResponseId = routingResponseId;
  }

  @Field(() => EventType)
  eventType: EventType;

  @Field(() => [User], { description: 'Who takes the booking, or one of whom.' })
  hosts: User[];

  @Field(() => ID, {
    description:
      'What the guest gives to `slots` and `createBooking`: a secret, `rsp_…`. Without it the answers play no part.',
  })
  routingResponseId: string;
}

@ObjectType({ description: 'The answers lead away: open the address.' })
export class RoutedToUrl {
  constructor(url: string) {
    this.url = url;
  }

  @Field(() => String, { description: 'An https address.' })
  url: string;
}

@ObjectType({ description: 'The answers lead to nothing that can be booked: show the text.' })
export class RoutedToMessage {
  constructor(message: string) {
    this.message = message;
  }

  @Field(() => String, { description: 'Plain text.' })
  message: string;
}

export const SubmitRoutingFormResult = createUnionType({
  name: 'SubmitRoutingFormResult',
  types: () => [RoutedToEventType, RoutedToUrl, RoutedToMessage, InvalidAnswers] as const,
});
