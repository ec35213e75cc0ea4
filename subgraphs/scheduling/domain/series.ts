import type { Usefulness } from './choose-assignments.ts';
import type { Chosen } from './chosen.ts';
import type { HostFacts, ResourceSet, SlotFacts, SlotRules } from './event-type.ts';
import { type Interval, sorted } from './interval.ts';
import type { LimitFacts } from './limits.ts';
import { endOfDay } from './recurrence.ts';
import { chooseResources, withKeptFirst } from './resources.ts';
import { type Slot, slots } from './slots.ts';
import type { Verdict } from './verdict.ts';
import { type Assignment, assignments, verdicts } from './verdicts.ts';
import { type WaivableRule, waive } from './waiver.ts';
import { MINUTE_MS } from './zone.ts';

/** What to do about an occurrence that cannot be booked: nothing at all then, leave it out, or move it within its day. */
export type SeriesStrategy = 'FAIL' | 'SKIP' | 'SHIFT';

/** Which bookings of a series a change is about, seen from one of them. */
export type SeriesScope = 'THIS' | 'FOLLOWING' | 'ALL';

/** Time of a host or a room that a booking has, with its buffers. */
interface Claim extends Interval {
  readonly claimantId: string;
}

/** What became of one occurrence. */
export interface PlannedOccurrence {
  /** 1 for the first. */
  readonly position: number;
  /** Epoch milliseconds: where the rule puts it. */
  readonly start: number;
  /** Where it is booked: elsewhere on the day if it was shifted; `null`: nowhere. */
  readonly bookedAt: number | null;
  /** Who hosts; empty where it is not booked. */
  readonly taken: readonly Assignment[];
  /** Whose turns it is, where they take turns, and why. */
  readonly turns: Chosen['turns'];
  /** What it is booked under. */
  readonly rules: SlotRules;
  /** Rules that are set aside for it. */
  readonly waived: readonly WaivableRule[];
  /** The rooms and equipment that it takes. */
  readonly resourceIds: readonly string[];
  /** What speaks for and against `start`, failures first. */
  readonly verdicts: readonly Verdict[];
  /** If `start` cannot be booked: the next start that can, that day or the day after. */
  readonly alternative: Slot | null;
}

interface SeriesQuestion {
  readonly starts: readonly number[];
  /** Minutes. */
  readonly duration: number;
  readonly timeZone: string;
  readonly strategy: SeriesStrategy;
  /** Rules that are set aside where they stand in the way of an occurrence. */
  readonly waivable?: readonly WaivableRule[];
  /** Of those who could host an occurrence, who does; `usefulness` says for how many others they could. */
  choose(open: readonly Assignment[], usefulness: Usefulness): Chosen;
}

/** A window that counts from today is about the first occurrence: what follows was offered with it. */
function factsOfOccurrence<Facts extends SlotFacts>(facts: Facts, index: number): Facts {
  const isFixed = index === 0 || facts.rules.window.kind === 'DATES';
  return isFixed ? facts : { ...facts, rules: { ...facts.rules, window: { kind: 'UNLIMITED' } } };
}

/**
 * Goes through a series in order, each occurrence seeing those that were booked before it: they take their hosts'
 * time and count towards limits.
 */
export function planSeries(facts: SlotFacts, question: SeriesQuestion): PlannedOccurrence[] {
  const { starts, duration, timeZone, strategy, waivable = [] } = question;
  const usefulness = countOpen(facts, question);
  let current = facts;
  return starts.map((start, index) => {
    const asEver = factsOfOccurrence(current, index);
    const excepted = waive(asEver, { start, duration }, waivable);
    const heard = verdicts(excepted.facts, { start, duration });
    const isFree = heard.every(verdict => verdict.passed);
    // Where it goes instead is found by the rules as they are.
    const alternative = isFree ? null : nextStart(asEver, { start, duration, timeZone });
    const isShifted = strategy === 'SHIFT' && alternative && alternative.start < endOfDay(timeZone, start);
    const bookedAt = isFree ? start : isShifted ? alternative.start : null;
    const { facts: known, waived } = isFree ? excepted : { facts: asEver, waived: [] };
    const meeting = bookedAt === null ? null : meetingAt(bookedAt, duration);
    const { chosen: taken, turns } =
      bookedAt === null
        ? { chosen: [], turns: [] }
        : question.choose(assignments(known, { start: bookedAt, duration }), usefulness);
    const resourceIds = meeting ? chooseResources(known, meeting) : [];
    if (meeting) {
      const claimantIds = [...taken.map(({ hostId }) => hostId), ...resourceIds];
      current = withMeeting(current, meeting, claimantIds, known.rules);
    }
    const agreed = { bookedAt, taken, turns, resourceIds, rules: known.rules, waived };
    return { position: index + 1, start, ...agreed, verdicts: heard, alternative };
  });
}

const meetingAt = (start: number, duration: number) => ({ start, end: start + duration * MINUTE_MS });

function nextStart(
  facts: SlotFacts,
  { start, duration, timeZone }: { start: number; duration: number; timeZone: string },
): Slot | null {
  const to = endOfDay(timeZone, start, 1);
  return slots(facts, { from: start, to, duration })[0] ?? null;
}

/** For how many occurrences each place could be filled, were they alone. */
function countOpen(facts: SlotFacts, { starts, duration, waivable = [] }: SeriesQuestion): Usefulness {
  const counts = new Map<string, number>();
  if (facts.rules.schedulingMode !== 'ROUND_ROBIN') return counts;
  starts.forEach((start, index) => {
    const wish = { start, duration };
    const excepted = waive(factsOfOccurrence(facts, index), wish, waivable);
    for (const { placeId } of assignments(excepted.facts, wish))
      counts.set(placeId, (counts.get(placeId) ?? 0) + 1);
  });
  return counts;
}

const eachRoom = (
  sets: readonly ResourceSet[] | undefined,
  change: (room: ResourceSet['resources'][number]) => ResourceSet['resources'][number],
) => sets?.map(set => ({ ...set, resources: set.resources.map(change) }));

function eachHost(hosts: readonly HostFacts[], change: (host: HostFacts) => HostFacts): HostFacts[] {
  return hosts.map(host => {
    const absences = (host.absences ?? []).map(absence => ({
      ...absence,
      standIn: absence.standIn && (eachHost([absence.standIn], change)[0] ?? null),
    }));
    return change({ ...host, absences });
  });
}

const counting = (limits: readonly LimitFacts[] | undefined, meeting: Interval) =>
  (limits ?? []).map(facts => ({ ...facts, used: sorted([...facts.used, meeting]) }));

/** The facts once a meeting is booked under some rules, with these hosts and rooms. */
export function withMeeting(
  facts: SlotFacts,
  meeting: Interval,
  claimantIds: readonly string[],
  { bufferBefore, bufferAfter }: SlotRules = facts.rules,
): SlotFacts {
  const claim = {
    start: meeting.start - bufferBefore * MINUTE_MS,
    end: meeting.end + bufferAfter * MINUTE_MS,
  };
  const claimants = new Set(claimantIds);
  const hosts = eachHost(facts.hosts, host =>
    claimants.has(host.id)
      ? { ...host, busy: sorted([...host.busy, claim]), limits: counting(host.limits, meeting) }
      : host,
  );
  const resources = eachRoom(facts.resources, room =>
    claimants.has(room.id) ? { ...room, busy: sorted([...room.busy, claim]) } : room,
  );
  return { ...facts, hosts, limits: counting(facts.limits, meeting), ...(resources && { resources }) };
}

/** A booking that is about to move. */
export interface MovingBooking extends Interval {
  readonly id: string;
  /** Its place in the series. */
  readonly position: number;
  readonly hostIds: readonly string[];
  readonly resourceIds: readonly string[];
  /** The time that it has, as it was taken. */
  readonly claims: readonly Claim[];
  /** Where it is to go. */
  readonly to: number;
}

/** The same list without one item that equals it: of equal ones it does not matter which. */
function without<T extends Interval>(list: readonly T[], gone: Interval): readonly T[] {
  const index = list.findIndex(({ start, end }) => start === gone.start && end === gone.end);
  return index < 0 ? list : list.toSpliced(index, 1);
}

/** The facts as if these bookings were not there. */
function withoutBookings(facts: SlotFacts, gone: readonly MovingBooking[]): SlotFacts {
  const released = (limits: readonly LimitFacts[] | undefined, ofHost?: string) =>
    (limits ?? []).map(counted => ({
      ...counted,
      used: gone
        .filter(({ hostIds }) => ofHost === undefined || hostIds.includes(ofHost))
        .reduce((used, booking) => without(used, booking), counted.used),
    }));
  const claims = Map.groupBy(
    gone.flatMap(booking => booking.claims),
    ({ claimantId }) => claimantId,
  );
  // Bookings of one claimant never overlap: no other one has this very time.
  const hosts = eachHost(facts.hosts, host => ({
    ...host,
    busy: (claims.get(host.id) ?? []).reduce((busy, claim) => without(busy, claim), host.busy),
    limits: released(host.limits, host.id),
  }));
  const resources = eachRoom(facts.resources, room => ({
    ...room,
    busy: (claims.get(room.id) ?? []).reduce((busy, claim) => without(busy, claim), room.busy),
  }));
  return { ...facts, hosts, limits: released(facts.limits), ...(resources && { resources }) };
}

/** What becomes of one booking of a series that moves. */
export interface PlannedMove {
  readonly booking: MovingBooking;
  readonly position: number;
  /** Where it is to go. */
  readonly start: number;
  /** `null`: it stays where it is. */
  readonly movedTo: number | null;
  /** The rooms and equipment that it takes there. */
  readonly resourceIds: readonly string[];
  readonly verdicts: readonly Verdict[];
  readonly alternative: Slot | null;
}

type MoveQuestion = Pick<SeriesQuestion, 'timeZone' | 'strategy'>;

/** A booking keeps its hosts and its length, whatever the event type offers by now, and nobody stands in for them. */
function factsOfMove(facts: SlotFacts, booking: MovingBooking, index: number): SlotFacts {
  const rules = {
    ...facts.rules,
    schedulingMode: 'COLLECTIVE' as const,
    seats: null,
    durations: [...facts.rules.durations, durationOf(booking)],
  };
  const hosts = facts.hosts
    .filter(({ id }) => booking.hostIds.includes(id))
    .map(host => ({
      ...host,
      absences: (host.absences ?? []).map(absence => ({ ...absence, standIn: null })),
    }));
  const resources = facts.resources && withKeptFirst(facts.resources, booking.resourceIds);
  return factsOfOccurrence({ ...facts, rules, hosts, ...(resources && { resources }) }, index);
}

const durationOf = ({ start, end }: Interval) => (end - start) / MINUTE_MS;

/**
 * Where the bookings of a series go that move together: they make way for each other. One that cannot move stays,
 * and then the others must not move onto it: that is tried anew until no further one has to stay.
 */
export function planMoves(
  facts: SlotFacts,
  moving: readonly MovingBooking[],
  question: MoveQuestion,
): PlannedMove[] {
  const staying = new Map<string, PlannedMove>();
  for (;;) {
    const before = staying.size;
    const movers = moving.filter(({ id }) => !staying.has(id));
    let current = withoutBookings(facts, movers);
    const moves = new Map<string, PlannedMove>();
    for (const booking of movers) {
      const known = factsOfMove(current, booking, moving.indexOf(booking));
      const move = planMove(known, booking, question);
      moves.set(booking.id, move);
      if (move.movedTo === null) staying.set(booking.id, move);
      else {
        const claimants = [...booking.hostIds, ...move.resourceIds];
        current = withMeeting(current, meetingAt(move.movedTo, durationOf(booking)), claimants);
      }
    }
    if (staying.size === before || question.strategy === 'FAIL')
      return moving.flatMap(({ id }) => moves.get(id) ?? staying.get(id) ?? []);
  }
}

function planMove(
  facts: SlotFacts,
  booking: MovingBooking,
  { timeZone, strategy }: MoveQuestion,
): PlannedMove {
  const wish = { start: booking.to, duration: durationOf(booking) };
  const heard = verdicts(facts, wish);
  const isFree = heard.every(verdict => verdict.passed);
  const alternative = isFree ? null : nextStart(facts, { ...wish, timeZone });
  const isShifted = strategy === 'SHIFT' && alternative && alternative.start < endOfDay(timeZone, wish.start);
  const movedTo = isFree ? wish.start : isShifted ? alternative.start : null;
  const { position, to: start } = booking;
  const resourceIds = movedTo === null ? [] : chooseResources(facts, meetingAt(movedTo, durationOf(booking)));
  return { booking, position, start, movedTo, resourceIds, verdicts: heard, alternative };
}
