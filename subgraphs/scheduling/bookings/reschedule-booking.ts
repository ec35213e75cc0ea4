import { tzdbVersion } from '#platform/clock.ts';
import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { err, ok, type Result } from '#platform/result.ts';
import type { SchedulingContext } from '../context.ts';
import type { BookingState } from '../domain/booking.ts';
import { nextStatus } from '../domain/booking-state.ts';
import type { SlotQuestion } from '../domain/verdicts.ts';
import { wallTimeAt } from '../domain/wall-time.ts';
import { MINUTE_MS } from '../domain/zone.ts';
import { type LoadedFacts, loadFacts, loadHours } from '../slots/load-facts.ts';
import { searchSpan } from '../slots/next-slots.ts';
import { agreeOnHosts } from './agree-on-hosts.ts';
import { appendBookingEvent } from './append-booking-event.ts';
import { toSnapshot } from './booking.events.ts';
import { requireMayChange } from './booking-access.ts';
import { type BookingChangeInput, type ChangeRefusal, readReason } from './cancel-booking.ts';
import { findAudience } from './find-audience.ts';
import { changeOnce } from './idempotent-change.ts';
import { lockBooking } from './load-booking.ts';
import { type SeenSnapshot, seenBy } from './seen-by.ts';
import { asOvertaken, refuseSlot, type SlotRefusal, type Taken } from './slot-refusal.ts';
import { claimedTime, moveTime } from './take-time.ts';

interface Move extends BookingChangeInput {
  startsAt: Date;
}

export interface RescheduleReceipt {
  booking: SeenSnapshot;
  previous: { startsAt: string; endsAt: string };
}

type MoveRefusal = ChangeRefusal | { kind: 'SHARED' };
type Refusal = MoveRefusal | Taken;

/** Moves a booking to another time, as long as before and with the same hosts. One that guests share, all of it. */
export async function rescheduleBooking(
  ctx: SchedulingContext,
  input: Move,
): Promise<Result<RescheduleReceipt, MoveRefusal | SlotRefusal>> {
  const id = requireId('bkg', input.bookingId, 'bookingId');
  const reason = readReason(input.reason);
  // What never changes of a booking can be read before it is locked.
  const known = await ctx.loaders.booking.load(id);
  const eventType = known && (await ctx.loaders.eventType.load(known.eventTypeId));
  if (!eventType) throw notFound('booking');
  const wish = {
    start: input.startsAt.getTime(),
    duration: (known.endsAt.getTime() - known.startsAt.getTime()) / MINUTE_MS,
  };
  const span = { from: wish.start, to: wish.start + wish.duration * MINUTE_MS };
  const hostIds = (await ctx.loaders.hostsOfBooking.load(id)).map(host => host.userId);
  const moved = await changeOnce<RescheduleReceipt, Refusal>(ctx, {
    operation: 'rescheduleBooking',
    organizationId: known.organizationId,
    input,
    async work(em, keep) {
      const attendeeId = await requireMayChange(ctx, em, { ...known, hostIds }, input.manageToken);
      const facts = factsOfMove(
        await loadHours(em, { eventType, hostIds, span, now: ctx.clock.now() }),
        wish,
      );
      // Hosts are locked before their booking, as by guests who join it: otherwise the two would deadlock.
      const agreed = await agreeOnHosts(em, { facts, wish, movingBookingId: id });
      const before = await lockBooking(em, id);
      if (!before) throw notFound('booking');
      if (input.expectedVersion != null && input.expectedVersion !== before.version) {
        return err({ kind: 'VERSION_CONFLICT', current: seenBy(toSnapshot(before), attendeeId) });
      }
      const status = nextStatus(before.status, 'RESCHEDULE');
      if (!status.ok) return err({ kind: 'TRANSITION_REFUSED', ...status.error });
      const isShared = attendeeId !== null && before.attendees.some(attendee => attendee.id !== attendeeId);
      if (isShared) return err({ kind: 'SHARED' });
      const receiptOf = (after: BookingState) => receiptFor(attendeeId, before, after);
      if (!agreed.ok) return agreed;
      const wallTime = wallTimeAt(facts.rules.timeZone, span.from, tzdbVersion);
      const data = { status: status.value, startsAt: span.from, endsAt: span.to, wallTime, reason };
      const during = claimedTime({ start: span.from, end: span.to }, facts.rules);
      const booking = await appendBookingEvent(ctx, em, {
        before,
        id,
        fact: { kind: 'RESCHEDULED', data },
        audience: await findAudience(em, before.ownerId, hostIds),
        also: after => [moveTime(id, during), keep(receiptOf(after))],
      });
      return ok(receiptOf(booking));
    },
  }).catch(asOvertaken);
  if (moved.ok) return moved;
  if (moved.error.kind !== 'TAKEN') return err(moved.error);
  const now = ctx.clock.now();
  const facts = await loadFacts(ctx.em, { eventType, hostIds, span: searchSpan(wish.start, now), now });
  return err(refuseSlot(withoutSeats(facts), wish, moved.error.reasons));
}

function receiptFor(attendeeId: string | null, before: BookingState, after: BookingState): RescheduleReceipt {
  const { startsAt, endsAt } = toSnapshot(before);
  return { booking: seenBy(toSnapshot(after), attendeeId), previous: { startsAt, endsAt } };
}

/** A booking that moves joins no other. */
function withoutSeats(facts: LoadedFacts): LoadedFacts {
  return { ...facts, rules: { ...facts.rules, seats: null } };
}

/** A booking that moves keeps all its hosts and its length, whatever the event type offers by now. */
function factsOfMove(facts: LoadedFacts, wish: SlotQuestion): LoadedFacts {
  const durations = [...facts.rules.durations, wish.duration];
  const { rules } = withoutSeats(facts);
  return { ...facts, rules: { ...rules, durations, schedulingMode: 'COLLECTIVE' } };
}
