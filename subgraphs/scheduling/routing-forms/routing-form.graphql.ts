import { GraphQLJSON } from 'graphql-scalars';
import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { registerEnum } from '#platform/graphql-enum.ts';
import { connectionType } from '#platform/pagination.ts';
import { DateTime } from '#platform/scalars.ts';
import type { RoutingOperator as RoutingOperatorName } from '../domain/routing.ts';
import { BookingField, EventType } from '../event-types/event-type.graphql.ts';
import { User } from '../owners/owner.graphql.ts';

export const RoutingOperator = registerEnum<RoutingOperatorName>(
  'RoutingOperator',
  'What is asked of an answer. Words are compared without their case, options exactly; who did not answer has only the negated ones.',
  {
    EQUALS: 'The answer is the value.',
    NOT_EQUALS: 'It is not, or there is none.',
    ONE_OF: 'The answer, or one of several, is among the values.',
    NOT_ONE_OF: 'None is.',
    CONTAINS: 'The text contains the value, or the value is among several answers.',
    NOT_CONTAINS: 'It does not, or there is no answer.',
    GREATER_THAN: 'The number is greater than the value.',
    LESS_THAN: 'The number is less than the value.',
    IS_EMPTY: 'The question was not answered.',
    IS_NOT_EMPTY: 'It was.',
  },
);

export const RoutingMatch = registerEnum<'ALL' | 'ANY'>(
  'RoutingMatch',
  'How conditions are taken together.',
  {
    ALL: 'Every one has to hold.',
    ANY: 'One is enough.',
  },
);

@ObjectType({ description: 'What is asked of one answer.' })
export class RoutingCondition {
  @Field(() => String, { description: 'The `slug` of a question.' })
  field!: string;

  @Field(() => RoutingOperator)
  operator!: RoutingOperatorName;

  @Field(() => GraphQLJSON, {
    nullable: true,
    description:
      'Text, number or boolean; a list for ONE_OF and NOT_ONE_OF; null for IS_EMPTY and IS_NOT_EMPTY.',
  })
  value!: unknown;
}

@ObjectType({ description: 'Conditions, and groups of conditions, that are taken together.' })
export class RoutingGroup {
  @Field(() => RoutingMatch)
  match!: 'ALL' | 'ANY';

  @Field(() => [RoutingCondition])
  conditions!: readonly RoutingCondition[];

  @Field(() => [RoutingGroup])
  groups!: readonly RoutingGroup[];
}

@ObjectType({ description: 'Leads to an event type.' })
export class EventTypeDestination {
  constructor(eventType: EventType | null, hosts: User[] | null) {
    this.eventType = eventType;
    this.hosts = hosts;
  }

  @Field(() => EventType, {
    nullable: true,
    description: 'Null where it was deleted: the rule is passed over.',
  })
  eventType: EventType | null;

  @Field(() => [User], { nullable: true, description: 'Who alone takes the bookings; null: all its hosts.' })
  hosts: User[] | null;
}

@ObjectType({ description: 'Leads away.' })
export class UrlDestination {
  constructor(url: string) {
    this.url = url;
  }

  @Field(() => String, { description: 'An https address.' })
  url: string;
}

@ObjectType({ description: 'Leads to nothing but a text.' })
export class MessageDestination {
  constructor(message: string) {
    this.message = message;
  }

  @Field(() => String, { description: 'Plain text.' })
  message: string;
}

export const RoutingDestination = createUnionType({
  name: 'RoutingDestination',
  description: 'Where answers lead.',
  types: () => [EventTypeDestination, UrlDestination, MessageDestination] as const,
});

@ObjectType({ description: 'Answers, and where they lead. Of several rules the first that matches decides.' })
export class RoutingRule {
  @Field(() => String)
  name!: string;

  @Field(() => RoutingGroup)
  when!: RoutingGroup;

  @Field(() => RoutingDestination)
  destination!: typeof RoutingDestination;
}

@Access({ to: 'PUBLIC' })
@ObjectType({ description: 'Questions that lead a guest to what suits them.' })
export class RoutingForm {
  @Field(() => ID, { description: '`frm_…`' })
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: "Second part of the form's address, unique among its owner's forms." })
  slug!: string;

  @Field(() => Boolean, {
    description: 'Whether it can be answered. An inactive one is seen by those who manage it only.',
  })
  isActive!: boolean;

  @Field(() => [BookingField], { description: 'What it asks, in order.' })
  fields!: readonly BookingField[];

  @Field(() => Int, { description: 'Grows with every change.' })
  version!: number;

  @Field(() => DateTime)
  createdAt!: Date;

  @Field(() => DateTime)
  updatedAt!: Date;
}

export const RoutingFormConnection = connectionType('RoutingForm', () => RoutingForm);

@ObjectType({ description: 'What somebody answered, and where it led.' })
export class RoutingFormResponse {
  @Field(() => ID, {
    description: '`rsp_…`. Whoever has it books with whom it led to: it is not shown to others.',
  })
  id!: string;

  @Field(() => Int, { description: 'The `version` of the form that was answered.' })
  formVersion!: number;

  @Field(() => String, { nullable: true, description: 'The rule that matched; null: none did.' })
  ruleName!: string | null;

  @Field(() => DateTime)
  submittedAt!: Date;
}

export const RoutingFormResponseConnection = connectionType('RoutingFormResponse', () => RoutingFormResponse);
