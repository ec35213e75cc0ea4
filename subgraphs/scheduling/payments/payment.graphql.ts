import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';
import { Booking } from '../bookings/booking.graphql.ts';
import { TransitionRefused } from '../bookings/booking-result.graphql.ts';

@Directive('@inaccessible')
@InputType()
export class RecordPaymentStateInput {
  @Field(() => ID)
  bookingId!: string;

  // Not an enum: its type would show up in the API of the whole graph.
  @Field(() => String, { description: '`PAY`, `FAIL` or `RETRY`.' })
  action!: string;

  @Field(() => String, { description: "The id of the payment provider's event." })
  idempotencyKey!: string;
}

/** Not a union, for the same reason. */
@Directive('@inaccessible')
@ObjectType()
export class PaymentRecord {
  @Field(() => Booking, { nullable: true, description: 'Null where it was refused.' })
  booking!: Booking | null;

  @Field(() => TransitionRefused, {
    nullable: true,
    description: 'The booking does not wait for this any more. What was paid is to be refunded.',
  })
  refused!: TransitionRefused | null;
}
