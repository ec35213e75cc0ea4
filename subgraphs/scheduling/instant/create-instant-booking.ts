import { sql } from 'kysely';
import { badInput, notFound } from '#platform/errors.ts';
import { newId, requireId } from '#platform/ids.ts';
import { addJob } from '#platform/jobs.ts';
import { statements } from '#platform/orm.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { toSnapshot } from '../bookings/booking.events.ts';
import { beforehand, changeOnce } from '../bookings/idempotent-change.ts';
import { insertBooking } from '../bookings/insert-booking.ts';
import { mintManageToken, storeManageToken } from '../bookings/manage-token.ts';
import { type GuestInput, readGuestDetails } from '../bookings/read-guest-details.ts';
import { type SeenSnapshot, seenBy } from '../bookings/seen-by.ts';
import { asOvertaken, refuseSlot, type SlotRefusal, type Taken } from '../bookings/slot-refusal.ts';
import type { SchedulingContext } from '../context.ts';
import type { BookingState } from '../domain/booking.ts';
import { type Answer, type AnswerFault, readAnswers } from '../domain/booking-fields.ts';
import { firstStatus } from '../domain/booking-state.ts';
import { offerEnds, offerOf, startAtOnce } from '../domain/instant.ts';
import { MINUTE_MS } from '../domain/zone.ts';
import type { EventTypeRow } from '../event-types/event-type.entity.ts';
import { admitGuest } from '../private-links/admit-guest.ts';
import { countUse } from '../private-links/private-link-token.ts';
import { loadHours, withTakenTime } from '../slots/load-facts.ts';
import { searchSpan } from '../slots/next-slots.ts';
import { readWish } from '../slots/read-wish.ts';

interface NewInstantBooking extends GuestInput {
  eventTypeId: string;
  durationMinutes?: number | null;
  answers?: readonly Answer[] | null;
  privateLink?: string | null;
  idempotencyKey?: string | null;
}

interface InstantBookingReceipt {
  booking: SeenSnapshot;
  manageToken: string;
}

export type InstantBookingRefusal =
  | SlotRefusal
  | { kind: 'INVALID_ANSWERS'; fields: AnswerFault[] }
  | { kind: 'LINK_SPENT' };

type TransactionRefusal = Taken | Exclude<InstantBookingRefusal, SlotRefusal>;

/** The job comes after what it is to end: the clocks of the database and of this process are not the same. */
const JOB_DELAY_MS = 200;

/**
 * Offers a meeting that starts now to every host who is free. It takes nobody's time before somebody accepts: those
 * whom it is offered to can be booked meanwhile, and whoever accepts is asked again then.
 */
export async function createInstantBooking(
  ctx: SchedulingContext,
  input: NewInstantBooking,
): Promise<Result<InstantBookingReceipt, InstantBookingRefusal>> {
  const eventType = await ctx.loaders.eventType.load(requireId('etp', input.eventTypeId, 'eventTypeId'));
  if (!eventType) throw notFound('event type');
  const plan = await beforehand(() => planInstant(ctx, eventType, input));
  const asked = await changeOnce<InstantBookingReceipt, TransactionRefusal>(ctx, {
    operation: 'createInstantBooking',
    organizationId: eventType.organizationId,
    input,
    async work(em, keep) {
      const { link, guest, answers, now, wish, meeting, facts } = plan();
      if (!answers.ok) return err({ kind: 'INVALID_ANSWERS', fields: answers.error });
      if (link && !(await countUse(em, link, now))) return err({ kind: 'LINK_SPENT' });
      const current = await withTakenTime(em, facts);
      const { hostIds, reasons } = offerOf(current, wish);
      if (hostIds.length === 0) return err({ kind: 'TAKEN', reasons: [...reasons], facts: current });
      const manageToken = mintManageToken();
      const attendee = {
        id: newId('att'),
        ...guest.attendee,
        noShow: false,
        answers: answers.value,
        guests: guest.guests,
      };
      const receipt = (booking: BookingState) => ({
        booking: seenBy(toSnapshot(booking), attendee.id),
        manageToken,
      });
      const expiresAt = offerEnds(now, eventType.instantAcceptSeconds, meeting);
      const booking = await insertBooking(ctx, em, {
        eventType,
        attendee,
        wish,
        rules: facts.rules,
        location: guest.location,
        hostIds: [],
        offeredHostIds: hostIds,
        status: firstStatus('OFFER'),
        expiresAt,
        takesTime: false,
        also: after => [
          storeManageToken({ token: manageToken, booking: after, attendeeId: attendee.id, now }),
          keep(receipt(after)),
        ],
      });
      const afterMs = expiresAt - now + JOB_DELAY_MS;
      const job = addJob('scheduling', { task: 'expire-bookings', payload: {}, afterMs });
      await sql`select ${job}`.execute(statements(em));
      return ok(receipt(booking));
    },
  }).catch(asOvertaken);
  if (asked.ok) return asked;
  if (asked.error.kind !== 'TAKEN') return err(asked.error);
  const { facts, wish } = plan();
  const current = asked.error.facts ?? (await withTakenTime(ctx.em, facts));
  return err(refuseSlot(current, wish, asked.error.reasons));
}

/** What can be read and refused before the transaction. */
async function planInstant(ctx: SchedulingContext, eventType: EventTypeRow, input: NewInstantBooking) {
  const link = await admitGuest(ctx, eventType, input.privateLink);
  if (!eventType.isInstant)
    throw badInput('eventTypeId', 'The event type takes no meetings that start at once.');
  const guest = readGuestDetails(eventType, input);
  const answers = readAnswers(eventType.bookingFields, input.answers ?? []);
  const now = ctx.clock.now();
  const wish = readWish(eventType, { ...input, startsAt: new Date(startAtOnce(now)) });
  const meeting = { start: wish.start, end: wish.start + wish.duration * MINUTE_MS };
  const bookerEmail = guest.attendee.email;
  const facts = await loadHours(ctx.em, { eventType, span: searchSpan(wish.start, now), now, bookerEmail });
  return { link, guest, answers, now, wish, meeting, facts };
}
