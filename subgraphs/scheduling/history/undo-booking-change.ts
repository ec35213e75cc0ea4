import { err, ok, type Result } from '#platform/result.ts';
import { factsAround, findAgreed, refuseTime } from '../bookings/agreed-time.ts';
import {
  type BookingChangeInput,
  type ChangeReceipt,
  type ChangeRefusal,
  changeBooking,
  refusedTransition,
} from '../bookings/change-booking.ts';
import { asOvertaken, type SlotRefusal, type Taken } from '../bookings/slot-refusal.ts';
import { claimedTime, retakeTime } from '../bookings/take-time.ts';
import type { SchedulingContext } from '../context.ts';
import { foldEvents } from '../domain/booking.ts';
import { brokenLimits, refusalsOfAgreed } from '../domain/own-time.ts';
import { chooseResources, newRooms } from '../domain/resources.ts';
import { undoOf } from '../domain/undo.ts';
import type { LoadedFacts } from '../slots/load-facts.ts';
import { toEvent } from './booking-history.ts';

interface Undo extends Omit<BookingChangeInput, 'expectedVersion'> {
  /** The present one, which the change to be taken back made. */
  version: number;
}

/** Takes the last change of a booking back, as long as the time that it had before is still free. */
export async function undoBookingChange(
  ctx: SchedulingContext,
  input: Undo,
): Promise<Result<ChangeReceipt, ChangeRefusal | SlotRefusal>> {
  const known = await findAgreed(ctx, input.bookingId);
  // Events never change: what they say of this version can be read before the booking is locked.
  const events = (await ctx.loaders.eventsOfBooking.load(known.id))
    .map(toEvent)
    .filter(({ version }) => version <= input.version);
  const event = events.at(-1);
  const earlier = foldEvents(events.slice(0, -1));
  const agreed = earlier
    ? {
        ...known,
        hostIds: [...earlier.hostIds],
        resourceIds: [...earlier.resourceIds],
        meeting: { start: earlier.startsAt, end: earlier.endsAt },
      }
    : known;
  const [guest] = earlier?.attendees ?? [];
  const { hostIds, meeting } = agreed;
  const undone = await changeBooking<LoadedFacts, ChangeRefusal | Taken>(ctx, {
    operation: 'undoBookingChange',
    input: { ...input, expectedVersion: input.version },
    by: 'ORGANIZERS',
    prepare(em) {
      const question = { ...agreed, now: ctx.clock.now(), isLocking: true };
      return factsAround(em, guest ? { ...question, bookerEmail: guest.email } : question);
    },
    decide({ before, prepared: facts }) {
      if (!event) throw new Error(`${before.id} has no events.`);
      const fact = undoOf(before, { event, earlier }, ctx.clock.now());
      if (!fact.ok) return refusedTransition(fact.error);
      const reasons = [...refusalsOfAgreed(facts, meeting), ...brokenLimits(facts, meeting)];
      if (reasons.length > 0) return err({ kind: 'TAKEN', reasons, facts });
      const { organizationId, id: bookingId } = before;
      const during = claimedTime(meeting, facts.rules);
      const resourceIds = chooseResources(facts, meeting);
      const { kind, data } = fact.value;
      return ok({
        fact: { kind, data: { ...data, ...newRooms(before, resourceIds) } },
        also: retakeTime({ organizationId, bookingId, hostIds, resourceIds, during }),
      });
    },
  }).catch(asOvertaken);
  if (undone.ok) return undone;
  const { error } = undone;
  return err(error.kind === 'TAKEN' ? await refuseTime(ctx, agreed, error) : error);
}
