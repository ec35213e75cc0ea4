import type { EntityManager } from '@mikro-orm/postgresql';
import { tzdbVersion } from '#platform/clock.ts';
import { notFound } from '#platform/errors.ts';
import { requireId } from '#platform/ids.ts';
import { err, ok, type Result } from '#platform/result.ts';
import type { SchedulingContext } from '../context.ts';
import { awaitsHost, moveAction } from '../domain/beginning.ts';
import type { BookingState } from '../domain/booking.ts';
import { nextStatus } from '../domain/booking-state.ts';
import type { Interval } from '../domain/interval.ts';
import { newRooms, withKeptFirst } from '../domain/resources.ts';
import type { SlotQuestion } from '../domain/verdicts.ts';
import type { Waiver } from '../domain/waiver.ts';
import { wallTimeAt } from '../domain/wall-time.ts';
import { MINUTE_MS } from '../domain/zone.ts';
import type { EventTypeRow } from '../event-types/event-type.entity.ts';
import { requireInTime, type TooLate } from '../guests/require-allowed.ts';
import { type LoadedFacts, loadFacts, loadHours } from '../slots/load-facts.ts';
import { searchSpan } from '../slots/next-slots.ts';
import { readWaiver, usedWaiver, type WaiverInput } from '../waivers/read-waiver.ts';
import { type Agreed, agreeOnHosts, roomsOf } from './agree-on-hosts.ts';
import { hasTime } from './agreed-time.ts';
import { isOrganizer } from './booking-access.ts';
import {
  type BookingChangeInput,
  type ChangeReceipt,
  type ChangeRefusal,
  changeBooking,
  readReason,
  refusedTransition,
} from './change-booking.ts';
import { asOvertaken, refuseSlot, type SlotRefusal, type Taken } from './slot-refusal.ts';
import { claimedTime, moveTime, retakeTime } from './take-time.ts';
import { writeNewTitle } from './write-new-title.ts';

interface Move extends BookingChangeInput, WaiverInput {
  startsAt: Date;
}

type MoveRefusal = ChangeRefusal | TooLate | { kind: 'SHARED' };

/**
 * Moves a booking to another time, as long as before, and with the same hosts unless they take turns anew. One that
 * guests share, all of it.
 */
export async function rescheduleBooking(
  ctx: SchedulingContext,
  input: Move,
): Promise<Result<ChangeReceipt, MoveRefusal | SlotRefusal>> {
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
  const takesTurns = eventType.schedulingMode === 'ROUND_ROBIN' && !eventType.roundRobin.sameHostOnReschedule;
  const hostIds = (await ctx.loaders.hostsOfBooking.load(id)).map(host => host.userId);
  const hosts = takesTurns ? {} : { hostIds };
  const rooms = await ctx.loaders.resourcesOfBooking.load(id);
  const keptResources = rooms.map(row => row.resourceId);
  const moved = await changeBooking<PreparedMove, MoveRefusal | Taken>(ctx, {
    operation: 'rescheduleBooking',
    input,
    by: 'GUESTS_AND_ORGANIZERS',
    async prepare(em) {
      const waiver = readWaiver(ctx, { ownerId: known.ownerId, hostIds }, input);
      const loaded = await loadHours(em, { eventType, ...hosts, span, now: ctx.clock.now() });
      const facts = factsOfMove(loaded, wish, keptResources, takesTurns);
      const agreement = { facts, wish, movingBookingId: id, waivable: waiver?.rules };
      return { facts, waiver, agreed: await agreeOnHosts(em, agreement) };
    },
    async decide({ em, before, attendeeId, prepared: { facts, waiver, agreed } }) {
      const byGuest = attendeeId !== null || !isOrganizer(ctx, before);
      const moment = { start: span.from, now: ctx.clock.now() };
      const status = nextStatus(
        before.status,
        moveAction(eventType, { from: before.status, byGuest, moment }),
      );
      if (!status.ok) return refusedTransition(status.error);
      const isShared = attendeeId !== null && before.attendees.some(attendee => attendee.id !== attendeeId);
      if (isShared) return err({ kind: 'SHARED' });
      const attempt = { booking: before, attendeeId, now: ctx.clock.now() };
      const inTime = requireInTime(eventType, 'RESCHEDULE', attempt);
      if (!inTime.ok) return inTime;
      if (!agreed.ok) return agreed;
      const wallTime = wallTimeAt(facts.rules.timeZone, span.from, tzdbVersion);
      const rooms = newRooms(before, roomsOf(agreed.value));
      const expiresAt = awaitsHost(status.value) ? span.from : before.expiresAt;
      const when = { startsAt: span.from, endsAt: span.to, wallTime, expiresAt };
      const { rules, waived } = agreed.value;
      const data = { status: status.value, ...when, ...rooms, reason, ...usedWaiver(waiver, waived) };
      const during = claimedTime({ start: span.from, end: span.to }, rules);
      const anew = takesTurns && agreed.value.kind === 'HOSTS' ? agreed.value : null;
      const { also, hosted } = await moveHosts(em, { eventType, before, anew, rooms, during });
      return ok({ fact: { kind: 'RESCHEDULED', data: { ...data, ...hosted } }, also, turns: anew?.turns });
    },
  }).catch(asOvertaken);
  if (moved.ok) return moved;
  if (moved.error.kind !== 'TAKEN') return err(moved.error);
  const now = ctx.clock.now();
  const facts = await loadFacts(ctx.em, { eventType, ...hosts, span: searchSpan(wish.start, now), now });
  return err(refuseSlot(withoutSeats(facts), wish, moved.error.reasons));
}

interface Handover {
  eventType: EventTypeRow;
  before: BookingState;
  /** Who hosts from now on, where they take turns anew. */
  anew: Extract<Agreed, { kind: 'HOSTS' }> | null;
  rooms: { resourceIds?: readonly string[] };
  during: Interval;
}

/** Takes the new time, for whoever hosts from now on, and for the rooms. */
async function moveHosts(em: EntityManager, { eventType, before, anew, rooms, during }: Handover) {
  const hostIds = anew?.hostIds ?? [...before.hostIds];
  const resourceIds = [...(rooms.resourceIds ?? before.resourceIds)];
  const { organizationId, id: bookingId } = before;
  const also =
    (anew || rooms.resourceIds) && (await hasTime(em, bookingId))
      ? retakeTime({ organizationId, bookingId, hostIds, resourceIds, during })
      : [moveTime(bookingId, during)];
  const hosted = anew ? { hostIds, title: await writeNewTitle(em, eventType, before, hostIds) } : {};
  return { also, hosted };
}

export interface PreparedMove {
  facts: LoadedFacts;
  agreed: Result<Agreed, Taken>;
  waiver: Waiver | null;
}

/** A booking that moves joins no other. */
function withoutSeats(facts: LoadedFacts): LoadedFacts {
  return { ...facts, rules: { ...facts.rules, seats: null } };
}

/**
 * A booking that moves keeps its length, all its hosts unless they take turns anew, whatever the event type offers by
 * now, and its rooms where they are free.
 */
export function factsOfMove(
  facts: LoadedFacts,
  wish: SlotQuestion,
  keptResources: readonly string[],
  takesTurns = false,
): LoadedFacts {
  const durations = [...facts.rules.durations, wish.duration];
  const { rules } = withoutSeats(facts);
  const resources = facts.resources && withKeptFirst(facts.resources, keptResources);
  return {
    ...facts,
    ...(resources && { resources }),
    rules: { ...rules, durations, schedulingMode: takesTurns ? rules.schedulingMode : 'COLLECTIVE' },
  };
}
