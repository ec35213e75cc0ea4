import { MAX_STAND_INS } from './absence.ts';
import type { Busy, HostFacts, SlotFacts, SlotRules } from './event-type.ts';
import { difference, type Interval, intersection, merged, overlaps } from './interval.ts';
import { limitedStarts } from './limits.ts';
import { hoursBetween } from './schedule.ts';
import { instantOf, MINUTE_MS } from './zone.ts';

/**
 * Somebody who could take a slot: a host, or who stands in for them while they are away. Starts are kept as
 * half-open intervals of milliseconds, so that they can be joined and cut like time.
 */
export interface Candidate {
  readonly host: HostFacts;
  /** When they would take bookings, absences cut out. Pieces that touch stay apart. */
  readonly pieces: readonly Interval[];
  /** Where a slot may start so that it lies in their hours and keeps clear of what is taken. */
  readonly openStarts: readonly Interval[];
  /** The same within their own limits. */
  readonly starts: readonly Interval[];
}

/** One host's place in an event type, and everybody who may fill it. */
export interface Role {
  readonly hostId: string;
  readonly isFixed: boolean;
  readonly candidates: readonly Candidate[];
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

const NO_BUFFERS = { bufferBefore: 0, bufferAfter: 0 };
export const ALWAYS: readonly Interval[] = [
  { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY },
];

/** The whole days of an absence, as instants. */
export function absenceSpan(host: HostFacts, absence: { firstDay: number; lastDay: number }): Interval {
  const { timeZone } = host.schedule;
  return {
    start: instantOf(timeZone, absence.firstDay, 0),
    end: instantOf(timeZone, absence.lastDay + 1, 0),
  };
}

/** The minutes that a new slot has to keep clear of a busy time. */
function reach(busy: Busy, rules: SlotRules): Pick<SlotRules, 'bufferBefore' | 'bufferAfter'> {
  const isPadded = !busy.isForeign || rules.padsForeignEvents;
  return isPadded ? rules : NO_BUFFERS;
}

/** What a slot would take of a host's time, as one busy time sees it. */
export function wantedOf(busy: Busy, rules: SlotRules, slot: Interval): Interval {
  const { bufferBefore, bufferAfter } = reach(busy, rules);
  return { start: slot.start - bufferBefore * MINUTE_MS, end: slot.end + bufferAfter * MINUTE_MS };
}

/** Starts within stretches of time, for something that takes `length`. */
function startsIn(stretches: readonly Interval[], length: number): Interval[] {
  const starts: Interval[] = [];
  for (const { start, end } of stretches) {
    if (end - length >= start) starts.push({ start, end: end - length + 1 });
  }
  return starts;
}

export function freeStarts(
  host: Pick<HostFacts, 'busy'>,
  rules: SlotRules,
  pieces: readonly Interval[],
  length: number,
) {
  const starts = startsIn(merged(pieces), length);
  const blocked: { start: number; end: number }[] = [];
  let recent: { start: number; end: number } | undefined;
  let first = 0;
  for (const busy of host.busy) {
    const { bufferBefore, bufferAfter } = reach(busy, rules);
    const start = busy.start - length - bufferAfter * MINUTE_MS + 1;
    const end = busy.end + bufferBefore * MINUTE_MS;
    // Busy times come in order, at the widest reach too: starts that end before this one are left behind for good.
    const widest = busy.start - length - rules.bufferAfter * MINUTE_MS + 1;
    let next = starts[first];
    while (next && next.end <= widest) next = starts[++first];
    if (!next) break;
    // Much of what is taken lies where nobody could start anyway.
    if (end <= next.start) continue;
    // Most that overlap are joined at once.
    if (recent && start >= recent.start && start <= recent.end) recent.end = Math.max(recent.end, end);
    else {
      recent = { start, end };
      blocked.push(recent);
    }
  }
  return difference(starts, blocked);
}

/** The pieces of a host's hours that an event type's restriction lets through come later: here only the host counts. */
function candidatesOf(
  host: HostFacts,
  rules: SlotRules,
  length: number,
  range: Range,
  within: readonly Interval[] = ALWAYS,
  depth = 0,
  isBarred = host.isTooFarAhead ?? false,
): Candidate[] {
  const absences = (host.absences ?? [])
    .map(absence => ({ ...absence, ...absenceSpan(host, absence) }))
    .filter(absence => overlaps(absence, { start: range.from, end: range.to }));
  const hours = hoursBetween(host.schedule, range.from, range.to);
  const present = within === ALWAYS ? hours : intersection(hours, within);
  const pieces = absences.length > 0 ? difference(present, absences) : present;
  const candidates: Candidate[] = [];
  if (!host.unreadableCalendar) {
    const openStarts = freeStarts(host, rules, pieces, length);
    const starts = isBarred
      ? []
      : (host.limits ?? []).reduce<readonly Interval[]>(
          (left, limit) => limitedStarts(limit, left, length),
          openStarts,
        );
    candidates.push({ host, pieces, openStarts, starts });
  }
  if (depth === MAX_STAND_INS) return candidates;
  for (const absence of absences) {
    if (!absence.standIn) continue;
    const span = intersection(within, [absence]);
    candidates.push(...candidatesOf(absence.standIn, rules, length, range, span, depth + 1, isBarred));
  }
  return candidates;
}

/** Every host's place, as it can be filled between two instants. */
export function rolesOf({ hosts, rules }: SlotFacts, length: number, range: Range): Role[] {
  return hosts.map(host => ({
    hostId: host.id,
    isFixed: host.isFixed ?? false,
    candidates: candidatesOf(host, rules, length, range),
  }));
}

function joined(lists: readonly (readonly Interval[])[]): readonly Interval[] {
  const [only] = lists;
  return lists.length === 1 && only ? only : lists.flat().sort((a, b) => a.start - b.start);
}

function common(lists: readonly (readonly Interval[])[]): readonly Interval[] {
  const [first = [], ...others] = lists;
  return others.reduce<readonly Interval[]>((shared, list) => intersection(shared, list), first);
}

/** What a slot takes leaves open. */
export interface Opening {
  /** Hours that it shares with what else is taken: their starts anchor the grid. */
  readonly pieces: readonly Interval[];
  /** Starts that everybody could take, were it not for limits. */
  readonly openStarts: readonly Interval[];
  /** Starts that everybody can take. */
  readonly starts: readonly Interval[];
}

/** What some places and all `others` leave open together. */
export function openingOf(
  group: readonly Role[],
  others: readonly Opening[],
  { rules, limits = [] }: SlotFacts,
  length: number,
  range: Range,
): Opening {
  const shared = (read: (candidate: Candidate) => readonly Interval[]) =>
    group.map(role => {
      const lists = role.candidates.map(read);
      return lists.length === 1 ? (lists[0] ?? []) : merged(joined(lists));
    });
  const pieces = group.map(role => joined(role.candidates.map(candidate => candidate.pieces)));
  const openStarts = shared(candidate => candidate.openStarts);
  const starts = shared(candidate => candidate.starts);
  for (const other of others) {
    pieces.push(other.pieces);
    openStarts.push(other.openStarts);
    starts.push(other.starts);
  }
  if (rules.restriction) {
    const hours = hoursBetween(rules.restriction, range.from, range.to);
    const within = startsIn(merged(hours), length);
    pieces.push(hours);
    openStarts.push(within);
    starts.push(within);
  }
  return {
    pieces: common(pieces),
    openStarts: common(openStarts),
    starts: limits.reduce((left, limit) => limitedStarts(limit, left, length), common(starts)),
  };
}
