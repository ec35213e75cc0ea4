import { notFound } from '#platform/errors.ts';
import { newId, requireId } from '#platform/ids.ts';
import { err, ok, type Result } from '#platform/result.ts';
import type { SchedulingContext } from '../context.ts';
import type { BookingAttendee, BookingState } from '../domain/booking.ts';
import { type Answer, type AnswerFault, readAnswers } from '../domain/booking-fields.ts';
import type { Limit } from '../domain/limits.ts';
import { type HoldLost, redeemHold } from '../holds/redeem-hold.ts';
import { admitGuest } from '../private-links/admit-guest.ts';
import { countUse } from '../private-links/private-link-token.ts';
import { findRoutedGuest, linkResponse } from '../routing-forms/routed-hosts.ts';
import { loadHours, withTakenTime } from '../slots/load-facts.ts';
import { searchSpan } from '../slots/next-slots.ts';
import { readWish } from '../slots/read-wish.ts';
import { agreeOnHosts } from './agree-on-hosts.ts';
import { beginBooking } from './begin-booking.ts';
import { toSnapshot } from './booking.events.ts';
import { changeOnce } from './idempotent-change.ts';
import { insertBooking } from './insert-booking.ts';
import { mintManageToken, storeManageToken } from './manage-token.ts';
import { type GuestDetails, type GuestInput, readGuestDetails } from './read-guest-details.ts';
import { type SeenSnapshot, seenBy } from './seen-by.ts';
import { asOvertaken, refuseSlot, type SlotRefusal, type Taken } from './slot-refusal.ts';
import { takeSeat } from './take-seat.ts';

export interface NewBooking extends GuestInput {
  eventTypeId: string;
  startsAt: Date;
  durationMinutes?: number | null;
  answers?: readonly Answer[] | null;
  privateLink?: string | null;
  asDraft?: boolean | null;
  routingResponseId?: string | null;
  holdToken?: string | null;
  idempotencyKey?: string | null;
}

export interface BookingReceipt {
  booking: SeenSnapshot;
  manageToken: string;
}

export type CreateBookingRefusal =
  | SlotRefusal
  | { kind: 'INVALID_ANSWERS'; fields: AnswerFault[] }
  | { kind: 'LIMIT_REACHED'; limit: Limit }
  | { kind: 'LINK_SPENT' }
  | HoldLost;

type TransactionRefusal = Taken | { kind: 'LINK_SPENT' } | HoldLost;

/** Books a slot, or a seat in it. Of two who want it at once, one gets the booking and the other what is still free. */
export async function createBooking(
  ctx: SchedulingContext,
  input: NewBooking,
): Promise<Result<BookingReceipt, CreateBookingRefusal>> {
  const eventType = await ctx.loaders.eventType.load(requireId('etp', input.eventTypeId, 'eventTypeId'));
  if (!eventType) throw notFound('event type');
  const link = await admitGuest(ctx, eventType, input.privateLink);
  const guest = readGuestDetails(eventType, input);
  const answers = readAnswers(eventType.bookingFields, input.answers ?? []);
  if (!answers.ok) return err({ kind: 'INVALID_ANSWERS', fields: answers.error });
  const routed = await findRoutedGuest(ctx, eventType.id, input.routingResponseId);
  const wish = readWish(eventType, input);
  const now = ctx.clock.now();
  const first = await beginBooking(ctx, { eventType, start: wish.start, asDraft: input.asDraft });
  const bookerEmail = guest.attendee.email;
  const span = searchSpan(wish.start, now);
  const facts = await loadHours(ctx.em, {
    eventType,
    routedHostIds: routed?.hostIds,
    span,
    now,
    bookerEmail,
  });

  const booked = await changeOnce<BookingReceipt, TransactionRefusal>(ctx, {
    operation: 'createBooking',
    organizationId: eventType.organizationId,
    input,
    async work(em, keep) {
      if (link && !(await countUse(em, link, now))) return err({ kind: 'LINK_SPENT' });
      const agreed = input.holdToken
        ? await redeemHold(ctx, em, { token: input.holdToken, eventTypeId: eventType.id, wish })
        : await agreeOnHosts(em, { facts, wish });
      if (!agreed.ok) return agreed;
      const manageToken = mintManageToken();
      const attendee = attendeeOf(guest, answers.value);
      const receipt = (booking: BookingState) => ({
        booking: seenBy(toSnapshot(booking), attendee.id),
        manageToken,
      });
      const also = (after: BookingState) => [
        storeManageToken({ token: manageToken, booking: after, attendeeId: attendee.id, now }),
        keep(receipt(after)),
        ...(routed ? [linkResponse(routed, after)] : []),
      ];
      const entry = { eventType, attendee, also };
      const { value } = agreed;
      const insertion = { ...entry, rules: facts.rules, location: guest.location, wish, ...first };
      const booking =
        value.kind === 'SEAT'
          ? await takeSeat(ctx, em, { ...entry, before: value.booking })
          : await insertBooking(ctx, em, { ...insertion, ...value });
      return ok(receipt(booking));
    },
  }).catch(asOvertaken);
  if (booked.ok) return booked;
  if (booked.error.kind !== 'TAKEN') return err(booked.error);
  const { reasons } = booked.error;
  const reached = reasons.find(verdict => verdict.limit)?.limit;
  if (reached && reasons.every(({ rule }) => rule === 'LIMIT'))
    return err({ kind: 'LIMIT_REACHED', limit: reached });
  const current = booked.error.facts ?? (await withTakenTime(ctx.em, facts));
  return err(refuseSlot(current, wish, reasons));
}

function attendeeOf({ attendee, guests }: GuestDetails, answers: readonly Answer[]): BookingAttendee {
  return { id: newId('att'), ...attendee, noShow: false, answers, guests };
}
