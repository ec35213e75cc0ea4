import type { EntityManager } from '@mikro-orm/postgresql';
import { err, ok, type Result } from '#platform/result.ts';
import { countsFrom, loadTurnTakers, type Turn, turnsOf } from '../assignments/choose-turn.ts';
import type { BookingState } from '../domain/booking.ts';
import { nextStatus } from '../domain/booking-state.ts';
import { chooseAssignments } from '../domain/choose-assignments.ts';
import type { SlotRules } from '../domain/event-type.ts';
import { chooseResources } from '../domain/resources.ts';
import { assignments, type SlotQuestion, verdicts } from '../domain/verdicts.ts';
import { type WaivableRule, waive } from '../domain/waiver.ts';
import { MINUTE_MS } from '../domain/zone.ts';
import { type LoadedFacts, withTakenTime } from '../slots/load-facts.ts';
import type { SeatedRow } from '../slots/load-seated.ts';
import { lockBooking } from './load-booking.ts';
import type { Taken } from './slot-refusal.ts';

interface Agreement {
  facts: LoadedFacts;
  wish: SlotQuestion;
  /** A booking that moves does not stand in its own way. */
  movingBookingId?: string;
  /** Rules that may be set aside where they stand in the way. */
  waivable?: readonly WaivableRule[] | undefined;
}

interface UnderRules {
  /** What it was agreed under. */
  rules: SlotRules;
  /** Rules that were set aside for it. */
  waived: readonly WaivableRule[];
}

/** A new booking: who hosts it, and whose turn it was, which is somebody else's where one stands in for them. */
interface NewHosts extends UnderRules {
  kind: 'HOSTS';
  hostIds: string[];
  /** The hosts of the event type whose places they fill. */
  placeIds: string[];
  /** Why, where they take turns. */
  turns: Turn[];
  /** The rooms and equipment that it takes. */
  resourceIds: string[];
}

/** A seat in a booking that is there already, which is locked. */
interface FreeSeat extends UnderRules {
  kind: 'SEAT';
  booking: BookingState;
}

export type Agreed = NewHosts | FreeSeat;

/** The rooms and equipment of what was agreed; who joins a booking takes none of their own. */
export function roomsOf(agreed: Agreed): string[] {
  return agreed.kind === 'HOSTS' ? agreed.resourceIds : [];
}

/** Who hosts what was agreed. */
export function hostsOf(agreed: Pick<NewHosts, 'kind' | 'hostIds'> | FreeSeat): readonly string[] {
  return agreed.kind === 'HOSTS' ? agreed.hostIds : agreed.booking.hostIds;
}

/** The booking to join, if any: of several the one that is fullest, as slots say. */
function seatAt({ rules, seated }: LoadedFacts, wish: SlotQuestion): SeatedRow | undefined {
  const end = wish.start + wish.duration * MINUTE_MS;
  return seated
    .filter(booking => booking.start === wish.start && booking.end === end)
    .filter(({ seatsTaken }) => seatsTaken < (rules.seats ?? 0))
    .sort((a, b) => b.seatsTaken - a.seatsTaken)[0];
}

function isStillFree(booking: BookingState | null, { rules }: LoadedFacts, wish: SlotQuestion): boolean {
  if (!booking || !nextStatus(booking.status, 'ADD_ATTENDEE').ok) return false;
  return booking.startsAt === wish.start && booking.attendees.length < (rules.seats ?? 0);
}

/**
 * Who takes a booking, or which one has a seat left, decided while nobody else can take these hosts' time. What
 * the request was checked against before may be outdated by now, so what is taken is read again behind the lock.
 */
export async function agreeOnHosts(em: EntityManager, agreement: Agreement): Promise<Result<Agreed, Taken>> {
  const { facts, wish, movingBookingId, waivable = [] } = agreement;
  const taken = await withTakenTime(em, facts, { exceptBookingId: movingBookingId, isLocking: true });
  const { facts: current, waived } = waive(taken, wish, waivable);
  const { rules, eventType, now } = current;
  const refused = () => {
    const reasons = verdicts(current, wish).filter(verdict => !verdict.passed);
    return err({ kind: 'TAKEN' as const, reasons, facts: taken });
  };
  const seat = seatAt(current, wish);
  if (seat) {
    if (verdicts(current, wish).some(verdict => !verdict.passed)) return refused();
    const booking = await lockBooking(em, seat.bookingId);
    if (booking && isStillFree(booking, current, wish)) return ok({ kind: 'SEAT', booking, rules, waived });
    // It was cancelled or moved since: that needs the booking's lock, but not its hosts'.
    return agreeOnHosts(em, agreement);
  }
  const open = assignments(current, wish);
  if (open.length === 0) return refused();
  const question = { eventType, timeZone: rules.timeZone, now, exceptBookingId: movingBookingId };
  const hasTurns = rules.schedulingMode === 'ROUND_ROBIN' || facts.groups !== undefined;
  const takers = hasTurns ? await loadTurnTakers(em, question) : [];
  const { chosen, turns } = chooseAssignments(current, open, takers);
  return ok({
    kind: 'HOSTS',
    rules,
    waived,
    hostIds: [...new Set(chosen.map(({ hostId }) => hostId))],
    placeIds: (turns.length > 0 ? turns : chosen).map(({ placeId }) => placeId),
    resourceIds: chooseResources(current, { start: wish.start, end: wish.start + wish.duration * MINUTE_MS }),
    turns: turnsOf(turns, countsFrom(question)),
  });
}
