import type { EntityManager } from '@mikro-orm/postgresql';
import { err, ok, type Result } from '#platform/result.ts';
import { countsFrom, loadTurnTakers, type Turn } from '../assignments/choose-turn.ts';
import { factsAround, findAgreed, refuseTime } from '../bookings/agreed-time.ts';
import {
  type ChangeReceipt,
  type ChangeRefusal,
  changeBooking,
  refusedTransition,
} from '../bookings/change-booking.ts';
import { findNames } from '../bookings/find-names.ts';
import { asOvertaken, type SlotRefusal, type Taken } from '../bookings/slot-refusal.ts';
import { claimedTime, takeTime } from '../bookings/take-time.ts';
import { writeTitle } from '../bookings/write-title.ts';
import type { SchedulingContext } from '../context.ts';
import type { BookingState } from '../domain/booking.ts';
import { nextStatus } from '../domain/booking-state.ts';
import { brokenLimits, refusalsOfAgreed } from '../domain/own-time.ts';
import { chooseResources, newRooms } from '../domain/resources.ts';
import { pickedByPerson } from '../domain/round-robin.ts';
import type { LoadedFacts } from '../slots/load-facts.ts';

interface Acceptance {
  bookingId: string;
  idempotencyKey?: string | null;
}

/** Another host was first. */
interface AcceptedByOther {
  kind: 'ACCEPTED_BY_OTHER';
}

export type AcceptRefusal = ChangeRefusal | SlotRefusal | AcceptedByOther;

/**
 * Takes a meeting that was offered to the viewer. Of many who do so at once the first behind the booking's lock has
 * it, and their time with it, in the same transaction.
 */
export async function acceptInstantBooking(
  ctx: SchedulingContext,
  input: Acceptance,
): Promise<Result<ChangeReceipt, AcceptRefusal>> {
  const offer = await findAgreed(ctx, input.bookingId);
  const { id, eventType, meeting } = offer;
  const hostIds = [ctx.viewer.id];
  const [guest] = await ctx.loaders.attendeesOfBooking.load(id);
  const bookerEmail = guest?.email ?? '';
  const accepted = await changeBooking<LoadedFacts, AcceptRefusal | Taken>(ctx, {
    operation: 'acceptInstantBooking',
    input,
    by: 'OFFERED_HOSTS',
    prepare: em =>
      factsAround(em, {
        ...offer,
        hostIds,
        bookerEmail,
        now: ctx.clock.now(),
        isLocking: true,
      }),
    async decide({ em, before, prepared: facts }) {
      const isOver = before.expiresAt !== null && before.expiresAt <= ctx.clock.now();
      const status = nextStatus(isOver ? 'EXPIRED' : before.status, 'ACCEPT');
      if (!status.ok)
        return isHostedByOther(before, ctx.viewer.id)
          ? err({ kind: 'ACCEPTED_BY_OTHER' })
          : refusedTransition(status.error);
      // It was free when it was offered; its start may lie some seconds back.
      const taken = refusalsOfAgreed(facts, meeting).filter(({ rule }) => rule !== 'NOTICE');
      const reasons = [...taken, ...brokenLimits(facts, meeting)];
      if (reasons.length > 0) return err({ kind: 'TAKEN', reasons, facts });
      const names = await findNames(em, hostIds);
      const title = writeTitle(eventType.title, names, before.attendees[0]?.name ?? null);
      const during = claimedTime(meeting, facts.rules);
      const resourceIds = chooseResources(facts, meeting);
      return ok({
        fact: {
          kind: 'CONFIRMED',
          data: { status: status.value, hostIds, title, ...newRooms(before, resourceIds) },
        },
        also: [
          takeTime({ organizationId: before.organizationId, bookingId: id, hostIds, resourceIds, during }),
        ],
        turns: await ownTurn(em, facts, ctx.viewer.id),
      });
    },
  }).catch(asOvertaken);
  if (accepted.ok) return accepted;
  const { error } = accepted;
  return err(error.kind === 'TAKEN' ? await refuseTime(ctx, { ...offer, hostIds }, error) : error);
}

/** Who accepted it had their turn, as if it had been given to them. */
async function ownTurn(em: EntityManager, facts: LoadedFacts, hostId: string): Promise<Turn[]> {
  const { eventType, rules, now } = facts;
  if (eventType.schedulingMode !== 'ROUND_ROBIN') return [];
  const question = { eventType, timeZone: rules.timeZone, now };
  const decision = pickedByPerson(await loadTurnTakers(em, question), new Set([hostId]));
  return [{ placeId: hostId, hostId, decision, part: 0, groupName: null, countsFrom: countsFrom(question) }];
}

function isHostedByOther({ status, hostIds }: BookingState, viewerId: string): boolean {
  return status === 'CONFIRMED' && !hostIds.includes(viewerId);
}
