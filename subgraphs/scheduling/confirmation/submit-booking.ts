import { err, ok, type Result } from '#platform/result.ts';
import { agreeOnHosts, roomsOf } from '../bookings/agree-on-hosts.ts';
import { findAgreed, refuseTime } from '../bookings/agreed-time.ts';
import { toSnapshot } from '../bookings/booking.events.ts';
import {
  type BookingChangeInput,
  type ChangeReceipt,
  type ChangeRefusal,
  changeBooking,
  refusedTransition,
} from '../bookings/change-booking.ts';
import { factsOfMove, type PreparedMove } from '../bookings/reschedule-booking.ts';
import { asOvertaken, type SlotRefusal, type Taken } from '../bookings/slot-refusal.ts';
import { claimedTime, takeTime } from '../bookings/take-time.ts';
import type { SchedulingContext } from '../context.ts';
import { agreedSteps, beginningOf } from '../domain/beginning.ts';
import { nextStatus } from '../domain/booking-state.ts';
import { newRooms } from '../domain/resources.ts';
import { MINUTE_MS } from '../domain/zone.ts';
import { loadHours } from '../slots/load-facts.ts';
import { readWaiver, usedWaiver, type WaiverInput } from '../waivers/read-waiver.ts';

/** Makes a draft the booking that it was prepared as. Its time is asked as that of a new one: it was nobody's so far. */
export async function submitBooking(
  ctx: SchedulingContext,
  input: BookingChangeInput & WaiverInput,
): Promise<Result<ChangeReceipt, ChangeRefusal | SlotRefusal>> {
  const draft = await findAgreed(ctx, input.bookingId);
  const { id, eventType, hostIds, resourceIds: kept, meeting } = draft;
  const wish = { start: meeting.start, duration: (meeting.end - meeting.start) / MINUTE_MS };
  const [guest] = await ctx.loaders.attendeesOfBooking.load(id);
  const bookerEmail = guest?.email ?? '';
  const submitted = await changeBooking<PreparedMove, ChangeRefusal | Taken>(ctx, {
    operation: 'submitBooking',
    input,
    by: 'ORGANIZERS',
    async prepare(em) {
      const waiver = readWaiver(ctx, { ownerId: eventType.ownerId, hostIds }, input);
      const span = { from: meeting.start, to: meeting.end };
      const now = ctx.clock.now();
      const facts = factsOfMove(
        await loadHours(em, { eventType, hostIds, span, now, bookerEmail }),
        wish,
        kept,
      );
      const agreement = { facts, wish, movingBookingId: id, waivable: waiver?.rules };
      return { facts, waiver, agreed: await agreeOnHosts(em, agreement) };
    },
    decide({ before, prepared: { waiver, agreed } }) {
      const now = ctx.clock.now();
      const steps = waiver ? agreedSteps(eventType) : eventType;
      const { action, expiresAt, takesTime } = beginningOf(steps, { start: before.startsAt, now });
      const status = nextStatus(before.status, action);
      if (!status.ok) return refusedTransition(status.error);
      // Its time was asked before it was locked.
      if (before.version !== draft.version)
        return err({ kind: 'VERSION_CONFLICT', current: toSnapshot(before) });
      if (!agreed.ok) return agreed;
      const resourceIds = roomsOf(agreed.value);
      const { rules, waived } = agreed.value;
      const during = claimedTime(meeting, rules);
      const rooms = newRooms(before, resourceIds);
      const { organizationId, hostIds: hosts } = before;
      return ok({
        fact: {
          kind: 'SUBMITTED',
          data: { status: status.value, expiresAt, ...rooms, ...usedWaiver(waiver, waived) },
        },
        also: takesTime
          ? [takeTime({ organizationId, bookingId: id, hostIds: hosts, resourceIds, during })]
          : [],
      });
    },
  }).catch(asOvertaken);
  if (submitted.ok) return submitted;
  const { error } = submitted;
  return err(error.kind === 'TAKEN' ? await refuseTime(ctx, draft, error) : error);
}
