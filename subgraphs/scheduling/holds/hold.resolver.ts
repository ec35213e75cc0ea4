import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access } from '#platform/access.ts';
import { slotUnavailable } from '../bookings/refusal-view.ts';
import type { SchedulingContext } from '../context.ts';
import { slotView } from '../slots/slot-view.ts';
import { extendHold } from './extend-hold.ts';
import * as t from './hold.graphql.ts';
import { HoldExpired } from './hold-expired.graphql.ts';
import { holdSlot } from './hold-slot.ts';
import { releaseHold } from './release-hold.ts';

@Resolver()
export class HoldResolver {
  @Access({ to: 'PUBLIC' })
  @Mutation(() => t.HoldSlotResult, {
    description:
      'Keeps a slot for some minutes, while a guest fills in the form: nobody else can book it, and `createBooking` with the `holdToken` succeeds. Not for event types with seats. An address may hold few slots at a time: RATE_LIMITED. Needs an idempotency key.',
  })
  async holdSlot(
    @Arg('input', () => t.HoldSlotInput) input: t.HoldSlotInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.HoldSlotResult> {
    const held = await holdSlot(ctx, input);
    if (!held.ok) return slotUnavailable(held.error, 'UTC');
    const { holdToken, expiresAt, slot } = held.value;
    return new t.SlotHeld(holdToken, new Date(expiresAt), slotView({ ...slot, seatsRemaining: null }, 'UTC'));
  }

  @Access({ to: 'PUBLIC', role: 'HOLDER', otherwise: 'PROBLEM' })
  @Mutation(() => t.ExtendHoldResult, {
    description: 'Keeps a held slot for longer, up to three times. Needs an idempotency key.',
  })
  async extendHold(
    @Arg('input', () => t.ExtendHoldInput) input: t.ExtendHoldInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.ExtendHoldResult> {
    const extended = await extendHold(ctx, input);
    if (extended.ok)
      return new t.HoldExtended(new Date(extended.value.expiresAt), extended.value.extensionsLeft);
    return extended.error.kind === 'NOT_AGAIN' ? new t.HoldNotExtended() : new HoldExpired();
  }

  @Access({ to: 'PUBLIC', role: 'HOLDER', otherwise: 'PROBLEM' })
  @Mutation(() => t.ReleaseHoldResult, {
    description: 'Gives a held slot back at once. May be repeated.',
  })
  async releaseHold(
    @Arg('input', () => t.ReleaseHoldInput) { holdToken }: t.ReleaseHoldInput,
    @Ctx() ctx: SchedulingContext,
  ): Promise<typeof t.ReleaseHoldResult> {
    const released = await releaseHold(ctx, holdToken);
    return released.ok ? new t.HoldReleased() : new HoldExpired();
  }
}
