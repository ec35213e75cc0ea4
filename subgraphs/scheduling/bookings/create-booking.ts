import { badInput, notFound } from '#platform/errors.ts';
import { newId, requireId } from '#platform/ids.ts';
import { err, ok, type Result } from '#platform/result.ts';
import { inSpan } from '#platform/telemetry/tracing.ts';
import { beginBooking } from '../confirmation/begin-booking.ts';
import type { SchedulingContext } from '../context.ts';
import type { BookingAttendee, BookingState } from '../domain/booking.ts';
import { type Answer, type AnswerFault, readAnswers } from '../domain/booking-fields.ts';
import type { Limit } from '../domain/limits.ts';
import type { EventTypeRow } from '../event-types/event-type.entity.ts';
import { type HoldLost, redeemHold } from '../holds/redeem-hold.ts';
import { admitGuest } from '../private-links/admit-guest.ts';
import { countUse } from '../private-links/private-link-token.ts';
import { findRoutedGuest, linkResponse } from '../routing-forms/routed-hosts.ts';
import { loadHours, withTakenTime } from '../slots/load-facts.ts';
import { searchSpan } from '../slots/next-slots.ts';
import { readWish } from '../slots/read-wish.ts';
import { readWaiverOfNew, requireMayWaive, usedWaiver, type WaiverInput } from '../waivers/read-waiver.ts';
import { agreeOnHosts, hostsOf } from './agree-on-hosts.ts';
import { toSnapshot } from './booking.events.ts';
import { beforehand, changeOnce } from './idempotent-change.ts';
import { insertBooking } from './insert-booking.ts';
import { mintManageToken, storeManageToken } from './manage-token.ts';
import { type GuestDetails, type GuestInput, readGuestDetails } from './read-guest-details.ts';
import { type SeenSnapshot, seenBy } from './seen-by.ts';
import { asOvertaken, refuseSlot, type SlotRefusal, type Taken } from './slot-refusal.ts';
import { takeSeat } from './take-seat.ts';

export interface NewBooking extends GuestInput, WaiverInput {
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

type TransactionRefusal = Taken | Exclude<CreateBookingRefusal, SlotRefusal | { kind: 'LIMIT_REACHED' }>;

/** Books a slot, or a seat in it. Of two who want it at once, one gets the booking and the other what is still free. */
export async function createBooking(
  ctx: SchedulingContext,
  input: NewBooking,
): Promise<Result<BookingReceipt, CreateBookingRefusal>> {
  const eventTypeId = requireId('etp', input.eventTypeId, 'eventTypeId');
  return inSpan('createBooking', { attributes: { event_type_id: eventTypeId } }, async span => {
    const booked = await takeSlot(ctx, eventTypeId, input);
    if (booked.ok) span?.addEvent('booking_created', { booking_id: booked.value.booking.id });
    else span?.setAttribute('refusal', booked.error.kind);
    return booked;
  });
}

async function takeSlot(
  ctx: SchedulingContext,
  eventTypeId: string,
  input: NewBooking,
): Promise<Result<BookingReceipt, CreateBookingRefusal>> {
  const eventType = await ctx.loaders.eventType.load(eventTypeId);
  if (!eventType) throw notFound('event type');
  const plan = await beforehand(() => planBooking(ctx, eventType, input));
  const booked = await changeOnce<BookingReceipt, TransactionRefusal>(ctx, {
    operation: 'createBooking',
    organizationId: eventType.organizationId,
    input,
    async work(em, keep) {
      const { link, guest, answers, routed, wish, now, first, waiver, facts } = plan();
      if (!answers.ok) return err({ kind: 'INVALID_ANSWERS', fields: answers.error });
      if (link && !(await countUse(em, link, now))) return err({ kind: 'LINK_SPENT' });
      const agreed = input.holdToken
        ? await redeemHold(ctx, em, { token: input.holdToken, eventTypeId: eventType.id, wish, facts })
        : await agreeOnHosts(em, { facts, wish, waivable: waiver?.rules });
      if (!agreed.ok) return agreed;
      if (waiver) requireMayWaive(ctx, { ownerId: eventType.ownerId, hostIds: hostsOf(agreed.value) });
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
      const { value } = agreed;
      const entry = { eventType, attendee, ...usedWaiver(waiver, value.waived), also };
      const booking =
        value.kind === 'SEAT'
          ? await takeSeat(ctx, em, { ...entry, before: value.booking })
          : await insertBooking(ctx, em, { ...entry, location: guest.location, wish, ...first, ...value });
      return ok(receipt(booking));
    },
  }).catch(asOvertaken);
  if (booked.ok) return booked;
  if (booked.error.kind !== 'TAKEN') return err(booked.error);
  const { reasons } = booked.error;
  const reached = reasons.find(verdict => verdict.limit)?.limit;
  if (reached && reasons.every(({ rule }) => rule === 'LIMIT'))
    return err({ kind: 'LIMIT_REACHED', limit: reached });
  const { facts, wish } = plan();
  const current = booked.error.facts ?? (await withTakenTime(ctx.em, facts));
  return err(refuseSlot(current, wish, reasons));
}

/** What can be read and refused before the transaction. */
async function planBooking(ctx: SchedulingContext, eventType: EventTypeRow, input: NewBooking) {
  const link = await admitGuest(ctx, eventType, input.privateLink);
  const waiver = await readWaiverOfNew(ctx, eventType, input);
  if (waiver && input.holdToken) throw badInput('waive', 'What is held was asked when it was held.');
  const guest = readGuestDetails(eventType, input);
  const answers = readAnswers(eventType.bookingFields, input.answers ?? []);
  const routed = await findRoutedGuest(ctx, eventType.id, input.routingResponseId);
  const wish = readWish(eventType, input);
  const now = ctx.clock.now();
  const isConfirmed = waiver !== null;
  const first = await beginBooking(ctx, {
    eventType,
    start: wish.start,
    asDraft: input.asDraft,
    isConfirmed,
  });
  const facts = await loadHours(ctx.em, {
    eventType,
    routedHostIds: routed?.hostIds,
    span: searchSpan(wish.start, now),
    now,
    bookerEmail: guest.attendee.email,
  });
  return { link, waiver, guest, answers, routed, wish, now, first, facts };
}

function attendeeOf({ attendee, guests }: GuestDetails, answers: readonly Answer[]): BookingAttendee {
  return { id: newId('att'), ...attendee, noShow: false, answers, guests };
}
