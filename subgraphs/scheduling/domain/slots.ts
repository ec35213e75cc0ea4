import type { HostFacts, SlotFacts, SlotRules } from './event-type.ts';
import { type Interval, intersection, merged } from './interval.ts';
import { hoursBetween } from './schedule.ts';
import { DAY_MS, dayAt, instantOf, MINUTE_MS, wallClockAt } from './zone.ts';

/** A time that can be booked, and with whom. */
export interface Slot extends Interval {
  /** For COLLECTIVE and SOLO all hosts; for ROUND_ROBIN those who are free, one of whom will be assigned. */
  readonly hostIds: readonly string[];
}

export interface SlotQuery {
  /** Slots that start in `[from, to)`, in epoch milliseconds. */
  readonly from: number;
  readonly to: number;
  /** Minutes. */
  readonly duration: number;
}

/** Steps that a clock face makes natural, in minutes. */
const NATURAL_STEPS = [60, 30, 20, 15, 10, 5];

/** The minutes between two starts. */
export function stepOf(rules: SlotRules, duration: number): number {
  return rules.slotInterval ?? duration;
}

/** The first start of a piece of hours: the piece's own start, moved to the next natural minute of the owner's clock. */
export function anchorOf(piece: Interval, rules: SlotRules, step: number): number {
  const natural = NATURAL_STEPS.find(minutes => step % minutes === 0);
  if (!natural) return piece.start;
  const past = wallClockAt(rules.timeZone, piece.start) % (natural * MINUTE_MS);
  return past === 0 ? piece.start : piece.start + natural * MINUTE_MS - past;
}

/** The first instant that is too far ahead to be booked. */
export function windowEnd(rules: SlotRules, now: number): number {
  if (rules.windowDays === null) return Number.POSITIVE_INFINITY;
  return instantOf(rules.timeZone, dayAt(rules.timeZone, now) + rules.windowDays + 1, 0);
}

/** Hours of everybody at once: a slot of several hosts lies where all of them work. */
export function sharedHours(hosts: readonly HostFacts[], from: number, to: number): Interval[] {
  const [first, ...others] = hosts.map(host => hoursBetween(host.schedule, from, to));
  return others.reduce((shared, hours) => intersection(shared, hours), first ?? []);
}

/** Whom a slot has to suit at the same time: everybody, or for ROUND_ROBIN one host after the other. */
export function hostGroups(facts: SlotFacts): (readonly HostFacts[])[] {
  const { rules, hosts } = facts;
  if (hosts.length === 0) return [];
  return rules.schedulingMode === 'ROUND_ROBIN' ? hosts.map(host => [host]) : [hosts];
}

/** Hours around a query that decide its slots: slots may end, and hours begin, on the days beside it. */
export const HOURS_MARGIN_MS = 2 * DAY_MS;

/** Starts in `[earliest, latest)` at which a group of hosts works and is free, sorted, each once. */
function openStarts(
  group: readonly HostFacts[],
  rules: SlotRules,
  duration: number,
  earliest: number,
  latest: number,
): number[] {
  const pieces = sharedHours(group, earliest - HOURS_MARGIN_MS, latest + HOURS_MARGIN_MS);
  const stretches = merged(pieces);
  const taken = merged(group.flatMap(host => host.busy));
  const [length, step] = [duration * MINUTE_MS, stepOf(rules, duration) * MINUTE_MS];
  const [before, after] = [rules.bufferBefore * MINUTE_MS, rules.bufferAfter * MINUTE_MS];
  const starts: number[] = [];
  let [stretchIndex, takenIndex] = [0, 0];
  for (const piece of pieces) {
    while ((stretches[stretchIndex]?.end ?? 0) < piece.end) stretchIndex++;
    const lastStart = Math.min(piece.end - 1, latest - 1, (stretches[stretchIndex]?.end ?? 0) - length);
    const anchor = anchorOf(piece, rules, step / MINUTE_MS);
    const skipped = Math.max(0, Math.ceil((earliest - anchor) / step));
    for (let start = anchor + skipped * step; start <= lastStart; start += step) {
      while (takenIndex > 0 && (taken[takenIndex - 1]?.end ?? 0) > start - before) takenIndex--;
      while ((taken[takenIndex]?.end ?? Number.POSITIVE_INFINITY) <= start - before) takenIndex++;
      const isFree = (taken[takenIndex]?.start ?? Number.POSITIVE_INFINITY) >= start + length + after;
      if (isFree) starts.push(start);
    }
  }
  return sortedOnce(starts);
}

/** Hours that run into the next day's can name the same start twice. */
function sortedOnce(starts: number[]): number[] {
  starts.sort((a, b) => a - b);
  return starts.filter((start, index) => start !== starts[index - 1]);
}

/** Every time that can be booked, in order. It is offered here exactly when `verdicts` finds nothing against it. */
export function slots(facts: SlotFacts, query: SlotQuery): Slot[] {
  const { rules, now } = facts;
  if (!rules.isActive || !rules.durations.includes(query.duration)) return [];
  const earliest = Math.max(query.from, now + rules.minimumNotice * MINUTE_MS);
  const latest = Math.min(query.to, windowEnd(rules, now));
  if (earliest >= latest) return [];
  const hostsByStart = new Map<number, string[]>();
  for (const group of hostGroups(facts)) {
    for (const start of openStarts(group, rules, query.duration, earliest, latest)) {
      const ids = group.map(host => host.id);
      const known = hostsByStart.get(start);
      if (known) known.push(...ids);
      else hostsByStart.set(start, ids);
    }
  }
  const length = query.duration * MINUTE_MS;
  return [...hostsByStart]
    .sort(([a], [b]) => a - b)
    .map(([start, hostIds]) => ({ start, end: start + length, hostIds }));
}
