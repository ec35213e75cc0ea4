import { Field, InputType } from 'type-graphql';
import type { BookingFieldType as BookingFieldTypeName } from '../domain/booking-fields.ts';
import { BookingFieldType } from './event-type.graphql.ts';

@InputType()
export class LocationInput {
  @Field(() => String, { description: '`IN_PERSON`, `PHONE` or `LINK`.' })
  kind!: string;

  @Field(() => String, { description: '1 to 500 characters.' })
  label!: string;
}

@InputType()
class BookingFieldOptionInput {
  @Field(() => String)
  value!: string;

  @Field(() => String)
  label!: string;
}

@InputType()
export class BookingFieldInput {
  @Field(() => String, {
    description: 'Lower case letters, digits and single hyphens between them, up to 60.',
  })
  slug!: string;

  @Field(() => String)
  label!: string;

  @Field(() => BookingFieldType)
  type!: BookingFieldTypeName;

  @Field(() => Boolean, { defaultValue: false })
  required!: boolean;

  @Field(() => [BookingFieldOptionInput], { defaultValue: [] })
  options!: BookingFieldOptionInput[];
}
