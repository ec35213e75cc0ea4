import { err, ok, type Result } from '#platform/result.ts';
import { factsAround, findAgreed, hasTime, lockTimeOf, refuseTime } from '../bookings/agreed-time.ts';
import {
  type BookingChangeInput,
  type ChangeReceipt,
  type ChangeRefusal,
  changeBooking,
  refusedTransition,
} from '../bookings/change-booking.ts';
import { asOvertaken, type SlotRefusal, type Taken } from '../bookings/slot-refusal.ts';
import { claimedTime, takeTime } from '../bookings/take-time.ts';
import type { SchedulingContext } from '../context.ts';
import { nextStatus } from '../domain/booking-state.ts';
import { refusalsOfAgreed } from '../domain/own-time.ts';
import { chooseResources, newRooms } from '../domain/resources.ts';

/**
 * A host agrees to what a guest asked for. Where the request took no time so far it does now, in the same
 * transaction: of several requests for one slot the first to be confirmed gets it.
 */
export async function confirmBooking(
  ctx: SchedulingContext,
  input: BookingChangeInput,
): Promise<Result<ChangeReceipt, ChangeRefusal | SlotRefusal>> {
  const agreed = await findAgreed(ctx, input.bookingId);
  const confirmed = await changeBooking<void, ChangeRefusal | Taken>(ctx, {
    operation: 'confirmBooking',
    input,
    by: 'ORGANIZERS',
    prepare: em => lockTimeOf(em, agreed),
    async decide({ em, before }) {
      const status = nextStatus(before.status, 'CONFIRM');
      if (!status.ok) return refusedTransition(status.error);
      const meeting = { start: before.startsAt, end: before.endsAt };
      const hostIds = [...before.hostIds];
      const facts = await factsAround(em, { ...agreed, hostIds, meeting, now: ctx.clock.now() });
      const isTaken = await hasTime(em, before.id);
      const reasons = refusalsOfAgreed(facts, meeting).filter(({ rule }) => !isTaken || rule === 'NOTICE');
      if (reasons.length > 0) return err({ kind: 'TAKEN', reasons, facts });
      if (isTaken) return ok({ fact: { kind: 'CONFIRMED', data: { status: status.value } } });
      const resourceIds = chooseResources(facts, meeting);
      const { organizationId, id: bookingId } = before;
      const during = claimedTime(meeting, facts.rules);
      return ok({
        fact: { kind: 'CONFIRMED', data: { status: status.value, ...newRooms(before, resourceIds) } },
        also: [takeTime({ organizationId, bookingId, hostIds, resourceIds, during })],
      });
    },
  }).catch(asOvertaken);
  if (confirmed.ok) return confirmed;
  const { error } = confirmed;
  return err(error.kind === 'TAKEN' ? await refuseTime(ctx, agreed, error) : error);
}
