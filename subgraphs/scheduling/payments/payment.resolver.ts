import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { TransitionRefused } from '../bookings/booking-result.graphql.ts';
import { viewOf } from '../bookings/booking-view.ts';
import type { SchedulingContext } from '../context.ts';
import { PaymentRecord, RecordPaymentStateInput } from './payment.graphql.ts';
import { recordPaymentState } from './record-payment-state.ts';

@Resolver()
export class PaymentResolver {
  @Access({ to: 'SERVICE' })
  @Directive('@inaccessible')
  @Mutation(() => PaymentRecord, {
    description: 'What became of the payment that a booking waits for, each news once. For integrations.',
  })
  async recordPaymentState(
    @Arg('input', () => RecordPaymentStateInput) input: RecordPaymentStateInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<PaymentRecord> {
    const recorded = await recordPaymentState(ctx, input);
    if (recorded.ok) return { booking: viewOf(recorded.value.booking), refused: null };
    // No version was expected, so that nothing else can stand against it.
    if (recorded.error.kind !== 'TRANSITION_REFUSED') throw new Error(recorded.error.kind);
    return { booking: null, refused: new TransitionRefused(recorded.error) };
  }
}
