import { GraphQLJSON } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { idempotencyKeyDescription } from '#platform/idempotency.ts';
import { AnswerInput } from '../bookings/booking.graphql.ts';
import type { RoutingOperator as RoutingOperatorName } from '../domain/routing.ts';
import { BookingFieldInput } from '../event-types/booking-form-input.graphql.ts';
import { RoutingMatch, RoutingOperator } from './routing-form.graphql.ts';

@InputType()
class RoutingConditionInput {
  @Field(() => String, { description: 'The `slug` of a question of the form.' })
  field!: string;

  @Field(() => RoutingOperator)
  operator!: RoutingOperatorName;

  @Field(() => GraphQLJSON, {
    nullable: true,
    description:
      'As the question is answered: text of 1 to 500 characters, number, boolean, or the `value` of an option. A list of 1 to 50 for ONE_OF and NOT_ONE_OF, nothing for IS_EMPTY and IS_NOT_EMPTY.',
  })
  value?: unknown;
}

@InputType({ description: '1 to 20 conditions and groups, nested up to 3 deep.' })
class RoutingGroupInput {
  @Field(() => RoutingMatch, { defaultValue: 'ALL' })
  match!: 'ALL' | 'ANY';

  @Field(() => [RoutingConditionInput], { defaultValue: [] })
  conditions!: RoutingConditionInput[];

  @Field(() => [RoutingGroupInput], { defaultValue: [] })
  groups!: RoutingGroupInput[];
}

@InputType({ description: 'One of `eventTypeId`, `url` and `message`.' })
class RoutingDestinationInput {
  @Field(() => ID, {
    nullable: true,
    description:
      "An event type of the form's owner, or one that a member of the team has from its template. Neither a template nor PRIVATE.",
  })
  eventTypeId?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: '1 to 50 hosts of the event type who alone take the bookings; left out: all of them.',
  })
  hostIds?: string[] | null;

  @Field(() => String, { nullable: true, description: 'An https address of up to 2,000 characters.' })
  url?: string | null;

  @Field(() => String, { nullable: true, description: '1 to 1,000 characters of plain text.' })
  message?: string | null;
}

@InputType()
class RoutingRuleInput {
  @Field(() => String, { description: '1 to 200 characters.' })
  name!: string;

  @Field(() => RoutingGroupInput)
  when!: RoutingGroupInput;

  @Field(() => RoutingDestinationInput)
  destination!: RoutingDestinationInput;
}

const descriptions = {
  slug: '1 to 60 lower case letters, digits and single hyphens between them.',
  fields: 'Up to 50 questions.',
  rules: 'Up to 100, in the order in which they are asked: the first that matches decides.',
  fallback: 'Where everybody is led whom no rule matches, or whose event type is gone.',
};

@InputType()
export class CreateRoutingFormInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A team of which the user is an admin; left out: the user.',
  })
  ownerId?: string | null;

  @Field(() => String, { description: '1 to 200 characters.' })
  name!: string;

  @Field(() => String, { description: descriptions.slug })
  slug!: string;

  @Field(() => Boolean, { defaultValue: true })
  isActive!: boolean;

  @Field(() => [BookingFieldInput], { description: descriptions.fields })
  fields!: BookingFieldInput[];

  @Field(() => [RoutingRuleInput], { defaultValue: [], description: descriptions.rules })
  rules!: RoutingRuleInput[];

  @Field(() => RoutingDestinationInput, { description: descriptions.fallback })
  fallback!: RoutingDestinationInput;
}

@InputType()
export class UpdateRoutingFormInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true, description: '1 to 200 characters.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Old addresses stop working at once.' })
  slug?: string | null;

  @Field(() => Boolean, { nullable: true })
  isActive?: boolean | null;

  @Field(() => [BookingFieldInput], {
    nullable: true,
    description: 'All questions; the rules have to fit them. Responses keep what was answered.',
  })
  fields?: BookingFieldInput[] | null;

  @Field(() => [RoutingRuleInput], { nullable: true, description: descriptions.rules })
  rules?: RoutingRuleInput[] | null;

  @Field(() => RoutingDestinationInput, { nullable: true, description: descriptions.fallback })
  fallback?: RoutingDestinationInput | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Refuses the change if the form has another version by now.',
  })
  expectedVersion?: number | null;
}

@InputType()
export class DeleteRoutingFormInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Refuses the change if the form has another version by now.',
  })
  expectedVersion?: number | null;
}

@InputType()
export class DeleteRoutingFormResponseInput {
  @Field(() => ID)
  id!: string;
}

@InputType()
export class SubmitRoutingFormInput {
  @Field(() => ID)
  formId!: string;

  @Field(() => [AnswerInput], { description: 'Answers to its `fields`, by `slug`.' })
  answers!: AnswerInput[];

  @Field(() => String, { nullable: true, description: idempotencyKeyDescription })
  idempotencyKey?: string | null;
}
